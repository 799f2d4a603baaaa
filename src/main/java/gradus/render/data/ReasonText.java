package gradus.render.data;

import gradus.calculus.step.Reason;
import gradus.expr.Expr;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.List;

/// Why a line holds, in words that name quantities instead of citing equations.
final class ReasonText {
  private ReasonText() {}

  static String of(Reason reason) {
    return switch (reason) {
      case Reason.Explicit(Quantity target, boolean part) ->
          "definition of " + Keys.of(target) + (part ? ", the terms that depend on it" : "");
      case Reason.ChainRule(Quantity consumer) -> "chain rule along " + Keys.of(consumer);
      case Reason.SumOverUses(List<Quantity> consumers) ->
          "sum over all uses: " + quantities(consumers);
      case Reason.LocalDerivatives(List<Quantity> consumers) ->
          "local derivatives of " + quantities(consumers);
      case Reason.FunctionRules(List<Name> functions) ->
          "derivative of " + String.join(", ", functions.stream().map(Name::spelling).toList());
      case Reason.Recalled(List<Quantity> quantities) ->
          "by the definition of " + quantities(quantities);
      case Reason.Simplified() -> "simplified";
      case Reason.OperationRules _ -> "rules of the operations";
      case Reason.Inserted(List<Partial> adjoints) ->
          String.join(", ", adjoints.stream().map(Keys::of).toList()) + " put in";
      case Reason.ByFact(Expr left, Expr right) ->
          "since " + Keys.of(left) + " = " + Keys.of(right);
      case Reason.Collapsed(Name letter, Index remaining) ->
          "only the term " + letter + " = " + remaining + " is left";
      case Reason.TakenOut(List<Name> letters) ->
          "factors free of "
              + String.join(", ", letters.stream().map(Name::spelling).toList())
              + " taken out";
      case Reason.Vanishes() -> "every contribution vanishes";
      case Reason.Independent() -> "independent of it";
    };
  }

  private static String quantities(List<Quantity> quantities) {
    return String.join(", ", quantities.stream().map(Keys::of).toList());
  }
}
