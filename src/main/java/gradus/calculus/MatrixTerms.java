package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Definitions in the spelling of matrices, and the terms of each that mention a quantity of a
/// name, with whatever labels; looked for once.
///
/// Limit: where they have not the shape of all together, they are no part of it by themselves.
final class MatrixTerms {
  private final Map<Quantity, Spelled> byConsumer = new HashMap<>();

  private record Spelled(Expr written, Expr formula, Shape shape, Map<Name, Expr> terms) {
    static Spelled of(Expr written) {
      Expr formula = MatrixSteps.spelled(written);
      return new Spelled(
          written, formula, Shapes.of(formula), Occurrences.in(formula, MatrixTerms::name));
    }
  }

  private static Optional<Name> name(Symbol symbol) {
    return symbol instanceof Quantity quantity ? Optional.of(quantity.name()) : Optional.empty();
  }

  /// The consumer with its formula in the spelling of matrices.
  Consumer spelled(Consumer consumer) {
    return new Consumer(consumer.quantity(), of(consumer).formula(), consumer.over());
  }

  Expr mentioning(Consumer consumer, Quantity by) {
    Spelled all = of(consumer);
    Expr part = all.terms().getOrDefault(by.name(), all.formula());
    return Shapes.of(part).equals(all.shape()) ? part : all.formula();
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
