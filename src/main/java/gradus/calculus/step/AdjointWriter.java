package gradus.calculus.step;

import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.expr.Symbol.Partial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the steps of one adjoint in one form: a term for each consumer, local derivatives put in,
/// functions worked out, simplified.
public interface AdjointWriter {
  Adjoint adjoint(Partial partial, List<Consumer> consumers, @Nullable Alias alias);
}
