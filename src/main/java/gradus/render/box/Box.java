package gradus.render.box;

import java.util.List;
import java.util.Optional;

/// A formula laid out: what stands beside, above and around what. It still knows no page.
public sealed interface Box {
  BoxExtent size();

  default double width() {
    return size().width();
  }

  default double height() {
    return size().height();
  }

  /// A letter, a word, a number or a sign, with the space that belongs to it.
  record Glyph(String latex, BoxExtent size) implements Box {}

  record Row(List<Box> parts, BoxExtent size) implements Box {
    public Row {
      parts = List.copyOf(parts);
    }
  }

  /// Where a line may end; `sign` then starts the next one, because it was left out before.
  record Break(String sign) implements Box {
    public static final Break PLAIN = new Break("");

    @Override
    public BoxExtent size() {
      return BoxExtent.NONE;
    }
  }

  record Fraction(Box top, Box bottom, boolean small, BoxExtent size) implements Box {}

  record Script(Box base, Optional<Box> below, Optional<Box> above, BoxExtent size)
      implements Box {}

  record Fence(Bracket bracket, Box inside, BoxExtent size) implements Box {}

  enum Bracket {
    ROUND("(", ")"),
    SQUARE("[", "]"),
    ANGLE("\\langle", "\\rangle"),
    BARS("\\lvert", "\\rvert"),
    DOUBLE_BARS("\\lVert", "\\rVert");

    public final String open;
    public final String close;

    Bracket(String open, String close) {
      this.open = open;
      this.close = close;
    }
  }

  record Branches(List<Branch> branches, BoxExtent size) implements Box {
    public Branches {
      branches = List.copyOf(branches);
    }
  }

  record Branch(Box value, Box condition) {}

  record Root(Box inside, BoxExtent size) implements Box {}

  /// Rows of one length in large parentheses.
  record Grid(List<List<Box>> rows, BoxExtent size) implements Box {
    public Grid {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// Something small below, in the middle: the size of a factor.
  record Underset(Box over, Box under, BoxExtent size) implements Box {}

  /// A brace under a box, and a label in text mode under the brace.
  record Underbrace(Box over, String label, BoxExtent size) implements Box {}
}
