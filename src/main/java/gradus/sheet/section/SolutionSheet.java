package gradus.sheet.section;

import gradus.calculus.step.Derivation;
import gradus.calculus.verify.Verification;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Point;
import gradus.network.Problem.Request;
import gradus.network.run.Run;
import gradus.network.run.Run.AtPoint;
import gradus.network.run.Run.Contradiction;
import gradus.sheet.Block;
import gradus.sheet.Block.Note;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Text;
import gradus.sheet.Numbering;
import gradus.sheet.Sheet;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.Figures;
import gradus.sheet.number.Pass;
import gradus.sheet.number.PointHeadings;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Arranges a solved problem into a sheet.
///
/// With a single pass the numbers stand behind the formulas. With several points or steps the
/// formulas come first, once, and the numbers of each pass after them.
public final class SolutionSheet {
  private final Problem problem;
  private final Derivation derivation;
  private final Run run;
  private final Figures figures;
  private final Numbering numbering = new Numbering();

  private SolutionSheet(Problem problem, Derivation derivation, Run run, Figures figures) {
    this.problem = problem;
    this.derivation = derivation;
    this.run = run;
    this.figures = figures;
  }

  /// @param digits significant digits of printed numbers; empty: as many as their notation takes
  public static Sheet of(
      Problem problem,
      Derivation derivation,
      Run run,
      Verification.Report verification,
      OptionalInt digits) {
    Figures figures = Figures.of(problem, digits);
    return new SolutionSheet(problem, derivation, run, figures).sheet(verification);
  }

  private Sheet sheet(Verification.Report verification) {
    Optional<AtPoint> single =
        run.points().size() == 1 ? Optional.of(run.points().getFirst()) : Optional.empty();
    List<Section> sections = new ArrayList<>();
    sections.add(new GivenSection(problem, derivation).section(isRounded()));
    Optional<Pass> pass = single.map(this::pass);
    PassSection passes = new PassSection(problem, derivation, figures, numbering);
    sections.add(
        single.isPresent() ? passes.forward(single.get(), pass.orElseThrow()) : passes.network());
    sections.add(new BackwardSection(problem, derivation, numbering, pass).section());
    for (Request request : problem.requests()) {
      if (request.byPaths()) {
        PathsSection paths = new PathsSection(problem, derivation, figures, single);
        sections.add(paths.section(request.partial()));
      }
    }
    sections.addAll(numbers(single.isPresent(), passes));
    if (!problem.tasks().isEmpty()) {
      sections.add(new TasksSection(problem, figures, numbering).section(single));
    }
    return new Sheet(problem.title(), withNotes(sections, verification));
  }

  private Pass pass(AtPoint at) {
    return new Pass(problem, at, figures, new Wording(numbering));
  }

  private List<Section> numbers(boolean single, PassSection passes) {
    DescentSections descents = new DescentSections(problem, derivation, figures, numbering);
    List<Section> sections = new ArrayList<>();
    if (!single) {
      Set<Point> worked = workedBySteps();
      for (AtPoint at : run.points()) {
        if (!worked.contains(at.point())) {
          String name = PointHeadings.point(problem, at.point());
          sections.add(new Section("Point " + name, passes.both(at)));
        }
      }
      if (run.steps().stream().noneMatch(step -> step.before().size() > 1)) {
        run.combined()
            .map(new CombinedSection(problem, run, figures)::section)
            .ifPresent(sections::add);
      }
    }
    sections.addAll(descents.rules());
    sections.addAll(descents.steps(run, single));
    return sections;
  }

  /// A step shows the pass it starts from.
  private Set<Point> workedBySteps() {
    return run.steps().stream()
        .flatMap(step -> step.before().stream())
        .map(AtPoint::point)
        .collect(Collectors.toSet());
  }

  /// Whether some number of the run is printed rounded.
  private boolean isRounded() {
    List<AtPoint> all = new ArrayList<>(run.points());
    run.steps().forEach(step -> all.addAll(step.before()));
    run.steps().forEach(step -> all.addAll(step.after()));
    return all.stream()
        .flatMap(at -> at.values().values().stream())
        .filter(Value::isDefined)
        .anyMatch(value -> !figures.figure(value).exact());
  }

  private List<Section> withNotes(List<Section> sections, Verification.Report verification) {
    Section last = sections.removeLast();
    List<Block> blocks = new ArrayList<>(last.blocks());
    run.contradictions().forEach(contradiction -> blocks.add(warning(contradiction)));
    blocks.add(
        new Note(
            Wording.text(
                String.format(
                    Locale.ROOT,
                    "Verified: every line against central differences, %d comparisons, largest"
                        + " relative error %.0e.",
                    verification.comparisons(),
                    verification.worst()))));
    sections.add(new Section(last.heading(), blocks));
    return sections;
  }

  private Note warning(Contradiction contradiction) {
    return new Note(
        Wording.join(
            Wording.text("Attention: "),
            Wording.of(contradiction.symbol()),
            Wording.text(" is given as "),
            number(contradiction.given()),
            Wording.text(", but the other values make it "),
            number(contradiction.computed()),
            List.of(new Text("; the given value is used."))));
  }

  private List<Inline> number(Value value) {
    return List.of(new Inline.Formula(figures.figure(value).number()));
  }
}
