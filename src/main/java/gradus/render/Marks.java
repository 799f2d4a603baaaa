package gradus.render;

import gradus.render.Box.Glyph;
import java.util.Map;

/// Hats, bars and the other marks over a letter.
final class Marks {
  private static final Map<Character, String> COMMANDS =
      Map.ofEntries(
          Map.entry('\u0300', "grave"),
          Map.entry('\u0301', "acute"),
          Map.entry('\u0302', "hat"),
          Map.entry('\u0303', "tilde"),
          Map.entry('\u0304', "bar"),
          Map.entry('\u0306', "breve"),
          Map.entry('\u0307', "dot"),
          Map.entry('\u0308', "ddot"),
          Map.entry('\u030A', "mathring"),
          Map.entry('\u030C', "check"),
          Map.entry('\u20D7', "vec"));

  private Marks() {}

  static boolean isMark(char c) {
    return COMMANDS.containsKey(c);
  }

  static Box over(Box letter, String marks) {
    Box marked = letter;
    for (int i = 0; i < marks.length(); i++) {
      marked = named(marked, COMMANDS.getOrDefault(marks.charAt(i), "hat"));
    }
    return marked;
  }

  static Box named(Box letter, String mark) {
    return letter instanceof Glyph(String latex, Size size)
        ? new Glyph("\\" + mark + "{" + latex + "}", size)
        : letter;
  }
}
