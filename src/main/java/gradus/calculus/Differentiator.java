package gradus.calculus;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import java.util.List;
import java.util.Set;

/// Reverse mode over a graph of definitions.
public final class Differentiator {
  private Differentiator() {}

  /// Derives the requested total partials and every adjoint they take.
  ///
  /// @param given symbols with given values: a given partial is not derived
  public static Derivation derive(
      Graph graph,
      Functions functions,
      List<Partial> requests,
      List<Alias> aliases,
      Set<Symbol> given) {
    throw new UnsupportedOperationException();
  }
}
