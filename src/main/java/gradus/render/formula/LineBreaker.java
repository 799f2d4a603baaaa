package gradus.render.formula;

import gradus.render.box.Box;
import gradus.render.box.Box.Break;
import gradus.render.box.Box.Fence;
import gradus.render.box.Box.Glyph;
import gradus.render.box.Box.Row;
import gradus.render.box.Box.Script;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import gradus.render.box.Delimiter;
import java.util.ArrayList;
import java.util.List;

/// Breaks a formula into lines: at the outermost signs first, inside parentheses where it must be.
public final class LineBreaker {
  private static final List<String> SIGNS =
      List.of("+", "-", "\\cdot", "\\odot", "=", "\\approx", ":=");

  private final double width;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Box> lines = new ArrayList<>();
  private final List<Box> line = new ArrayList<>();
  private double used;

  /// A box that holds together, or a place to break so many brackets and products deep.
  private record Token(Box box, int depth) {}

  private LineBreaker(double width) {
    this.width = width;
  }

  /// Lines at most `width` wide; what cannot be broken is rewritten so that it can.
  public static List<Box> lines(Box box, double width) {
    if (box.width() <= width) {
      return List.of(box);
    }
    LineBreaker breaker = new LineBreaker(width);
    breaker.flatten(box, 0);
    breaker.fill(0, breaker.tokens.size());
    breaker.endLine();
    return breaker.lines;
  }

  /// Whether a line starts with a sign behind which TeX breaks lines by itself.
  public static boolean startsWithSign(Box line) {
    return switch (line) {
      case Row(List<Box> parts, _) -> startsWithSign(parts.getFirst());
      case Glyph(String latex, _) -> SIGNS.contains(latex);
      case Break _, Fence _, Script _, Box.Fraction _, Box.Grid _ -> false;
      case Box.Branches _, Box.Root _, Box.Underbrace _, Box.Underset _ -> false;
    };
  }

  private void flatten(Box box, int depth) {
    switch (box) {
      case Row(List<Box> parts, _) -> parts.forEach(part -> flattenPart(part, depth));
      case Break sign -> tokens.add(new Token(sign, depth));
      case Fence fence -> flatten(fence, depth);
      case Script script when script.width() > width && script.base().width() > width / 2 -> {
        flatten(script.base(), depth);
        tokens.add(atom(Boxes.script(Boxes.NOTHING, script.below(), script.above())));
      }
      case Box.Fraction _, Box.Branches _, Box.Root _, Box.Underbrace _, Script _, Box.Grid _ ->
          flattenUnlessNarrow(box, depth);
      case Glyph _, Box.Underset _ -> tokens.add(atom(box));
    }
  }

  private void flattenPart(Box part, int depth) {
    flatten(part, part instanceof Row ? depth + 1 : depth);
  }

  private static Token atom(Box box) {
    return new Token(box, -1);
  }

  private void flatten(Fence fence, int depth) {
    Delimiter delimiter = Delimiter.around(fence.inside().height());
    if (delimiter == Delimiter.FITTING) {
      if (fence.width() <= width) {
        tokens.add(atom(fence));
        return;
      }
      delimiter = Delimiter.LARGEST;
    }
    BoxExtent size = BoxExtent.line(delimiter.width);
    tokens.add(atom(new Glyph(delimiter.open + fence.bracket().open, size)));
    flatten(fence.inside(), depth + 2);
    tokens.add(atom(new Glyph(delimiter.close + fence.bracket().close, size)));
  }

  private void flattenUnlessNarrow(Box box, int depth) {
    Box looser = box.width() > width ? BreakableForm.of(box, width) : box;
    if (looser == box || looser instanceof Box.Branches || looser instanceof Box.Grid) {
      tokens.add(atom(looser));
    } else {
      flatten(looser, depth + 1);
    }
  }

  /// Fills lines with the stretches between the outermost breaks of a range of tokens.
  private void fill(int from, int to) {
    int outermost = Integer.MAX_VALUE;
    for (Token token : tokens.subList(from, to)) {
      if (token.depth >= 0) {
        outermost = Math.min(outermost, token.depth);
      }
    }
    int start = from;
    for (int i = from; i < to; i++) {
      if (tokens.get(i).depth == outermost) {
        place(start, i, outermost);
        start = i;
      }
    }
    place(start, to, outermost);
  }

  /// A stretch that starts with its break, unless it is the first.
  private void place(int from, int to, int depth) {
    if (from == to) {
      return;
    }
    double needed = width(from, to);
    boolean fits = used + needed <= width;
    if (!fits && used > 0 && tokens.get(from).depth >= 0 && wantsNewLine(from, to, needed)) {
      endLine();
      fits = needed <= width;
    }
    if (fits || depth == Integer.MAX_VALUE) {
      append(from, to);
    } else {
      int first = from;
      while (first < to && tokens.get(first).depth == depth) {
        append(first, ++first);
      }
      fill(first, to);
    }
  }

  /// A stretch that can be broken itself may start on a line that is nearly empty, and one that is
  /// longer than a line on one that is half full.
  private boolean wantsNewLine(int from, int to, double needed) {
    int end = from + 1;
    while (end < to && tokens.get(end).depth < 0) {
      end++;
    }
    double full = end < to ? needed <= width ? 0.3 : 0.5 : 0;
    return used > full * width || used + width(from, end) > width;
  }

  private double width(int from, int to) {
    double sum = 0;
    for (Token token : tokens.subList(from, to)) {
      sum += token.box.width();
    }
    return sum;
  }

  private void append(int from, int to) {
    for (Token token : tokens.subList(from, to)) {
      if (!(token.box instanceof Break(String sign))) {
        line.add(token.box);
        used += token.box.width();
      } else if (line.isEmpty() && !lines.isEmpty() && !sign.isEmpty()) {
        line.add(Boxes.DOT);
        used += Boxes.DOT.width();
      }
    }
  }

  private void endLine() {
    if (!line.isEmpty()) {
      lines.add(Boxes.row(line));
      line.clear();
      used = 0;
    }
  }
}
