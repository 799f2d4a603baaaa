package gradus.calculus;

import gradus.calculus.Function.Kink;
import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Works out `relu'(z)`: the derivative of a function by its rule, at an argument.
final class FunctionRules {
  private FunctionRules() {}

  /// Every derivative of a function in the formula worked out; those of abstract functions stay.
  static Expr expanded(Expr expr, Functions functions) {
    return expanded(expr, functions, (_, _) -> true);
  }

  /// The same, but derivatives of vectors and matrices that have cases stay as `relu'(z)`. Of
  /// several arguments a prime does not say by which: `max(u, v)` has its cases, entry by entry.
  static Expr expandedWhole(Expr expr, Functions functions) {
    return expanded(
        expr,
        functions,
        (call, derivative) ->
            call.arguments().size() > 1
                || !Formulas.mentionsCases(derivative)
                || Shapes.isScalar(derivative));
  }

  private static Expr expanded(Expr expr, Functions functions, BiPredicate<Call, Expr> isWanted) {
    Expr inner = Formulas.mapChildren(expr, child -> expanded(child, functions, isWanted));
    if (inner instanceof Call call && call.isDerivative()) {
      Optional<Function> function = functions.named(call.function());
      return function
          .flatMap(rule -> functions.derivative(rule, call.orders()))
          .map(rule -> Formulas.substitute(rule, function.get().bind(call.arguments())))
          .filter(derivative -> isWanted.test(call, derivative))
          .orElse(inner);
    }
    return inner;
  }

  /// The functions whose derivatives occur in the formula, in order, abstract ones left out.
  static List<Name> differentiated(Expr expr, Functions functions) {
    Set<Name> names = new LinkedHashSet<>();
    Formulas.visit(
        expr,
        node -> {
          if (node instanceof Call call
              && call.isDerivative()
              && functions.named(call.function()).filter(FunctionRules::hasRule).isPresent()) {
            names.add(call.function());
          }
        });
    return List.copyOf(names);
  }

  private static boolean hasRule(Function function) {
    return function.definition().isPresent() || !function.derivatives().isEmpty();
  }

  /// In the parameters of the function; empty for an abstract one.
  static Optional<Expr> derivative(Function function, List<Integer> orders, Functions functions) {
    Optional<Expr> result = Optional.empty();
    for (int i = 0; i < orders.size(); i++) {
      for (int order = 0; order < orders.get(i); order++) {
        int index = i;
        result =
            result.isEmpty()
                ? first(function, index, functions)
                : result.map(
                    rule -> LocalDerivative.worked(rule, function.parameter(index), functions));
        if (result.isEmpty()) {
          return result;
        }
      }
    }
    return result;
  }

  private static Optional<Expr> first(Function function, int index, Functions functions) {
    if (function.derivatives().isEmpty()) {
      return function
          .definition()
          .map(body -> LocalDerivative.worked(body, function.parameter(index), functions));
    }
    Expr rule = function.derivatives().get(index);
    return Optional.of(function.kink().map(kink -> withKink(rule, kink, index)).orElse(rule));
  }

  /// The rule, with the value that is used on the kink: `{1 if u > 0; 0 if u < 0}` and 1 at `u = 0`
  /// is `{1 if u >= 0; 0 if u < 0}`.
  private static Expr withKink(Expr rule, Kink kink, int index) {
    if (kink.derivatives().isEmpty()) {
      return rule instanceof Cases ? rule : cases(rule, kink.where(), Optional.empty());
    }
    Expr used = kink.derivatives().get(index);
    if (rule instanceof Cases(List<Branch> branches)) {
      return new Cases(widened(branches, used, kink.where()));
    }
    return isSame(used, kink.ofPage().get(index))
        ? rule
        : cases(rule, kink.where(), Optional.of(used));
  }

  private static Cases cases(Expr rule, Comparison kink, Optional<Expr> used) {
    List<Branch> branches = new ArrayList<>();
    branches.add(new Branch(rule, Condition.of(kink.left(), Relation.UNEQUAL, kink.right())));
    used.ifPresent(value -> branches.add(new Branch(value, Condition.OTHERWISE)));
    return new Cases(branches);
  }

  private static List<Branch> widened(List<Branch> branches, Expr used, Comparison kink) {
    List<Branch> all = new ArrayList<>();
    boolean found = false;
    for (Branch branch : branches) {
      boolean takes = !found && branch.value().equals(used);
      found |= takes;
      all.add(takes ? new Branch(used, weak(branch.condition())) : branch);
    }
    if (!found) {
      all.add(new Branch(used, new Condition(List.of(kink))));
    }
    return all;
  }

  private static Condition weak(Condition condition) {
    Comparison comparison = condition.comparisons().getFirst();
    Relation relation =
        comparison.relation() == Relation.GREATER ? Relation.AT_LEAST : Relation.AT_MOST;
    return Condition.of(comparison.left(), relation, comparison.right());
  }

  private static boolean isSame(Expr used, Expr other) {
    return used.equals(other)
        || used instanceof Expr.Number(var value, _) && Formulas.isNumber(other, value);
  }
}
