package gradus.syntax.page;

import gradus.expr.Name;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Annotated;
import gradus.syntax.paper.Notated.Face;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Number;
import gradus.syntax.paper.Notated.Scripted;
import gradus.syntax.paper.Notated.Symbol;
import gradus.syntax.source.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Letters of every script and font to symbols.
public final class Symbols {
  private static final Map<Integer, String> MARKS =
      Map.of(
          0x302,
          "hat",
          0x304,
          "bar",
          0x305,
          "bar",
          0x303,
          "tilde",
          0x307,
          "dot",
          0x308,
          "ddot",
          0x20D7,
          "vec",
          0x332,
          "underline");
  private static final Map<String, String> SAME =
      Map.of("widehat", "hat", "overline", "bar", "widetilde", "tilde", "overrightarrow", "vec");
  private static final Set<String> VECTOR = Set.of("vec", "underline");
  private static final Map<String, String> BLACKBOARD =
      Map.of("ℝ", "R", "ℕ", "N", "ℤ", "Z", "ℚ", "Q", "𝔼", "E", "𝟙", "1", "ℂ", "C");

  private Symbols() {}

  public static Symbol plain(String letters, Span span) {
    return new Symbol(letters, Face.PLAIN, List.of(), span);
  }

  public static Symbol upright(String letters, Span span) {
    return new Symbol(letters, Face.UPRIGHT, List.of(), span);
  }

  public static Symbol function(Token token) {
    return upright(token.getText().substring(1), Tokens.span(token));
  }

  public static Symbol greek(String command, Span span) {
    return plain(command.substring(command.startsWith("\\var") ? 4 : 1), span);
  }

  public static Symbol symbol(String text, Span span) {
    return switch (text) {
      case "∞" -> plain("infty", span);
      case "∅" -> plain("emptyset", span);
      default -> plain(text.substring(1), span);
    };
  }

  /// A letter beyond ASCII, or one with marks: `ŷ`, `σ`, `𝑤`, `ℝ`.
  public static Symbol letter(String text, Span span) {
    if (BLACKBOARD.containsKey(text)) {
      return new Symbol(BLACKBOARD.get(text), Face.BLACKBOARD, List.of(), span);
    }
    if (text.equals("ℓ")) {
      return plain("ell", span);
    }
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    int base = parts.codePointAt(0);
    List<String> marks =
        parts
            .codePoints()
            .skip(1)
            .filter(mark -> !VECTOR.contains(MARKS.getOrDefault(mark, "")))
            .mapToObj(mark -> MARKS.getOrDefault(mark, Character.toString(mark)))
            .toList();
    String letters = Name.of(Character.toString(base)).key();
    return new Symbol(letters, Face.PLAIN, marks, span);
  }

  /// A sign in the place of an operand, in one spelling.
  public static String mark(Token token) {
    return switch (token.getText()) {
      case "\\cdot", "⋅", "\\bullet", "∙", "•", "\\cdotp" -> "·";
      case "\\ast", "∗", "\\star" -> "*";
      case "−", "–" -> "-";
      case "\\circ", "∘" -> "∘";
      case "\\odot" -> "⊙";
      case "\\times" -> "×";
      case "’", "′", "\\prime", "″" -> "'";
      case String other -> other;
    };
  }

  public static String accent(Token token) {
    String name = token.getText().substring(1);
    return SAME.getOrDefault(name, name);
  }

  /// A mark goes to the letter it stands on: `\hat{y_1}` is `\hat{y}_1`. An arrow or a line below
  /// makes a vector of it, as bold print does.
  public static Notated marked(Notated value, String mark, Span span) {
    if (VECTOR.contains(mark)) {
      return styled(value, "\\mathbf", span);
    }
    return switch (value) {
      case Symbol(String letters, Face face, List<String> marks, _) -> {
        List<String> more = new ArrayList<>(marks);
        more.add(mark);
        yield new Symbol(letters, face, more, span);
      }
      case Letters(String letters, _) -> new Symbol(letters, Face.PLAIN, List.of(mark), span);
      case Scripted(Notated base, var below, var above, _)
          when base instanceof Symbol || base instanceof Letters ->
          new Scripted(marked(base, mark, base.span()), below, above, span);
      default -> new Annotated(value, new Mark(mark, span), span);
    };
  }

  /// In a font, letters side by side are one word, and a digit is a sign of its own: `\mathbb{1}`.
  public static Notated styled(Notated value, String command, Span span) {
    Face face = face(command);
    return switch (value) {
      case Symbol(String letters, _, List<String> marks, _) when face != Face.PLAIN ->
          new Symbol(letters, face, marks, span);
      case Letters(String letters, _) when face != Face.PLAIN ->
          new Symbol(letters, face, List.of(), span);
      case Number(String digits, _) when face == Face.BOLD || face == Face.BLACKBOARD ->
          new Symbol(digits, face, List.of(), span);
      case Scripted(Notated base, var below, var above, _)
          when base instanceof Symbol || base instanceof Letters ->
          new Scripted(styled(base, command, base.span()), below, above, span);
      default -> value;
    };
  }

  private static Face face(String command) {
    return switch (command.replace("*", "")) {
      case "\\mathbf", "\\boldsymbol", "\\bm", "\\pmb", "\\bold" -> Face.BOLD;
      case "\\mathbb", "\\mathds", "\\mathbbm" -> Face.BLACKBOARD;
      case "\\mathcal", "\\mathscr", "\\mathfrak" -> Face.CALLIGRAPHIC;
      case "\\mathrm", "\\mathsf", "\\mathtt", "\\operatorname" -> Face.UPRIGHT;
      default -> Face.PLAIN;
    };
  }
}
