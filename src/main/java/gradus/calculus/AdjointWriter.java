package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.expr.Symbol.Partial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the steps of one adjoint in one form: a term for each consumer, local derivatives put in,
/// functions worked out, simplified.
interface AdjointWriter {
  Adjoint adjoint(Partial partial, List<Consumer> consumers, @Nullable Alias alias);
}
