package gradus.render;

import gradus.render.Box.Bracket;
import gradus.render.Box.Branch;
import gradus.render.Box.Branches;
import gradus.render.Box.Fence;
import gradus.render.Box.Fraction;
import gradus.render.Box.Glyph;
import gradus.render.Box.Grid;
import gradus.render.Box.Root;
import gradus.render.Box.Row;
import gradus.render.Box.Script;
import gradus.render.Box.Underbrace;
import gradus.render.Box.Underset;
import java.util.List;
import java.util.Optional;

/// Builds boxes and measures them on the way.
final class Boxes {
  /// A script is set at 8 of 11 points, in a slightly wider cut.
  private static final double SCRIPT = 0.78;

  static final Glyph PLUS = new Glyph("+", Size.line(1.23));
  static final Glyph MINUS = new Glyph("-", Size.line(1.23));
  static final Glyph SIGN = new Glyph("-", Size.line(0.78));
  static final Glyph HADAMARD = new Glyph("\\odot", Size.line(1.23));
  static final Glyph DOT = new Glyph("\\cdot", Size.line(0.73));
  static final Glyph COMMA = new Glyph(",", Size.line(0.45));
  static final Glyph SLASH = new Glyph("/", Size.line(0.5));
  static final Glyph THIN_SPACE = new Glyph("\\,", Size.line(0.17));
  static final Glyph THICK_SPACE = new Glyph("\\;", Size.line(0.28));
  static final Glyph QUAD = new Glyph("\\quad", Size.line(1));
  static final Glyph NOTHING = new Glyph("", Size.line(0));
  static final Glyph PARTIAL = new Glyph("\\partial", Size.line(0.59));

  private Boxes() {}

  static Box row(Box... parts) {
    return row(List.of(parts));
  }

  static Box row(List<? extends Box> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    double width = 0;
    double height = 0;
    for (Box part : parts) {
      width += part.width();
      height = Math.max(height, part.height());
    }
    return new Row(List.copyOf(parts), new Size(width, height));
  }

  static Box fraction(Box top, Box bottom, Setting setting) {
    double width = Math.max(top.width(), bottom.width()) + 0.25;
    double whole = Math.max(1, top.height()) + Math.max(1, bottom.height());
    double height = setting == Setting.DISPLAY ? 0.1 + whole : 0.75 * whole;
    return new Fraction(top, bottom, false, new Size(width, height));
  }

  static Box small(Fraction fraction) {
    Size size = new Size(SCRIPT * fraction.width(), 1.25);
    return new Fraction(fraction.top(), fraction.bottom(), true, size);
  }

  static Box raised(Box base, Box above) {
    return script(base, Optional.empty(), Optional.of(above));
  }

  static Box script(Box base, Optional<Box> below, Optional<Box> above) {
    if (below.isEmpty() && above.isEmpty()) {
      return base;
    }
    double width = Math.max(widthOf(below), widthOf(above));
    boolean tall = above.isPresent() && above.get().height() > 1.15;
    double height = base.height() + (tall ? 0.2 : 0);
    return new Script(base, below, above, new Size(base.width() + SCRIPT * width + 0.06, height));
  }

  private static double widthOf(Optional<Box> script) {
    return script.map(Box::width).orElse(0.0);
  }

  /// A bracket around `inside`, taller than every bracket in it.
  static Box fence(Bracket bracket, Box inside) {
    Delimiter delimiter = Delimiter.around(inside.height());
    double width = inside.width() + 2 * delimiter.width;
    return new Fence(bracket, inside, new Size(width, delimiter.height(inside.height())));
  }

  static Box parenthesised(Box inside) {
    return fence(Bracket.ROUND, inside);
  }

  static Box root(Box inside) {
    return new Root(inside, new Size(inside.width() + 0.95, Math.max(1.2, inside.height() + 0.1)));
  }

  static Box branches(List<Branch> branches) {
    double value = 0;
    double condition = 0;
    double height = 0;
    for (Branch branch : branches) {
      value = Math.max(value, branch.value().width());
      condition = Math.max(condition, branch.condition().width());
      height += 1.2 * Math.max(1, Math.max(branch.value().height(), branch.condition().height()));
    }
    return new Branches(branches, new Size(value + condition + 2.2, Math.max(2.5, height)));
  }

  /// A grid whose rows have one length.
  static Box grid(List<List<Box>> rows) {
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
    return new Grid(rows, new Size(width + parentheses(height), height + 0.2));
  }

  /// Both parentheses around a grid: they grow wider with it, up to a size.
  private static double parentheses(double height) {
    return height <= 1 ? 0.92 : height <= 2.6 ? 1.48 : 1.76;
  }

  static boolean isTall(List<Box> row) {
    return row.stream().anyMatch(box -> box.height() > 1.2);
  }

  static Box underset(Box over, Box under) {
    double width = Math.max(over.width(), SCRIPT * under.width());
    return new Underset(over, under, new Size(width, over.height() + 0.4));
  }

  /// `Σ` or another operator with its limits, which stand above and below it on lines of their own.
  static Box limits(Glyph operator, Box below, Optional<Box> above, Setting setting) {
    Box beside = script(operator, Optional.of(below), above);
    if (setting != Setting.DISPLAY || !(beside instanceof Script script)) {
      return beside;
    }
    double scripts = SCRIPT * Math.max(below.width(), widthOf(above));
    double width = Math.max(operator.width() + 0.5, scripts);
    return new Script(script.base(), script.below(), script.above(), new Size(width, 2.4));
  }

  static Box underbrace(Box over, String label, double labelWidth) {
    double width = Math.max(over.width(), SCRIPT * labelWidth);
    return new Underbrace(over, label, new Size(width + 0.35, over.height() + 1.2));
  }
}
