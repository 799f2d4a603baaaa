package gradus.network;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Condition;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The smallest part of a formula that has no value although its operands have one.
public record Trouble(Expr part, Cause cause) {
  /// Finds the troubles of formulas where symbols have the given values.
  public record Search(Functions functions, Map<Symbol, Value> values) {
    /// Empty where the formula has a value, or only lacks one of something it refers to.
    public Optional<Trouble> in(Expr formula) {
      if (formula instanceof Expr.Ref || !(valueOf(formula) instanceof Undefined(Cause cause))) {
        return Optional.empty();
      }
      List<Expr> operands = operands(formula);
      Optional<Trouble> inner =
          operands.stream().map(this::in).flatMap(Optional::stream).findFirst();
      boolean isOwn = operands.stream().allMatch(operand -> valueOf(operand).isDefined());
      return inner.or(
          () -> isOwn && cause != Cause.MISSING ? Optional.of(own(formula, cause)) : inner);
    }

    /// A trouble of a function that has a definition is one of its definition.
    private Trouble own(Expr formula, Cause cause) {
      return definition(formula).flatMap(this::in).orElse(new Trouble(formula, cause));
    }

    private Optional<Expr> definition(Expr formula) {
      return formula instanceof Call call && !call.isDerivative()
          ? functions.named(call.function()).flatMap(function -> opened(function, call))
          : Optional.empty();
    }

    private static Optional<Expr> opened(Function function, Call call) {
      Map<Symbol, Expr> bound = new HashMap<>();
      for (int i = 0; i < call.arguments().size(); i++) {
        bound.put(function.parameter(i), call.arguments().get(i));
      }
      return function.definition().map(body -> Formulas.substitute(body, bound));
    }

    /// What is evaluated on the way to the formula: of cases only the branch that holds.
    private List<Expr> operands(Expr formula) {
      return switch (formula) {
        case Cases(List<Branch> branches) ->
            branches.stream().filter(this::holds).limit(1).map(Branch::value).toList();
        case Expr other -> Formulas.children(other);
      };
    }

    private boolean holds(Branch branch) {
      Branch taken = new Branch(Formulas.ONE, branch.condition());
      Branch otherwise = new Branch(Formulas.ZERO, Condition.OTHERWISE);
      return valueOf(new Cases(List.of(taken, otherwise))).equals(Value.ONE);
    }

    Value valueOf(Expr formula) {
      return Evaluation.of(formula, functions, values);
    }
  }
}
