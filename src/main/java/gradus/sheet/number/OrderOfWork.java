package gradus.sheet.number;

import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Inline;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// In which order members of families are computed: forward as they are defined, backward from the
/// base cases along the recursion, in the direction in which it refers to what is known.
///
/// Where one piece of a recursion needs another that is told after it, all pieces of the recursion
/// are told as one, label by label.
public final class OrderOfWork {
  /// What is computed, for every value of a letter or once.
  private record Step(Symbol symbol, Optional<Family> range, Expr formula) {
    Name name() {
      return key(symbol).orElseThrow();
    }

    Set<Name> used() {
      Set<Name> used = new LinkedHashSet<>();
      Formulas.symbols(formula).forEach(symbol -> key(symbol).ifPresent(used::add));
      return used;
    }

    /// Whether it refers to a later label.
    boolean falls() {
      return range.isPresent()
          && Formulas.symbols(formula).stream()
              .flatMap(OrderOfWork::labels)
              .map(label -> label.minus(range.get().index()).constant())
              .anyMatch(offset -> offset.isPresent() && offset.getAsInt() > 0);
    }
  }

  private final ArraySolution solution;
  private final Wording wording;

  public OrderOfWork(ArraySolution solution, Wording wording) {
    this.solution = solution;
    this.wording = wording;
  }

  public Section section() {
    List<Step> forward =
        solution.problem().graph().definitions().stream()
            .map(one -> new Step(one.symbol(), one.family(), one.formula()))
            .toList();
    List<Step> backward =
        solution.derivation().adjoints().stream()
            .filter(adjoint -> adjoint.partial().of().labels().isEmpty())
            .map(adjoint -> new Step(name(adjoint), adjoint.family(), adjoint.formula()))
            .toList();
    return new Section(
        "Order of work",
        List.of(
            new Paragraph(Wording.join(Wording.text("Forward: "), sentence(forward))),
            new Paragraph(Wording.join(Wording.text("Backward: "), sentence(backward)))));
  }

  private static Symbol name(Adjoint adjoint) {
    return adjoint
        .alias()
        .filter(alias -> !alias.negative())
        .<Symbol>map(Alias::name)
        .orElse(adjoint.partial());
  }

  /// Without labels and indices; a derivative is known by what it is by.
  private static Optional<Name> key(Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity -> Optional.of(quantity.name());
      case Partial(Quantity of, Quantity by, _) ->
          Optional.of(Name.of("d" + of.name().spelling() + "/d" + by.name().spelling()));
      case Symbol.Updated _ -> Optional.empty();
    };
  }

  private static Stream<Index> labels(Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity -> quantity.labels().stream();
      case Partial(_, Quantity by, _) -> by.labels().stream();
      case Symbol.Updated(Quantity quantity) -> quantity.labels().stream();
    };
  }

  private List<Inline> sentence(List<Step> steps) {
    Set<Name> early = early(groups(steps, Set.of()));
    List<List<Inline>> parts = new ArrayList<>();
    boolean told = false;
    for (List<Step> group : groups(steps, early)) {
      if (!early.contains(group.getFirst().name())) {
        parts.add(told(group));
      } else if (!told) {
        parts.add(recursion(steps.stream().filter(s -> early.contains(s.name())).toList()));
        told = true;
      }
    }
    return Wording.join(Wording.joined(parts, "; "), Wording.text("."));
  }

  /// What runs over the same values is computed together, value by value.
  private static List<List<Step>> groups(List<Step> steps, Set<Name> apart) {
    List<List<Step>> groups = new ArrayList<>();
    for (Step step : steps) {
      if (groups.isEmpty() || !goTogether(groups.getLast().getFirst(), step, apart)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(step);
    }
    return groups;
  }

  private static boolean goTogether(Step first, Step other, Set<Name> apart) {
    return first.range().equals(other.range())
        && apart.contains(first.name()) == apart.contains(other.name());
  }

  /// The names of a recursion of which a piece needs one that is told after it.
  private static Set<Name> early(List<List<Step>> groups) {
    Set<Name> early = new LinkedHashSet<>();
    Map<Name, Set<Name>> used = new LinkedHashMap<>();
    groups.stream()
        .flatMap(List::stream)
        .forEach(step ->
            used.computeIfAbsent(step.name(), _ -> new LinkedHashSet<>()).addAll(step.used()));
    for (int i = 0; i < groups.size(); i++) {
      for (Step step : groups.get(i)) {
        for (Step later :
            groups.subList(i + 1, groups.size()).stream().flatMap(List::stream).toList()) {
          if (step.used().contains(later.name()) && isRecursive(later.name(), used)) {
            early.addAll(recursive(later.name(), used));
          }
        }
      }
    }
    return early;
  }

  private static boolean isRecursive(Name name, Map<Name, Set<Name>> used) {
    return reached(name, used).contains(name);
  }

  private static Set<Name> recursive(Name name, Map<Name, Set<Name>> used) {
    Set<Name> all = reached(name, used);
    all.removeIf(other -> !reached(other, used).contains(name));
    return all;
  }

  private static Set<Name> reached(Name start, Map<Name, Set<Name>> used) {
    Set<Name> reached = new LinkedHashSet<>();
    List<Name> open = new ArrayList<>(used.getOrDefault(start, Set.of()));
    while (!open.isEmpty()) {
      Name next = open.removeLast();
      if (reached.add(next)) {
        open.addAll(used.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }

  private List<Inline> told(List<Step> group) {
    List<Inline> symbols =
        Wording.listed(group.stream().map(step -> cited(step.symbol())).toList(), ", ");
    boolean falls = group.stream().anyMatch(Step::falls);
    return group
        .getFirst()
        .range()
        .map(up -> falls ? new Family(up.letter(), up.to(), up.from()) : up)
        .map(family ->
            Wording.join(
                Wording.text("for "),
                List.of(new Inline.Range(family)),
                Wording.text(": "),
                symbols))
        .orElse(symbols);
  }

  /// `with falling k: δ^k by (8), (10)`
  private List<Inline> recursion(List<Step> steps) {
    Map<Name, List<Step>> byName = new LinkedHashMap<>();
    steps.forEach(step -> byName.computeIfAbsent(step.name(), _ -> new ArrayList<>()).add(step));
    boolean falls = steps.stream().anyMatch(Step::falls);
    Optional<Family> range = steps.stream().map(Step::range).flatMap(Optional::stream).findFirst();
    List<List<Inline>> parts = new ArrayList<>();
    for (List<Step> pieces : byName.values()) {
      Symbol shown =
          pieces.stream()
              .filter(piece -> piece.range().isPresent())
              .findFirst()
              .orElse(pieces.getFirst())
              .symbol();
      parts.add(
          Wording.join(
              List.of(new Inline.Formula(new Ref(shown))),
              Wording.text(" by "),
              Wording.joined(
                  pieces.stream().map(piece -> wording.cite(piece.symbol())).distinct().toList(),
                  ", ")));
    }
    return Wording.join(
        Wording.text(falls ? "label by label with falling " : "label by label with rising "),
        range
            .<List<Inline>>map(
                family -> List.of(new Inline.Formula(new Expr.Whole(family.index()))))
            .orElse(List.of()),
        Wording.text(": "),
        Wording.listed(parts));
  }

  private List<Inline> cited(Symbol symbol) {
    List<Inline> name = List.of(new Inline.Formula(new Ref(symbol)));
    return wording.isNumbered(symbol)
        ? Wording.join(name, Wording.text(" by "), wording.cite(symbol))
        : name;
  }
}
