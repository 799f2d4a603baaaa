package gradus.network;

import static java.util.stream.Collectors.joining;

import gradus.expr.Graph;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem.Assignment;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import gradus.syntax.Statement.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Tells which derivatives that a file asks for nothing says anything about.
///
/// Inputs, targets, parameters and constants depend on nothing, so that their derivatives are zero;
/// a quantity without a definition depends on what is not told.
final class UnknownFaults {
  private static final int MOST = 3;

  private final Problem draft;
  private final Report report;
  private final Function<Partial, Span> places;
  private final Set<Name> open = new HashSet<>();

  /// @param places where a derivative is asked for
  UnknownFaults(Problem draft, Report report, Function<Partial, Span> places) {
    this.draft = draft;
    this.report = report;
    this.places = places;
    draft.declarations().stream()
        .filter(declaration -> declaration.role() == Role.QUANTITY)
        .forEach(declaration -> open.add(declaration.quantity().name()));
    given(draft).forEach(partial -> open.add(partial.of().name()));
  }

  /// The derivatives given at every point, or at some.
  private static Set<Partial> given(Problem problem) {
    Set<Partial> given = new HashSet<>();
    Stream.concat(
            problem.given().stream(),
            problem.points().stream().flatMap(point -> point.assignments().stream()))
        .map(Assignment::symbol)
        .filter(Partial.class::isInstance)
        .forEach(symbol -> given.add((Partial) symbol));
    return given;
  }

  /// @param numbers the problem of scalars, where the data tell every size
  void tell(Optional<Problem> numbers) {
    boolean isAsked =
        draft.partials().stream().anyMatch(partial -> open.contains(partial.of().name()));
    if (!isAsked && given(draft).isEmpty()) {
      return;
    }
    Map<Letter, Integer> sizes =
        numbers.isPresent() ? Map.of() : new TypedDerivation(draft).differentSizes();
    Problem scalars = numbers.or(() -> AtSizes.of(draft, sizes).problem()).orElse(draft);
    Map<Asked, List<Quantity>> asked = asked(scalars);
    asked.forEach((here, by) -> tell(here, by, scalars, new Numbers(sizes)));
    scalars.partials().forEach(partial -> tellThrough(partial, scalars));
    for (int i = 0; i < draft.points().size(); i++) {
      tellMissing(i, asked.keySet());
    }
  }

  /// A derivative that is given at another point only.
  private void tellMissing(int point, Set<Asked> asked) {
    Set<Symbol> there = draft.valuesAt(draft.points().get(point)).keySet();
    String missing =
        given(draft).stream()
            .filter(partial -> !there.contains(partial))
            .filter(partial -> asked.stream().anyMatch(a -> a.target.equals(partial.of())))
            .map(partial -> Spelling.of(Partial.total(whole(partial.of()), whole(partial.by()))))
            .distinct()
            .sorted()
            .collect(joining(", "));
    if (!missing.isEmpty()) {
      String called = Whole.called(draft.points(), point);
      report.add(draft.origin().points().get(point), Fault.MISSING_VALUES, called, missing);
    }
  }

  /// What is asked for in one place of one target.
  private record Asked(Span place, Quantity target) {}

  private Map<Asked, List<Quantity>> asked(Problem scalars) {
    Map<Asked, List<Quantity>> asked = new LinkedHashMap<>();
    for (Partial partial : scalars.partials()) {
      boolean isDefined = scalars.graph().definition(partial.of()).isPresent();
      if (!isDefined && open.contains(partial.of().name())) {
        Asked here = new Asked(places.apply(partial), partial.of());
        asked.computeIfAbsent(here, _ -> new ArrayList<>()).add(partial.by());
      }
    }
    return asked;
  }

  private void tell(Asked asked, List<Quantity> by, Problem scalars, Numbers numbers) {
    Set<Partial> given = given(scalars);
    GivenRemedy remedy = new GivenRemedy(draft);
    List<Quantity> ends =
        new UnknownDerivatives(scalars.graph(), asked.target, given)
            .lacking(by).stream()
                .map(end -> isGivenInPart(asked.target, end, given) ? end : whole(end))
                .map(end -> remedy.inLetters(end, numbers))
                .distinct()
                .limit(MOST)
                .toList();
    if (!ends.isEmpty()) {
      String target = Spelling.of(whole(asked.target));
      report.accept(
          Fault.UNKNOWN_DERIVATIVE
              .at(
                  report.source(),
                  asked.place,
                  target,
                  ends.stream().map(Spelling::of).collect(joining("', '")))
              .suggesting(target + ", or write: " + remedy.given(target, ends)));
    }
  }

  /// Of what a definition makes of such a quantity: what is given of it would have to go on.
  private void tellThrough(Partial partial, Problem scalars) {
    Graph graph = scalars.graph();
    Set<Partial> given = given(scalars);
    List<Partial> others =
        given.stream()
            .filter(other -> !other.of().equals(partial.of()))
            .filter(other -> graph.definition(other.of()).isEmpty())
            .toList();
    if (others.isEmpty()) {
      return;
    }
    Set<Symbol> used = graph.ancestors(partial.of());
    Set<Symbol> reached = reached(partial, graph, given);
    others.stream()
        .filter(other -> used.contains(other.of()) && reached.contains(other.by()))
        .map(other -> Spelling.of(whole(other.of())))
        .sorted()
        .findFirst()
        .ifPresent(through -> {
          String asked = Spelling.of(Partial.total(whole(partial.of()), whole(partial.by())));
          String what = "'" + asked + "' through '" + through + "', which nothing defines,";
          report.add(places.apply(partial), Fault.UNSUPPORTED, what);
        });
  }

  /// What is made of the variable, up to where a derivative is given.
  private static Set<Symbol> reached(Partial partial, Graph graph, Set<Partial> given) {
    Set<Symbol> reached = new HashSet<>();
    Deque<Symbol> open = new ArrayDeque<>(List.of(partial.by()));
    while (!open.isEmpty()) {
      Symbol symbol = open.pop();
      boolean isGiven =
          symbol instanceof Quantity by && given.contains(Partial.total(partial.of(), by));
      if (!isGiven && reached.add(symbol)) {
        open.addAll(graph.consumers(symbol));
      }
    }
    return reached;
  }

  /// By another entry of the same vector or matrix.
  private static boolean isGivenInPart(Quantity target, Quantity end, Set<Partial> given) {
    return given.stream()
        .anyMatch(partial -> partial.of().equals(target) && whole(partial.by()).equals(whole(end)));
  }

  private static Quantity whole(Quantity quantity) {
    return Quantity.of(quantity.name(), quantity.labels());
  }
}
