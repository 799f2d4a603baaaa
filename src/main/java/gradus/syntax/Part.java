package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Shape;
import gradus.expr.Shapes;

/// A resolved part of a formula, and where it was typed.
record Part(Expr formula, Shape shape, Span span) {
  static Part of(Expr formula, Span span) {
    return new Part(formula, Shapes.of(formula), span);
  }

  boolean isScalar() {
    return shape.isScalar();
  }

  /// `3 x 1`, `a scalar`.
  static String said(Shape shape) {
    return shape.isScalar() ? "a scalar" : shape.toString();
  }
}
