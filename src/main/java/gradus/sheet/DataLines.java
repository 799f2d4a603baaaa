package gradus.sheet;

import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol;
import gradus.network.Problem;
import gradus.network.Problem.Assignment;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Point;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Inline.Emphasis;
import gradus.sheet.Inline.Equation;
import gradus.syntax.Statement.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The declared names with their values: `Weights: w_0 = w_1 = 0.5. Biases: b_0 = 0, held fixed.`
final class DataLines {
  private final Problem problem;
  private final Map<Symbol, Number> values = new LinkedHashMap<>();

  DataLines(Problem problem) {
    this.problem = problem;
    problem.given().forEach(this::put);
    if (problem.points().size() == 1) {
      problem.points().getFirst().assignments().forEach(this::put);
    }
  }

  private void put(Assignment assignment) {
    values.put(assignment.symbol(), assignment.value());
  }

  List<Inline> declared() {
    List<List<Inline>> groups = new ArrayList<>();
    Set<Symbol> others = new LinkedHashSet<>(values.keySet());
    for (Role role : Role.values()) {
      for (boolean frozen : new boolean[] {false, true}) {
        List<Symbol> names = names(role, frozen);
        names.forEach(others::remove);
        if (!names.isEmpty()) {
          groups.add(group(label(role, names.size()), names, frozen));
        }
      }
    }
    if (!others.isEmpty()) {
      groups.add(group("Also given", List.copyOf(others), false));
    }
    return Wording.joined(groups, " ");
  }

  private List<Symbol> names(Role role, boolean frozen) {
    return problem.declarations().stream()
        .filter(declaration -> declaration.role() == role && declaration.frozen() == frozen)
        .<Symbol>map(Declaration::quantity)
        .toList();
  }

  private List<Inline> group(String label, List<Symbol> names, boolean frozen) {
    return Wording.join(
        Wording.text(label + ": "),
        equations(names, values),
        frozen ? List.of(new Inline.Text(", "), new Emphasis("held fixed")) : List.of(),
        Wording.text("."));
  }

  static String label(Role role, int count) {
    boolean one = count == 1;
    return switch (role) {
      case INPUT -> one ? "Input" : "Inputs";
      case TARGET -> one ? "Target" : "Targets";
      case WEIGHT -> one ? "Weight" : "Weights";
      case BIAS -> one ? "Bias" : "Biases";
      case CONSTANT -> one ? "Constant" : "Constants";
      case QUANTITY -> one ? "Quantity" : "Quantities";
    };
  }

  /// A line for each of several points; the values of a single one stand with the names.
  List<List<Inline>> points() {
    return problem.points().size() == 1
        ? List.of()
        : problem.points().stream().map(this::point).toList();
  }

  private List<Inline> point(Point point) {
    Map<Symbol, Number> own = new LinkedHashMap<>();
    point.assignments().forEach(assignment -> own.put(assignment.symbol(), assignment.value()));
    return Wording.join(
        Wording.text("Point " + Headings.point(problem, point) + ": "),
        equations(List.copyOf(own.keySet()), own),
        Wording.text("."));
  }

  /// Neighbours of equal value are told together: `w_0 = w_1 = 0.5`.
  private static List<Inline> equations(List<Symbol> symbols, Map<Symbol, Number> values) {
    List<List<Inline>> parts = new ArrayList<>();
    int i = 0;
    while (i < symbols.size()) {
      Optional<Number> value = Optional.ofNullable(values.get(symbols.get(i)));
      int end = i + 1;
      while (end < symbols.size()
          && value.isPresent()
          && value.get().equals(values.get(symbols.get(end)))) {
        end++;
      }
      List<Symbol> names = symbols.subList(i, end);
      parts.add(
          value
              .map(number -> List.<Inline>of(new Equation(equation(names, number))))
              .orElseGet(() -> Wording.of(names.getFirst())));
      i = end;
    }
    return Wording.listed(parts, ", ");
  }

  private static Chain equation(List<Symbol> names, Number value) {
    List<Link> links = new ArrayList<>();
    names.stream().skip(1).forEach(name -> links.add(Link.equal(new Ref(name))));
    Relation relation =
        value.notation() == Notation.APPROXIMATE ? Relation.APPROXIMATELY : Relation.EQUAL;
    links.add(new Link(relation, value, List.of(), List.of()));
    return new Chain(new Ref(names.getFirst()), links, OptionalInt.empty());
  }
}
