package gradus.calculus.tape;

import gradus.calculus.rule.Function;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Name;
import java.util.List;
import java.util.Optional;

/// Where the values of a [Tape] are to be looked at for kinks after a run, in the order in which a
/// person would meet them; what a person would not compute is not looked at.
sealed interface Watch {
  /// An argument that is on the kink of a function where left and right are equal.
  record Meeting(Expr argument, Name function, Operand left, Operand right, Optional<Operand> used)
      implements Watch {}

  /// What is looked at only where an operand is defined.
  record Beyond(Operand operand, List<Watch> then) implements Watch {}

  /// Branches up to the one that holds.
  record Branches(List<Branch> branches) implements Watch {}

  record Branch(List<Comparison> condition, List<Watch> value) {}

  /// Two cases meet at `argument` where left and right are equal.
  record Comparison(
      List<Watch> sides, Expr argument, Operand left, Relation relation, Operand right) {}

  /// Within the body of a function; what is met there is told in the terms of the call.
  record Within(Function function, Call call, List<Watch> body) implements Watch {}
}
