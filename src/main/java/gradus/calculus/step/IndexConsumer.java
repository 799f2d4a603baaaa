package gradus.calculus.step;

import gradus.calculus.step.Derivation.Contribution;
import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Symbol.Quantity;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One consumer of an entry in index form.
///
/// @param consumerEntry the entry at which it is read
/// @param over the labels that a sum over the members of a shared quantity runs over
/// @param sums puts the sums over the consumer's entries, and over a shared quantity's labels,
///   around a term
/// @param upstream the adjoint of the consumer's entry; empty for the target itself
/// @param named the direct partial by name
/// @param local the direct partial as the rules leave it
/// @param worked with the derivatives of functions worked out
/// @param entry the entry formula of the consumer
record IndexConsumer(
    Quantity consumer,
    Quantity consumerEntry,
    Optional<Family> over,
    UnaryOperator<Expr> sums,
    Optional<Upstream> upstream,
    Expr named,
    Expr local,
    Expr worked,
    Expr entry) {

  Contribution contribution() {
    return new Contribution(consumer, upstream.map(Upstream::written), worked, over);
  }

  Expr chainTerm() {
    return sums.apply(upstream.map(u -> times(u.written(), named)).orElse(named));
  }

  Expr workedTerm() {
    return sums.apply(upstream.map(u -> times(u.factor(), worked)).orElse(worked));
  }

  private static Expr times(Expr upstream, Expr local) {
    return gradus.expr.Formulas.product(upstream, local);
  }
}
