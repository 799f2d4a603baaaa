package gradus.syntax;

import java.util.Optional;

/// Characters as a message shows them.
final class Characters {
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

  private Characters() {}

  /// `'§' (U+00A7)`; what does not print is only numbered.
  static String described(int c) {
    String number = "U+%04X".formatted(c);
    return Printable.isHidden(c)
        ? "the character " + number
        : "'" + Character.toString(c) + "' (" + number + ")";
  }

  /// What is typed for a character that typed mathematics does not have.
  static Optional<String> typed(int c) {
    int digit = SUBSCRIPTS.indexOf(c);
    return switch (c) {
      case '√' -> Optional.of("sqrt(…)");
      case '∑' -> Optional.of("sum(i in 1..n, …)");
      case '“', '”', '„' -> Optional.of("\"");
      case '÷' -> Optional.of("/");
      default -> digit < 0 ? Optional.empty() : Optional.of("_" + digit);
    };
  }
}
