package gradus.network;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import java.util.LinkedHashSet;
import java.util.Set;

/// Whether formulas are of numbers only, or have entries, letters or labels that are to be written
/// out.
final class Typing {
  private Typing() {}

  static boolean isOfNumbers(Expr formula) {
    return !Formulas.anyMatch(formula, part -> !isOfNumbersItself(part));
  }

  /// The letters that a formula mentions and does not sum over.
  static Set<Letter> letters(Expr formula) {
    Set<Letter> letters = new LinkedHashSet<>();
    Indexing.with(
        formula,
        letter -> {
          letters.add(letter);
          return Index.of(letter);
        });
    return letters;
  }

  private static boolean isOfNumbersItself(Expr part) {
    return switch (part) {
      case Whole _, Apply _, Entry _, Matrix _, ByEntries _, IndexSum _, Kronecker _ -> false;
      case Ref(var symbol) -> symbol.shape().isScalar();
      case Call call -> call.labels().isEmpty();
      case Expr.Number _,
          Expr.Sum _,
          Expr.Product _,
          Expr.Power _,
          Expr.Cases _,
          Expr.Derivative _ ->
          true;
    };
  }
}
