package gradus.sheet.number;

import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.sheet.DerivationChain.Link;
import java.util.List;

/// The numbers of one pass behind the lines of a derivation.
public interface PassLinks {
  /// What puts numbers into the last line of an adjoint's derivation.
  List<Link> links(Adjoint adjoint);

  /// `:= -∂E/∂I = 0.25`
  List<Link> links(Alias alias);
}
