package gradus.calculus;

import gradus.calculus.Evaluation.OnKink;
import gradus.calculus.Operand.Known;
import gradus.calculus.Operand.Slot;
import gradus.calculus.Watch.Beyond;
import gradus.calculus.Watch.Branches;
import gradus.calculus.Watch.Comparison;
import gradus.calculus.Watch.Meeting;
import gradus.calculus.Watch.Within;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks at the values of one run for kinks.
///
/// @param memory as the run has left it
record KinksMet(Value[] memory) {
  void tell(List<Watch> watches, Consumer<OnKink> told) {
    for (Watch watch : watches) {
      switch (watch) {
        case Meeting meeting -> tell(meeting, told);
        case Beyond(Operand operand, List<Watch> then) -> {
          if (value(operand).isDefined()) {
            tell(then, told);
          }
        }
        case Branches(List<Watch.Branch> branches) -> tellBranches(branches, told);
        case Within within -> tell(within.body(), kink -> told.accept(outside(kink, within)));
      }
    }
  }

  private void tell(Meeting meeting, Consumer<OnKink> told) {
    if (sign(meeting.left(), meeting.right()).equals(Optional.of(0))) {
      told.accept(
          new OnKink.OfFunction(
              meeting.argument(),
              meeting.function(),
              value(meeting.left()),
              meeting.used().map(this::value)));
    }
  }

  private void tellBranches(List<Watch.Branch> branches, Consumer<OnKink> told) {
    for (Watch.Branch branch : branches) {
      Optional<Boolean> holds = holds(branch.condition(), told);
      if (holds.isEmpty()) {
        return;
      }
      if (holds.get()) {
        tell(branch.value(), told);
        return;
      }
    }
  }

  /// Empty where a side has no value.
  private Optional<Boolean> holds(List<Comparison> condition, Consumer<OnKink> told) {
    boolean all = true;
    for (Comparison comparison : condition) {
      tell(comparison.sides(), told);
      Optional<Integer> sign = sign(comparison.left(), comparison.right());
      if (sign.isEmpty()) {
        return Optional.empty();
      }
      if (sign.get() == 0) {
        told.accept(new OnKink.OfCases(comparison.argument(), value(comparison.left())));
      }
      all &= comparison.relation().holds(sign.get());
    }
    return Optional.of(all);
  }

  /// A kink within the body of a function that only gives another one a name is its own.
  private static OnKink outside(OnKink kink, Within within) {
    Expr argument =
        Formulas.substitute(kink.argument(), within.function().bind(within.call().arguments()));
    boolean isOtherName =
        within.function().definition().filter(Expr.Call.class::isInstance).isPresent();
    if (isOtherName) {
      return new OnKink.OfFunction(argument, within.call().function(), kink.at(), kink.used());
    }
    return switch (kink) {
      case OnKink.OfFunction of ->
          new OnKink.OfFunction(argument, of.function(), of.at(), of.used());
      case OnKink.OfCases(_, Value at) -> new OnKink.OfCases(argument, at);
    };
  }

  private Optional<Integer> sign(Operand left, Operand right) {
    return Arithmetic.compare(value(left), value(right));
  }

  private Value value(Operand operand) {
    return switch (operand) {
      case Known(Value value) -> value;
      case Slot(int index) -> memory[index];
    };
  }
}
