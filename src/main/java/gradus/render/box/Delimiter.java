package gradus.render.box;

/// The sizes of brackets. All but the last are fixed, so that a line may end between the two.
public enum Delimiter {
  PLAIN("", "", 0.39, 1.02, 1.1),
  BIG("\\bigl", "\\bigr", 0.46, 1.3, 1.35),
  LARGER("\\Bigl", "\\Bigr", 0.6, 1.8, 1.85),
  LARGE("\\biggl", "\\biggr", 0.74, 2.4, 2.45),
  LARGEST("\\Biggl", "\\Biggr", 0.8, 3.1, 3.15),
  FITTING("\\left", "\\right", 0.9, Double.MAX_VALUE, 0);

  public final String open;
  public final String close;
  public final double width;
  private final double reach;
  private final double height;

  Delimiter(String open, String close, double width, double reach, double height) {
    this.open = open;
    this.close = close;
    this.width = width;
    this.reach = reach;
    this.height = height;
  }

  /// The smallest that embraces content so many lines tall.
  public static Delimiter around(double contentHeight) {
    for (Delimiter delimiter : values()) {
      if (contentHeight <= delimiter.reach) {
        return delimiter;
      }
    }
    return FITTING;
  }

  double height(double contentHeight) {
    return Math.max(height, contentHeight);
  }
}
