package gradus.sheet;

import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Shape;

/// A part of running text.
public sealed interface Inline {
  /// Plain text, perhaps typed by a user: every format escapes it.
  record Text(String text) implements Inline {}

  record Emphasis(String text) implements Inline {}

  record Strong(String text) implements Inline {}

  record Formula(Expr expr) implements Inline {}

  /// `w_0 = 0.5 - 1 · 0.75 = -0.25`, its number and reasons not shown.
  record Equation(DerivationChain chain) implements Inline {}

  /// The same in the size of displayed equations.
  record Displayed(DerivationChain chain) implements Inline {}

  /// `W ∈ ℝ^(n×d)`
  record Membership(Expr expr, Shape shape) implements Inline {}

  /// `k = 1, …, L`; of two numbers as few as there are.
  record Range(Family family) implements Inline {}

  /// A reference to a numbered equation, printed `(12)`.
  record Cite(int number) implements Inline {}
}
