package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.syntax.source.Span;

/// A resolved part of a formula, and where it was typed.
record ResolvedPart(Expr formula, Shape shape, Span span) {
  static ResolvedPart of(Expr formula, Span span) {
    return new ResolvedPart(formula, Shapes.of(formula), span);
  }

  boolean isScalar() {
    return shape.isScalar();
  }

  /// `3 x 1`, `a scalar`.
  static String said(Shape shape) {
    return shape.isScalar() ? "a scalar" : shape.toString();
  }
}
