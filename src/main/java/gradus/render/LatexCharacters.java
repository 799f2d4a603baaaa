package gradus.render;

import gradus.expr.Alphabet;
import gradus.render.Letters.Letter;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One character after the other in LaTeX's text mode, for every input and font encoding.
final class LatexCharacters {
  private static final Map<Integer, String> COMMANDS = commands();

  private LatexCharacters() {}

  private static Map<Integer, String> commands() {
    Map<Integer, String> commands = new HashMap<>();
    put(commands, "\\ \\textbackslash{}", "{ \\{", "} \\}", "$ \\$", "& \\&", "# \\#", "% \\%");
    put(commands, "_ \\_", "^ \\textasciicircum{}", "~ \\textasciitilde{}", "< \\textless{}");
    put(commands, "> \\textgreater{}", "| \\textbar{}", "` \\textquoteleft{}", "* $*$");
    put(commands, "– --", "— ---", "‘ `", "’ '", "‚ ,", "“ ``", "” ''", "„ ,,", "« ``", "» ''");
    put(commands, "… \\ldots{}", "• \\textbullet{}", "§ \\S{}", "© \\copyright{}", "¡ !`", "¿ ?`");
    put(commands, "ß \\ss{}", "æ \\ae{}", "Æ \\AE{}", "œ \\oe{}", "Œ \\OE{}", "ø \\o{}", "Ø \\O{}");
    put(commands, "å \\aa{}", "Å \\AA{}", "ł \\l{}", "Ł \\L{}", "ı \\i{}", "€ EUR", "ẞ SS");
    put(commands, "° $^\\circ$", "± $\\pm$", "× $\\times$", "÷ $\\div$", "· $\\cdot$", "− $-$");
    put(commands, "≤ $\\le$", "≥ $\\ge$", "≠ $\\ne$", "≈ $\\approx$", "≡ $\\equiv$", "∈ $\\in$");
    put(commands, "→ $\\to$", "← $\\leftarrow$", "↦ $\\mapsto$", "⇒ $\\Rightarrow$");
    put(commands, "⇔ $\\Leftrightarrow$", "∑ $\\sum$", "∏ $\\prod$", "∫ $\\int$", "√ $\\surd$");
    put(commands, "⊙ $\\odot$", "∘ $\\circ$", "⊤ $\\top$", "′ $'$", "¬ $\\neg$", "∀ $\\forall$");
    put(commands, "∃ $\\exists$", "∅ $\\emptyset$", "⋅ $\\cdot$", "✓ $\\surd$", "¬ $\\neg$");
    put(commands, "¹ $^1$", "² $^2$", "³ $^3$", "⁺ $^+$", "⁻ $^-$", "⁰ $^0$", "½ $\\frac12$");
    for (int digit = 0; digit < 10; digit++) {
      commands.put(0x2080 + digit, "$_" + digit + "$");
      commands.putIfAbsent(0x2070 + digit, "$^" + digit + "$");
    }
    return commands;
  }

  private static void put(Map<Integer, String> commands, String... pairs) {
    for (String pair : pairs) {
      commands.put(pair.codePointAt(0), pair.substring(2));
    }
  }

  /// @param previous the character before, which tells an opening quote from a closing one
  static void append(StringBuilder out, int c, int previous) {
    if (c == '"' || c == '\'') {
      boolean opening = Character.isWhitespace(previous) || previous == '(' || previous == '[';
      String quote = opening ? "`" : "'";
      out.append(c == '"' ? quote.repeat(2) : quote);
    } else if (COMMANDS.containsKey(c)) {
      out.append(COMMANDS.get(c));
    } else if (c >= ' ' && c < 0x7f) {
      out.appendCodePoint(c);
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      out.append(' ');
    } else if (!isInvisible(c)) {
      appendLetter(out, c);
    }
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK -> true;
      case Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  private static void appendLetter(StringBuilder out, int c) {
    String letter = Character.toString(c);
    Optional<Letter> mathematical = Letters.named(letter);
    if (mathematical.isPresent()) {
      out.append('$').append(mathematical.get().latex()).append('$');
      return;
    }
    String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
    Optional<String> accent =
        parts.length() == 2 && Alphabet.isLatin(parts.charAt(0))
            ? accent(parts.charAt(1))
            : Optional.empty();
    if (accent.isEmpty()) {
      out.append("[U+").append(String.format(Locale.ROOT, "%04X", c)).append(']');
    } else {
      out.append('\\').append(accent.get()).append('{').append(parts.charAt(0)).append('}');
    }
  }

  private static Optional<String> accent(char mark) {
    return switch (mark) {
      case '\u0300' -> Optional.of("`");
      case '\u0301' -> Optional.of("'");
      case '\u0302' -> Optional.of("^");
      case '\u0303' -> Optional.of("~");
      case '\u0304' -> Optional.of("=");
      case '\u0306' -> Optional.of("u");
      case '\u0307' -> Optional.of(".");
      case '\u0308' -> Optional.of("\"");
      case '\u030A' -> Optional.of("r");
      case '\u030B' -> Optional.of("H");
      case '\u030C' -> Optional.of("v");
      case '\u0327' -> Optional.of("c");
      default -> Optional.empty();
    };
  }
}
