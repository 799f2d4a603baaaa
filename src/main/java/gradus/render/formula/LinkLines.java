package gradus.render.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Which links of a chain share a line.
///
/// A line has one reason. A link joins the line before it where both fit, unless that line has its
/// reason and a further one is still to come: then the link belongs to that one. The last link, a
/// value as a rule, takes the one before it along to a new line.
public final class LinkLines {
  private LinkLines() {}

  /// Links `from` up to, but not including, `to`.
  public record Line(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /// Whether links fit on one line.
  @FunctionalInterface
  public interface Fit {
    boolean test(int from, int to);
  }

  public static List<Line> of(int links, IntPredicate hasReason, Fit fits) {
    int lastReason = links - 1;
    while (lastReason >= 0 && !hasReason.test(lastReason)) {
      lastReason--;
    }
    List<Line> lines = new ArrayList<>();
    int from = 0;
    boolean complete = false;
    for (int i = 0; i < links; i++) {
      if (i > from && ((complete && i <= lastReason) || !fits.test(from, i + 1))) {
        lines.add(new Line(from, i));
        from = i;
        complete = false;
      }
      complete |= hasReason.test(i);
    }
    if (links > 0) {
      lines.add(new Line(from, links));
    }
    return withoutLoneValue(lines, hasReason, fits);
  }

  private static List<Line> withoutLoneValue(List<Line> lines, IntPredicate hasReason, Fit fits) {
    if (lines.size() < 2 || lines.getLast().length() > 1) {
      return lines;
    }
    Line last = lines.getLast();
    Line before = lines.get(lines.size() - 2);
    int moved = last.from - 1;
    if (before.length() > 1 && !hasReason.test(moved) && fits.test(moved, last.to)) {
      lines.set(lines.size() - 2, new Line(before.from, moved));
      lines.set(lines.size() - 1, new Line(moved, last.to));
    }
    return lines;
  }
}
