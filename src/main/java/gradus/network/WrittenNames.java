package gradus.network;

import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.List;

/// The entries of what has a shape, as symbols of their own.
final class WrittenNames {
  private WrittenNames() {}

  /// All entries, row by row; a scalar is its own only one. Its shape must be in numbers.
  static List<Quantity> entries(Quantity quantity) {
    return Literal.indices(axes(quantity.shape())).stream()
        .map(at -> quantity.entry(Literal.indexed(at)))
        .toList();
  }

  /// Without letters.
  static List<Integer> axes(Shape shape) {
    return shape.axes().stream().map(axis -> axis.constant().orElseThrow()).toList();
  }

  /// Of a derivative the indices are those of what is derived, then those of the variable.
  static Symbol entry(Symbol symbol, List<Integer> at) {
    return symbol.entry(Literal.indexed(at));
  }
}
