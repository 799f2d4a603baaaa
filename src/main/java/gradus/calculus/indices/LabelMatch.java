package gradus.calculus.indices;

import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Symbol.Quantity;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/// The values of a summation letter at which the body of the sum refers to a quantity: in `Σ_t
/// h[t-1]` it is t = k + 1 for `h[k]`.
public final class LabelMatch {
  private LabelMatch() {}

  public static Set<Index> of(IndexSum sum, Quantity by) {
    Set<Index> found = new LinkedHashSet<>();
    Formulas.visit(
        sum.body(),
        node -> {
          if (node instanceof Ref(Quantity quantity)
              && quantity.name().equals(by.name())
              && quantity.labels().size() == by.labels().size()) {
            add(sum, quantity, by, found);
          }
        });
    return found;
  }

  private static void add(IndexSum sum, Quantity occurrence, Quantity by, Set<Index> found) {
    for (int i = 0; i < by.labels().size(); i++) {
      Index offset = occurrence.labels().get(i).minus(Index.of(sum.letter()));
      if (!offset.mentions(sum.letter()) && occurrence.labels().get(i).mentions(sum.letter())) {
        Index at = by.labels().get(i).minus(offset);
        if (!isOutside(at, sum)) {
          found.add(at);
        }
        return;
      }
    }
  }

  private static boolean isOutside(Index at, IndexSum sum) {
    OptionalInt below = sum.from().minus(at).constant();
    OptionalInt above = at.minus(sum.to()).constant();
    return (below.isPresent() && below.getAsInt() > 0)
        || (above.isPresent() && above.getAsInt() > 0);
  }
}
