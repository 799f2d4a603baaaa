package gradus.network;

import gradus.calculus.Derivation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the values that a point lacks for what the file asks: its loss and its partials.
///
/// A given value makes what lies beyond it unnecessary, so the search ends there.
final class Completeness {
  private final Problem problem;
  private final Derivation derivation;

  Completeness(Derived derived) {
    this.problem = derived.problem();
    this.derivation = derived.derivation();
  }

  /// Names without a value, as declared, then abstract functions without a function.
  ///
  /// @param faulty what is there but cannot be used, and is not missing
  List<String> missing(Point point, Set<Symbol> faulty) {
    Set<Symbol> known = new HashSet<>(problem.valuesAt(point).keySet());
    known.addAll(faulty);
    Set<Symbol> leaves = new LinkedHashSet<>();
    Set<Name> functions = new LinkedHashSet<>();
    Abstract abstracts = new Abstract(problem.functionsAt(point));
    Set<Symbol> reached = new HashSet<>(known);
    Deque<Symbol> open = new ArrayDeque<>(targets(known));
    while (!open.isEmpty()) {
      Symbol symbol = open.pop();
      if (reached.add(symbol)) {
        Optional<Expr> formula = derivation.graph().definition(symbol).map(Definition::formula);
        formula.map(Formulas::symbols).ifPresentOrElse(open::addAll, () -> leaves.add(symbol));
        formula.map(abstracts::in).ifPresent(functions::addAll);
      }
    }
    List<String> missing = new ArrayList<>(spelled(inOrder(leaves)));
    functions.removeIf(function -> faulty.contains(Quantity.of(function)));
    functions.forEach(function -> missing.add(function.spelling()));
    return missing;
  }

  /// Where no entry of a matrix has a value, it is the matrix that lacks one.
  private List<String> spelled(List<Symbol> leaves) {
    Set<Symbol> lacking = new HashSet<>(leaves);
    Set<Symbol> partly = new HashSet<>();
    for (Declaration declaration : problem.declarations()) {
      if (!lacking.contains(declaration.quantity())) {
        partly.add(declaration.quantity().whole());
      }
    }
    return leaves.stream()
        .map(leaf ->
            leaf instanceof Quantity entry && !partly.contains(entry.whole())
                ? entry.whole()
                : leaf)
        .map(Spelling::of)
        .distinct()
        .toList();
  }

  /// With a given adjoint of the loss, its own value lies beyond.
  private List<Symbol> targets(Set<Symbol> known) {
    List<Symbol> targets = new ArrayList<>(problem.partials());
    problem
        .loss()
        .filter(loss -> known.stream().noneMatch(symbol -> isAdjoint(symbol, loss)))
        .ifPresent(targets::add);
    problem.descents().stream()
        .filter(descent -> descent.rate().isPresent())
        .forEach(descent -> targets.addAll(descent.moved()));
    return targets;
  }

  private static boolean isAdjoint(Symbol symbol, Quantity loss) {
    return symbol instanceof Partial partial && partial.of().equals(loss);
  }

  private List<Symbol> inOrder(Set<Symbol> leaves) {
    Map<Symbol, Integer> places = new HashMap<>();
    for (Declaration declaration : problem.declarations()) {
      places.put(declaration.quantity(), places.size());
    }
    List<Symbol> ordered = new ArrayList<>(leaves);
    ordered.sort(Comparator.comparingInt(leaf -> places.getOrDefault(leaf, Integer.MAX_VALUE)));
    return ordered;
  }
}
