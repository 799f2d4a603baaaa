package gradus.sheet.section;

import gradus.calculus.entry.Instance;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Assignment;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Fact;
import gradus.network.Problem.Point;
import gradus.network.instance.ArrayValues;
import gradus.sheet.Block;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Emphasis;
import gradus.sheet.Inline.Membership;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.ArraySolution;
import gradus.sheet.number.FamilyClauses;
import gradus.sheet.number.Figures;
import gradus.sheet.number.Figures.Figure;
import gradus.sheet.number.FixedFunctions;
import gradus.sheet.number.MatrixFigures;
import gradus.sheet.number.NotationLegend;
import gradus.sheet.number.PointHeadings;
import gradus.sheet.number.Wording;
import gradus.syntax.written.Statement.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// The box at the top of a sheet with vectors and matrices: shapes, data, and what the signs mean.
final class ArrayGivenSection {
  private final ArraySolution solution;
  private final Problem problem;
  private final Figures figures;
  private final List<Expr> further;

  /// @param further formulas whose signs are to be explained beside those of the derivation
  ArrayGivenSection(ArraySolution solution, Figures figures, List<Expr> further) {
    this.solution = solution;
    this.problem = solution.problem();
    this.figures = figures;
    this.further = List.copyOf(further);
  }

  Section section(boolean rounded) {
    GivenSection given = new GivenSection(problem, solution.derivation());
    List<List<Inline>> lines = new ArrayList<>();
    lines.add(declared());
    lines.add(sizes());
    lines.addAll(values());
    lines.add(given.facts());
    lines.add(given.lossOverPoints());
    lines.add(new DescentLine(problem).line());
    lines.add(abstractFunctions());
    problem.ownFunctions().stream()
        .filter(name -> !isAbstract(name))
        .map(given::function)
        .forEach(lines::add);
    lines.add(given.conventions());
    lines.add(given.names());
    lines.addAll(new NotationLegend(solution, further).lines());
    lines.add(solution.instances().isEmpty() ? List.of() : given.numbers(rounded));
    lines.removeIf(List::isEmpty);
    return new Section("Given and agreed", List.of(new Block.Box(lines)));
  }

  /// `Inputs: x ∈ ℝ^d. Weights: W^k ∈ ℝ^(…), k = 1, …, L.`
  private List<Inline> declared() {
    List<List<Inline>> groups = new ArrayList<>();
    for (Role role : Role.values()) {
      for (boolean frozen : new boolean[] {false, true}) {
        List<Declaration> declared =
            problem.declarations().stream()
                .filter(d -> d.role() == role && d.frozen() == frozen)
                .toList();
        if (!declared.isEmpty()) {
          groups.add(group(DataLines.label(role, declared.size()), declared, frozen));
        }
      }
    }
    return Wording.joined(groups, " ");
  }

  private static List<Inline> group(String label, List<Declaration> declared, boolean frozen) {
    return Wording.join(
        Wording.text(label + ": "),
        Wording.listed(declared.stream().map(ArrayGivenSection::membership).toList(), ", "),
        frozen ? List.of(new Inline.Text(", "), new Emphasis("held fixed")) : List.of(),
        Wording.text("."));
  }

  private static List<Inline> membership(Declaration declaration) {
    Quantity quantity = declaration.quantity();
    boolean isLabel = declaration.facts().stream().anyMatch(Fact.Within.class::isInstance);
    List<Inline> member =
        isLabel
            ? Wording.join(Wording.of(quantity), Wording.text(", a class label"))
            : List.of(new Membership(new Ref(quantity), quantity.shape()));
    return declaration
        .family()
        .<List<Inline>>map(family ->
            Wording.join(member, Wording.text(" for "), List.of(new Inline.Range(family))))
        .orElse(member);
  }

  /// What the data make of the letters: `n = 3`.
  private List<Inline> sizes() {
    List<List<Inline>> equations = new ArrayList<>();
    problem.sizes().bound().entrySet().stream()
        .filter(entry -> isOpen(entry.getKey()))
        .sorted(Comparator.comparing(entry -> place(entry.getKey())))
        .forEach(entry ->
            equations.add(
                Wording.equation(
                    new Expr.Whole(Index.of(entry.getKey())),
                    Link.equal(Expr.Number.of(entry.getValue())))));
    return equations.isEmpty()
        ? List.of()
        : Wording.join(
            Wording.text(equations.size() == 1 ? "Size: " : "Sizes: "),
            Wording.listed(equations, ", "),
            Wording.text("."));
  }

  private boolean isOpen(Letter letter) {
    return problem.sizes().open().stream()
        .anyMatch(size -> size.letter().name().equals(letter.name()));
  }

  /// In the order of the file, members of a family by their labels.
  private String place(Letter letter) {
    List<Name> names =
        problem.sizes().letters().stream().map(size -> size.letter().name()).toList();
    int label =
        letter.labels().stream()
            .findFirst()
            .map(Index::constant)
            .orElse(OptionalInt.empty())
            .orElse(0);
    return String.format(Locale.ROOT, "%06d %06d", names.indexOf(letter.name()), label);
  }

  private boolean isAbstract(Name name) {
    return problem.functions().named(name).orElseThrow().definition().isEmpty();
  }

  /// `f and g are differentiable functions`
  private List<Inline> abstractFunctions() {
    List<List<Inline>> names =
        problem.ownFunctions().stream()
            .filter(this::isAbstract)
            .map(name -> List.of(FixedFunctions.shown(name)))
            .toList();
    boolean families =
        problem.ownFunctions().stream()
            .filter(this::isAbstract)
            .anyMatch(name -> FamilyClauses.isMany(Instance.called(name)));
    return names.isEmpty()
        ? List.of()
        : Wording.join(
            Wording.listed(names),
            Wording.text(
                names.size() == 1 && !families
                    ? " is a differentiable function."
                    : " are differentiable functions."));
  }

  private List<List<Inline>> values() {
    List<List<Inline>> lines = new ArrayList<>();
    if (problem.points().size() <= 1) {
      List<Assignment> all = new ArrayList<>(problem.given());
      problem.points().forEach(point -> all.addAll(point.assignments()));
      lines.add(line("Values: ", all));
    } else {
      lines.add(line("Values at every point: ", problem.given()));
      for (Point point : problem.points()) {
        lines.add(line("Point " + PointHeadings.point(problem, point) + ": ", point.assignments()));
      }
    }
    return lines;
  }

  private List<Inline> line(String label, List<Assignment> assignments) {
    if (assignments.isEmpty()) {
      return List.of();
    }
    Map<Symbol, Value> values = new LinkedHashMap<>();
    assignments.forEach(assignment -> values.put(assignment.symbol(), assignment.known()));
    List<List<Inline>> equations = new ArrayList<>();
    ArrayValues.of(values, problem)
        .forEach((symbol, value) -> {
          Figure figure = MatrixFigures.of(value, figures);
          Link link = new Link(figure.relation(), figure.number(), List.of(), List.of());
          equations.add(Wording.equation(new Ref(symbol), link));
        });
    return Wording.join(Wording.text(label), Wording.listed(equations, ", "), Wording.text("."));
  }
}
