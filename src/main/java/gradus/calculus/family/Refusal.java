package gradus.calculus.family;

import gradus.expr.Index;
import gradus.expr.Symbol.Quantity;
import java.util.List;

/// Why a family is not derived.
public sealed interface Refusal {
  /// The label is neither the letter plus a whole number nor a fixed one: `z[2*k]`.
  record LabelNotFollowed(Quantity user, Quantity reference) implements Refusal {}

  /// A family whose own label is not its letter plus a whole number: `z[2*k] = …`.
  record NotAFamily(Quantity symbol) implements Refusal {}

  /// A cycle that comes back to the label it left from, or to a higher one on one way and to a
  /// lower one on another.
  record Endless(List<Quantity> cycle) implements Refusal {
    public Endless {
      cycle = List.copyOf(cycle);
    }
  }

  /// Which of two labels comes first depends on the letters.
  record Undecided(Index left, Index right) implements Refusal {}

  /// The derivative of a member by what it shares with the others: it is as long as the recursion.
  record ByShared(Quantity of, Quantity by) implements Refusal {}

  /// Thrown where a derivation ends.
  final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    public Found(Refusal refusal) {
      super(refusal.toString());
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }
}
