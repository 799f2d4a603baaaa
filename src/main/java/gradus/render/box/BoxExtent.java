package gradus.render.box;

/// How wide a box is, in em of the text, and how tall, in lines.
///
/// Widths are those of Computer Modern, rounded up: a line that fits here fits on paper.
public record BoxExtent(double width, double height) {
  public static final BoxExtent NONE = new BoxExtent(0, 0);

  public static BoxExtent line(double width) {
    return new BoxExtent(width, 1);
  }

  public BoxExtent beside(BoxExtent next) {
    return new BoxExtent(width + next.width, Math.max(height, next.height));
  }

  public BoxExtent widened(double by) {
    return new BoxExtent(width + by, height);
  }
}
