package gradus.calculus.step;

import gradus.calculus.rule.Pullback;
import gradus.expr.Expr;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Definitions in the spelling of matrices, and the terms of each that mention a quantity of a
/// name, with whatever labels; in a sum of many, with its own.
///
/// Limit: where those terms have not the shape of the whole, they stay in it.
final class MatrixTerms {
  private final Map<Quantity, Spelled> byConsumer = new HashMap<>();

  /// @param many the terms by operand, where there are many and all labels are numbers
  private record Spelled(Expr written, Expr formula, Shape shape, Map<Symbol, Expr> many) {
    static Spelled of(Expr written) {
      Expr formula = MatrixSteps.spelled(written);
      boolean areMany =
          Occurrences.areMany(formula)
              && Formulas.symbols(formula).stream().allMatch(MatrixTerms::isOne);
      return new Spelled(
          written, formula, Shapes.of(formula), areMany ? Occurrences.in(formula) : Map.of());
    }

    Expr mentioning(Quantity by) {
      Expr part = many.get(by);
      if (part != null) {
        return part;
      }
      return formula instanceof Sum(List<Expr> terms)
          ? Formulas.sum(terms.stream().filter(term -> Pullback.mentions(term, by)).toList())
          : formula;
    }
  }

  /// A single quantity, and no member of a family at a letter.
  private static boolean isOne(Symbol symbol) {
    return symbol instanceof Quantity quantity
        && quantity.labels().stream().allMatch(label -> label.constant().isPresent());
  }

  /// The consumer with its formula in the spelling of matrices.
  Consumer spelled(Consumer consumer) {
    return new Consumer(consumer.quantity(), of(consumer).formula(), consumer.over());
  }

  Expr mentioning(Consumer consumer, Quantity by) {
    Spelled whole = of(consumer);
    Expr part = whole.mentioning(by);
    return Shapes.of(part).equals(whole.shape()) ? part : whole.formula();
  }

  /// The formula of a family has other labels in each of its consumers.
  private Spelled of(Consumer consumer) {
    Spelled known = byConsumer.get(consumer.quantity());
    if (known == null || !known.written().equals(consumer.formula())) {
      known = Spelled.of(consumer.formula());
      byConsumer.put(consumer.quantity(), known);
    }
    return known;
  }
}
