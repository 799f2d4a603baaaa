package gradus.render.box;

import gradus.render.box.Box.Bracket;
import gradus.render.box.Box.Branch;
import gradus.render.box.Box.Branches;
import gradus.render.box.Box.Fence;
import gradus.render.box.Box.Fraction;
import gradus.render.box.Box.Glyph;
import gradus.render.box.Box.Grid;
import gradus.render.box.Box.Root;
import gradus.render.box.Box.Row;
import gradus.render.box.Box.Script;
import gradus.render.box.Box.Underbrace;
import gradus.render.box.Box.Underset;
import java.util.List;
import java.util.Optional;

/// Builds boxes and measures them on the way.
public final class Boxes {
  /// A script is set at 8 of 11 points, in a slightly wider cut.
  private static final double SCRIPT = 0.78;

  public static final Glyph PLUS = new Glyph("+", BoxExtent.line(1.23));
  public static final Glyph MINUS = new Glyph("-", BoxExtent.line(1.23));
  public static final Glyph SIGN = new Glyph("-", BoxExtent.line(0.78));
  public static final Glyph HADAMARD = new Glyph("\\odot", BoxExtent.line(1.23));
  public static final Glyph DOT = new Glyph("\\cdot", BoxExtent.line(0.73));
  public static final Glyph COMMA = new Glyph(",", BoxExtent.line(0.45));
  public static final Glyph SLASH = new Glyph("/", BoxExtent.line(0.5));
  public static final Glyph THIN_SPACE = new Glyph("\\,", BoxExtent.line(0.17));
  public static final Glyph THICK_SPACE = new Glyph("\\;", BoxExtent.line(0.28));
  public static final Glyph QUAD = new Glyph("\\quad", BoxExtent.line(1));
  public static final Glyph NOTHING = new Glyph("", BoxExtent.line(0));
  public static final Glyph PARTIAL = new Glyph("\\partial", BoxExtent.line(0.59));

  private Boxes() {}

  public static Box row(Box... parts) {
    return row(List.of(parts));
  }

  public static Box row(List<? extends Box> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    double width = 0;
    double height = 0;
    for (Box part : parts) {
      width += part.width();
      height = Math.max(height, part.height());
    }
    return new Row(List.copyOf(parts), new BoxExtent(width, height));
  }

  public static Box fraction(Box top, Box bottom, MathStyle setting) {
    double width = Math.max(top.width(), bottom.width()) + 0.25;
    double whole = Math.max(1, top.height()) + Math.max(1, bottom.height());
    double height = setting == MathStyle.DISPLAY ? 0.1 + whole : 0.75 * whole;
    return new Fraction(top, bottom, false, new BoxExtent(width, height));
  }

  public static Box small(Fraction fraction) {
    BoxExtent size = new BoxExtent(SCRIPT * fraction.width(), 1.25);
    return new Fraction(fraction.top(), fraction.bottom(), true, size);
  }

  public static Box raised(Box base, Box above) {
    return script(base, Optional.empty(), Optional.of(above));
  }

  public static Box script(Box base, Optional<Box> below, Optional<Box> above) {
    if (below.isEmpty() && above.isEmpty()) {
      return base;
    }
    double width = Math.max(widthOf(below), widthOf(above));
    boolean tall = above.isPresent() && above.get().height() > 1.15;
    double height = base.height() + (tall ? 0.2 : 0);
    return new Script(
        base, below, above, new BoxExtent(base.width() + SCRIPT * width + 0.06, height));
  }

  private static double widthOf(Optional<Box> script) {
    return script.map(Box::width).orElse(0.0);
  }

  /// A bracket around `inside`, taller than every bracket in it.
  public static Box fence(Bracket bracket, Box inside) {
    Delimiter delimiter = Delimiter.around(inside.height());
    double width = inside.width() + 2 * delimiter.width;
    return new Fence(bracket, inside, new BoxExtent(width, delimiter.height(inside.height())));
  }

  public static Box parenthesised(Box inside) {
    return fence(Bracket.ROUND, inside);
  }

  public static Box root(Box inside) {
    return new Root(
        inside, new BoxExtent(inside.width() + 0.95, Math.max(1.2, inside.height() + 0.1)));
  }

  public static Box branches(List<Branch> branches) {
    double value = 0;
    double condition = 0;
    double height = 0;
    for (Branch branch : branches) {
      value = Math.max(value, branch.value().width());
      condition = Math.max(condition, branch.condition().width());
      height += 1.2 * Math.max(1, Math.max(branch.value().height(), branch.condition().height()));
    }
    return new Branches(branches, new BoxExtent(value + condition + 2.2, Math.max(2.5, height)));
  }

  /// A grid whose rows have one length.
  public static Box grid(List<List<Box>> rows) {
    double width = 0;
    for (int column = 0; column < rows.getFirst().size(); column++) {
      double widest = 0;
      for (List<Box> row : rows) {
        widest = Math.max(widest, row.get(column).width());
      }
      width += widest + (column == 0 ? 0 : 0.92);
    }
    double height = 0;
    for (List<Box> row : rows) {
      height += isTall(row) ? 1.6 : 1;
    }
    return new Grid(rows, new BoxExtent(width + parentheses(height), height + 0.2));
  }

  /// Both parentheses around a grid: they grow wider with it, up to a size.
  private static double parentheses(double height) {
    return height <= 1 ? 0.92 : height <= 2.6 ? 1.48 : 1.76;
  }

  public static boolean isTall(List<Box> row) {
    return row.stream().anyMatch(box -> box.height() > 1.2);
  }

  public static Box underset(Box over, Box under) {
    double width = Math.max(over.width(), SCRIPT * under.width());
    return new Underset(over, under, new BoxExtent(width, over.height() + 0.4));
  }

  /// `Σ` or another operator with its limits, which stand above and below it on lines of their own.
  public static Box limits(Glyph operator, Box below, Optional<Box> above, MathStyle setting) {
    Box beside = script(operator, Optional.of(below), above);
    if (setting != MathStyle.DISPLAY || !(beside instanceof Script script)) {
      return beside;
    }
    double scripts = SCRIPT * Math.max(below.width(), widthOf(above));
    double width = Math.max(operator.width() + 0.5, scripts);
    return new Script(script.base(), script.below(), script.above(), new BoxExtent(width, 2.4));
  }

  public static Box underbrace(Box over, String label, double labelWidth) {
    double width = Math.max(over.width(), SCRIPT * labelWidth);
    return new Underbrace(over, label, new BoxExtent(width + 0.35, over.height() + 1.2));
  }
}
