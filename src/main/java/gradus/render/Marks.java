package gradus.render;

import gradus.render.Box.Glyph;
import java.util.List;

/// Hats, bars and the other marks over a letter.
final class Marks {
  private Marks() {}

  static Box over(Box letter, List<String> marks) {
    Box marked = letter;
    for (String mark : marks) {
      marked = over(marked, mark);
    }
    return marked;
  }

  private static Box over(Box letter, String mark) {
    return letter instanceof Glyph(String latex, Size size)
        ? new Glyph("\\" + mark + "{" + latex + "}", size)
        : letter;
  }
}
