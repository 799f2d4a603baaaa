package gradus.render;

/// How wide a box is, in em of the text, and how tall, in lines.
///
/// Widths are those of Computer Modern, rounded up: a line that fits here fits on paper.
record Size(double width, double height) {
  static final Size NONE = new Size(0, 0);

  static Size line(double width) {
    return new Size(width, 1);
  }

  Size beside(Size next) {
    return new Size(width + next.width, Math.max(height, next.height));
  }

  Size widened(double by) {
    return new Size(width + by, height);
  }
}
