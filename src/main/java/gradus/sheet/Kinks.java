package gradus.sheet;

import gradus.calculus.Evaluation.OnKink;
import gradus.calculus.Evaluation.OnKink.OfCases;
import gradus.calculus.Evaluation.OnKink.OfFunction;
import gradus.calculus.Function;
import gradus.calculus.Function.Kink;
import gradus.calculus.Functions;
import gradus.calculus.Instance;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import gradus.network.Problem;
import gradus.network.Run.AtPoint;
import gradus.sheet.Block.Note;
import gradus.sheet.Chain.Link;
import gradus.sheet.Inline.Formula;
import gradus.sheet.Inline.Text;
import java.util.List;
import java.util.Set;

/// What a sheet says of values on a kink.
final class Kinks {
  private Kinks() {}

  /// Whether the derivative jumps there; that of a step function is 0 on both sides.
  static boolean matters(Function function) {
    return function.kink().isPresent()
        && !function.derivatives().stream().allMatch(Formulas::isZero);
  }

  /// The functions that a formula calls, with those inside the definitions of others.
  static void collect(Expr formula, Functions functions, Set<Name> names) {
    Formulas.visit(
        formula,
        node -> {
          if (node instanceof Call call && names.add(call.function())) {
            functions
                .named(call.function())
                .filter(function -> function.kink().isEmpty())
                .flatMap(Function::definition)
                .ifPresent(definition -> collect(definition, functions, names));
          }
        });
  }

  /// `relu'(0) = 1`, and of max `max' = 1/2 at a tie`.
  static List<Inline> convention(Function function) {
    Kink kink = function.kink().orElseThrow();
    Expr where = kink.where().right();
    if (!Formulas.isConstant(where)) {
      return Wording.join(
          Wording.text(function.name().spelling() + "'"), used(kink), Wording.text(" at a tie"));
    }
    Call derivative = new Call(function.name(), List.of(1), List.of(where));
    return kink.derivatives().isEmpty()
        ? List.of(new Formula(derivative), new Text(" is undefined"))
        : Wording.equation(derivative, Link.equal(kink.derivatives().getFirst()));
  }

  private static List<Inline> used(Kink kink) {
    return kink.derivatives().isEmpty()
        ? Wording.text(" is undefined")
        : List.of(new Text(" is "), new Formula(kink.derivatives().getFirst()));
  }

  /// One note for each value of the pass that lies on a kink.
  static List<Block> notes(Problem problem, AtPoint at, Figures figures, boolean afterStep) {
    return at.kinks().stream()
        .filter(kink -> matters(kink, problem, at))
        .<Block>map(kink -> new Note(sentence(kink, figures, afterStep)))
        .toList();
  }

  private static boolean matters(OnKink kink, Problem problem, AtPoint at) {
    return switch (kink) {
      case OfCases _ -> true;
      case OfFunction of ->
          problem
              .functionsAt(at.point())
              .named(of.function())
              .filter(function -> matters(function) || function.kink().isEmpty())
              .isPresent();
    };
  }

  private static List<Inline> sentence(OnKink kink, Figures figures, boolean afterStep) {
    Expr argument =
        afterStep && kink.argument() instanceof Ref(Quantity quantity)
            ? new Ref(new Updated(quantity))
            : kink.argument();
    return Wording.join(
        Wording.equation(argument, Link.equal(figures.figure(kink.at()).number())),
        switch (kink) {
          case OfCases _ ->
              Wording.text(
                  " lies where two cases meet: a derivative there is that of the case that holds.");
          case OfFunction of -> ofFunction(of, figures, afterStep);
        });
  }

  private static List<Inline> ofFunction(OfFunction kink, Figures figures, boolean afterStep) {
    Value used = kink.used().orElse(new Undefined(Cause.NO_BRANCH));
    return Wording.join(
        Wording.text(" lies on the kink of "),
        named(kink.function()),
        Wording.text(
            afterStep
                ? ": the value is well defined; a further gradient would use the derivative "
                : ": the derivative used there is "),
        List.of(new Formula(figures.figure(used).number())),
        Wording.text(", by convention."));
  }

  /// `relu` as a word, `φ[1]` with its label.
  private static List<Inline> named(Name function) {
    return Instance.called(function).labels().isEmpty()
        ? Wording.text(function.spelling())
        : List.of(FixedFunctions.shown(function));
  }
}
