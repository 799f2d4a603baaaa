package gradus.syntax.tree;

import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Sign;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.source.Span;
import java.util.List;
import java.util.Optional;

/// What stands in a product before it is decided what takes what: whole operands, and heads that
/// take something of what follows.
sealed interface ProductPiece {
  Span span();

  record Whole(Notated value) implements ProductPiece {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// `∂`, `∂^2`, `∂_w`
  record Partial(int order, List<Notated> below, Span span) implements ProductPiece {}

  record Nabla(List<Notated> below, Span span) implements ProductPiece {}

  record Big(Notated.Big.Kind kind, List<Notated> below, List<Superscript> above, Span span)
      implements ProductPiece {}

  /// `\log`, with its scripts.
  record Function(Notated name) implements ProductPiece {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /// `\frac{\partial}{\partial x}`
  record Differentiation(Notated.Derivative operator) implements ProductPiece {
    @Override
    public Span span() {
      return operator.span();
    }
  }

  /// A piece, the operator before it, and a sign between the two, as in `a \cdot -b`.
  record Placed(Operator operator, Optional<Sign> sign, ProductPiece piece) {
    static Placed beside(ProductPiece piece) {
      return new Placed(Operator.SIDE_BY_SIDE, Optional.empty(), piece);
    }

    boolean isBeside() {
      return operator == Operator.SIDE_BY_SIDE && sign.isEmpty();
    }
  }
}
