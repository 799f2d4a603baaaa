package gradus.render.box;

import gradus.render.box.Box.Break;
import gradus.render.box.Box.Glyph;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Text as LaTeX. Nothing that a user typed reaches TeX as a command, and whatever pdflatex has no
/// sign for is written as its number: `[U+1F600]`.
public final class LatexText {
  /// A longer stretch without a blank may be broken anywhere.
  private static final int LONGEST_WORD = 16;

  private static final int CHUNK = 2;

  private static final int[] WIDTHS = {
    // from the blank to the tilde, thousandths of an em
    334, 278, 500, 833, 500, 833, 778, 278, 389, 389, 500, 778, 278, 333, 278, 500,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 778, 778, 778, 472,
    778, 750, 708, 722, 764, 681, 653, 785, 750, 361, 514, 778, 625, 917, 750, 778,
    681, 778, 736, 556, 722, 750, 750, 1028, 750, 750, 611, 278, 500, 278, 611, 500,
    278, 500, 556, 444, 556, 444, 306, 500, 556, 278, 306, 528, 278, 833, 556, 500,
    556, 528, 392, 394, 389, 556, 528, 722, 528, 528, 444, 500, 278, 500, 611
  };

  private LatexText() {}

  /// In text mode.
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int wordLength = 0;
    int previous = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      wordLength = Character.isWhitespace(c) ? 0 : wordLength + 1;
      if (wordLength > LONGEST_WORD && wordLength % 8 == 0) {
        out.append("\\allowbreak{}");
      }
      LatexCharacters.append(out, c, previous);
      previous = c;
    }
    return out.toString();
  }

  public static double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      width += width(c);
    }
    return width;
  }

  private static double width(int c) {
    if (c >= ' ' && c <= '~') {
      return WIDTHS[c - ' '] / 1000.0;
    }
    boolean letter = c < 0x250 || MathAlphabet.named(Character.toString(c)).isPresent();
    return letter ? 0.9 : 6;
  }

  /// In math mode, as a word that may be broken anywhere.
  public static Box broken(String text) {
    List<Box> parts = new ArrayList<>();
    int[] characters = Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
    for (int start = 0; start < characters.length; start += CHUNK) {
      int length = Math.min(CHUNK, characters.length - start);
      String chunk = new String(characters, start, length);
      if (start > 0) {
        parts.add(Break.PLAIN);
      }
      parts.add(new Glyph("\\text{" + escaped(chunk) + "}", BoxExtent.line(width(chunk))));
    }
    return Boxes.row(parts);
  }
}
