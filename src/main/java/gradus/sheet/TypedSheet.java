package gradus.sheet;

import gradus.calculus.Form;
import gradus.calculus.Verification;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Run.AtPoint;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Note;
import gradus.sheet.Chain.Link;
import gradus.sheet.Sheet.Section;
import gradus.sheet.TypedSolution.Worked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Arranges a solved problem of vectors, matrices and families into a sheet.
///
/// With a single pass and no family the numbers stand behind the formulas. Else the formulas come
/// once, for every size, and after them each pass.
public final class TypedSheet {
  private final TypedSolution solution;
  private final Problem problem;
  private final Figures figures;
  private final Numbering numbering = new Numbering();

  private TypedSheet(TypedSolution solution, Figures figures) {
    this.solution = solution;
    this.problem = solution.problem();
    this.figures = figures;
  }

  /// @param digits significant digits of printed numbers; empty: as many as their notation takes
  public static Sheet of(TypedSolution solution, OptionalInt digits) {
    Figures figures = Figures.of(solution.problem(), digits);
    return new TypedSheet(solution, figures).sheet();
  }

  private Sheet sheet() {
    Optional<MatrixPass> pass = solution.single().map(this::pass);
    NetworkSection network = new NetworkSection(solution, numbering);
    List<Section> sections = new ArrayList<>();
    sections.add(withLayers(network.section(pass), network.definitions()));
    BackwardSection backward = new BackwardSection(problem, solution.derivation(), numbering, pass);
    backward.local().ifPresent(sections::add);
    sections.add(withJacobians(backward.section(), pass));
    if (solution.form() == Form.MATRIX) {
      routes().ifPresent(sections::add);
    }
    Optional<Section> jacobians = new JacobianSection(solution, new Wording(numbering)).section();
    jacobians.ifPresent(sections::add);
    if (solution.form() == Form.INDEX) {
      solution.matrices().map(new SameInMatrices(solution)::section).ifPresent(sections::add);
      routes().ifPresent(sections::add);
    }
    if (solution.hasFamilies()) {
      sections.add(new OrderOfWork(solution, new Wording(numbering)).section());
    }
    if (pass.isEmpty()) {
      NumbersSection numbers = new NumbersSection(solution, figures);
      solution.passes().forEach(worked -> sections.add(numbers.of(worked, network.withMatrices())));
    }
    sections.addAll(new TypedDescent(solution, figures).sections(network.withMatrices()));
    List<Expr> further = jacobians.map(TypedSheet::formulas).orElse(List.of());
    sections.addFirst(new TypedGivenSection(solution, figures, further).section(isRounded()));
    return new Sheet(problem.title(), withNote(sections));
  }

  private static List<Expr> formulas(Section section) {
    return section.blocks().stream()
        .flatMap(block -> block instanceof Equations shown ? shown.chains().stream() : Stream.of())
        .flatMap(chain -> chain.links().stream())
        .map(Link::right)
        .toList();
  }

  private Optional<Section> routes() {
    return new DirectSection(solution, new Wording(numbering)).section();
  }

  private MatrixPass pass(Worked worked) {
    return new MatrixPass(solution, worked.instance(), worked.at(), figures);
  }

  private Section withLayers(Section network, List<Definition> definitions) {
    if (solution.form() != Form.MATRIX || solution.single().isPresent()) {
      return network;
    }
    List<Block> blocks = new ArrayList<>(network.blocks());
    blocks.addAll(new LayerTable(problem, new Wording(numbering)).blocks(definitions));
    return new Section(network.heading(), blocks);
  }

  private Section withJacobians(Section section, Optional<MatrixPass> pass) {
    if (solution.form() != Form.MATRIX || solution.hasFamilies() || pass.isPresent()) {
      return section;
    }
    List<Block> blocks = new ArrayList<>(section.blocks());
    blocks.addAll(new Jacobians(solution).table());
    return new Section(section.heading(), blocks);
  }

  /// Whether some number is printed rounded.
  private boolean isRounded() {
    Stream<AtPoint> all =
        solution.instances().stream()
            .flatMap(instance ->
                Stream.concat(
                    instance.run().points().stream(),
                    instance.run().steps().stream().flatMap(step -> step.after().stream())));
    return all.flatMap(at -> at.values().values().stream())
        .filter(Value::isDefined)
        .anyMatch(value -> !figures.figure(value).exact());
  }

  private List<Section> withNote(List<Section> sections) {
    Section last = sections.removeLast();
    List<Block> blocks = new ArrayList<>(last.blocks());
    Verification.Report report = solution.verification();
    blocks.add(
        new Note(
            Wording.text(
                String.format(
                    Locale.ROOT,
                    "Verified: every line against central differences, %d comparisons, largest"
                        + " relative error %.0e.",
                    report.comparisons(),
                    report.worst()))));
    sections.add(new Section(last.heading(), blocks));
    return sections;
  }
}
