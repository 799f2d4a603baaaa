package gradus.render.box;

import gradus.render.box.Box.Glyph;
import java.util.List;

/// Hats, bars and the other marks over a letter.
public final class Accents {
  private Accents() {}

  public static Box over(Box letter, List<String> marks) {
    Box marked = letter;
    for (String mark : marks) {
      marked = over(marked, mark);
    }
    return marked;
  }

  private static Box over(Box letter, String mark) {
    return letter instanceof Glyph(String latex, BoxExtent size)
        ? new Glyph("\\" + mark + "{" + latex + "}", size)
        : letter;
  }
}
