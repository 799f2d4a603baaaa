package gradus.check;

import gradus.check.verdict.Slip;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Slips of the pen in rows of a sheet, behind the first relation sign of the row.
///
/// @param kinds what a slip of this kind may be called
record Breaks(String name, Pattern place, Set<Slip> kinds) {
  static final List<Breaks> ALL =
      List.of(
          of("sign", "(?<=[\\w})]) ?[+-](?=[\\w(\\\\])", Slip.SIGN),
          of(
              "factor",
              "(?<![\\d._])[23](?=\\(|[a-z]|\\\\(?:[bB]ig|left|cdot ?[a-z(\\\\]))|(?<=\\})\\\\cdot"
                  + " [a-z]_\\d",
              Slip.FACTOR,
              Slip.ACTIVATION),
          of(
              "index",
              "(?<=[a-zA-Z]_)[1-3](?![\\d}])|(?<=\\{)\\d(?=,\\d\\})",
              Slip.INDEX,
              Slip.LABEL),
          of("label", "(?<=\\^\\{\\()[1-3](?=\\))", Slip.LABEL, Slip.INDEX),
          of("transpose", "\\^\\\\(?:top|intercal)|\\^\\{\\\\top\\}", Slip.TRANSPOSE, Slip.SHAPE),
          of("branch", "(?<= )1 & (?=[^&]*> ?0)", Slip.BRANCH, Slip.ACTIVATION, Slip.SIGN),
          of("path", "(?<=[})\\w])\\+(?:\\\\underbrace)?[^+=]*$", Slip.PATH, Slip.OTHER),
          of(
              "digit",
              "\\d\\.\\d+|(?<=[=(] ?)(?<!\\^\\{\\()\\d(?![\\d.}\\w])",
              Slip.ARITHMETIC,
              Slip.COPIED_DATA,
              Slip.RATE,
              Slip.INDEX,
              Slip.STALE_VALUE,
              Slip.FACTOR));

  private static Breaks of(String name, String place, Slip... kinds) {
    return new Breaks(name, Pattern.compile(place), Set.of(kinds));
  }

  /// The places where it can happen.
  List<MatchResult> places(String row) {
    int start = row.indexOf('=');
    if (start < 0 || row.indexOf('\\') < 0 && row.length() < 4) {
      return List.of();
    }
    return place
        .matcher(row)
        .results()
        .filter(found -> found.start() > start)
        .filter(found -> isWhole(found.group()))
        .filter(found -> !isMatterOfTaste(row, found))
        .filter(found -> !row.substring(0, found.start()).matches("(?s).*\\\\text\\{[^{}]*"))
        .filter(found -> !row.substring(found.end()).matches("(?s)0(?![.\\d]).*"))
        .toList();
  }

  /// `(∂u/∂v)ᵀ ∂L/∂u` without the transposition is the other layout, `aᵀ b` without it the dot
  /// product: both are right under a convention that the verdict names.
  private boolean isMatterOfTaste(String row, MatchResult found) {
    if (!name.equals("transpose")) {
      return false;
    }
    String before = row.substring(0, found.start());
    String behind = row.substring(found.end()).strip();
    boolean jacobian =
        before.matches(
            "(?s).*\\\\[bB]ig+l\\(\\\\frac\\{\\\\partial(?:(?!\\\\[bB]ig).)*\\\\[bB]ig+r\\)");
    boolean dot =
        before.matches("(?s).*(?<![A-Za-z])[a-z](?:[_^]\\{?\\(?\\w*\\)?\\}?)*")
            && behind.matches("(?s)[a-z\\\\(].*")
            && !behind.matches("(?s)\\\\(?:cdot|end|right|[bB]ig).*");
    return jacobian || dot;
  }

  /// Whether what goes leaves no bracket alone.
  private static boolean isWhole(String part) {
    int depth = 0;
    for (char c : part.toCharArray()) {
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  String broken(String row, MatchResult at, SplittableRandom random) {
    String old = at.group();
    return row.substring(0, at.start()) + instead(old, random) + row.substring(at.end());
  }

  private String instead(String old, SplittableRandom random) {
    return switch (name) {
      case "sign" -> old.contains("+") ? old.replace('+', '-') : old.replace('-', '+');
      case "factor" -> old.equals("2") ? "3" : old.equals("3") ? "2" : "";
      case "transpose", "path" -> "";
      case "branch" -> "-1 & ";
      case "index", "label" -> old.equals("1") ? "2" : "1";
      default -> otherDigit(old, random);
    };
  }

  /// Far enough from the digit that stood there to be no rounding.
  private static String otherDigit(String number, SplittableRandom random) {
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < Math.min(number.length(), 4); i++) {
      if (Character.isDigit(number.charAt(i))) {
        digits.add(i);
      }
    }
    int at = digits.get(random.nextInt(digits.size()));
    int digit = number.charAt(at) - '0';
    return number.substring(0, at)
        + (digit + 3 + random.nextInt(4)) % 10
        + number.substring(at + 1);
  }
}
