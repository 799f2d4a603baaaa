package gradus.syntax.answer;

import gradus.syntax.Span;
import gradus.syntax.answer.Notated.Operator;
import gradus.syntax.answer.Notated.Sign;
import gradus.syntax.answer.Notated.Superscript;
import java.util.List;
import java.util.Optional;

/// What stands in a product before it is decided what takes what: whole operands, and heads that
/// take something of what follows.
sealed interface Piece {
  Span span();

  record Whole(Notated value) implements Piece {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// `∂`, `∂^2`, `∂_w`
  record Partial(int order, List<Notated> below, Span span) implements Piece {}

  record Nabla(List<Notated> below, Span span) implements Piece {}

  record Big(Notated.Big.Kind kind, List<Notated> below, List<Superscript> above, Span span)
      implements Piece {}

  /// `\log`, with its scripts.
  record Function(Notated name) implements Piece {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /// `\frac{\partial}{\partial x}`
  record Differentiation(Notated.Derivative operator) implements Piece {
    @Override
    public Span span() {
      return operator.span();
    }
  }

  /// A piece, the operator before it, and a sign between the two, as in `a \cdot -b`.
  record Placed(Operator operator, Optional<Sign> sign, Piece piece) {
    static Placed beside(Piece piece) {
      return new Placed(Operator.SIDE_BY_SIDE, Optional.empty(), piece);
    }

    boolean isBeside() {
      return operator == Operator.SIDE_BY_SIDE && sign.isEmpty();
    }
  }
}
