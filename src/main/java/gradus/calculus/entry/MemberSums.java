package gradus.calculus.entry;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Sums over members whose sizes differ, as in `sum(k in 1..L, norm2(W[k])^2)`: with numbers for
/// letters each term has shapes of its own, so the terms are written out.
///
/// Other sums stay sums: their terms are alike.
public final class MemberSums {
  private MemberSums() {}

  /// [IndexSubstitution#with] where the letters of sizes get numbers.
  public static Expr with(Expr formula, Function<Letter, Index> values) {
    return IndexSubstitution.with(opened(formula, values), values);
  }

  private static Expr opened(Expr formula, Function<Letter, Index> values) {
    if (formula instanceof IndexSum(Name letter, Index from, Index to, Expr body)
        && labelsASize(body, letter)) {
      Index first = from.with(values);
      Index last = to.with(values);
      if (first.constant().isPresent() && last.constant().isPresent()) {
        return Formulas.sum(
            IntStream.rangeClosed(first.constant().getAsInt(), last.constant().getAsInt())
                .mapToObj(k -> opened(IndexSubstitution.with(body, letter, Index.of(k)), values))
                .toList());
      }
    }
    return Formulas.mapChildren(formula, part -> opened(part, values));
  }

  /// `n[k-1]` has the label k - 1.
  private static boolean labelsASize(Expr body, Name letter) {
    AtomicBoolean found = new AtomicBoolean();
    IndexSubstitution.with(
        body,
        size -> {
          if (size.labels().stream().anyMatch(label -> label.mentions(letter))) {
            found.set(true);
          }
          return Index.of(size);
        });
    return found.get();
  }
}
