package gradus.syntax.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A condition on a whole chain, `for i ≠ j`, `for k = 1, …, L`, `if z > 0`: what it says of index
/// letters.
///
/// Limit: bounds by letters for sizes are not looked at, since names end where their layers do; an
/// index is one of the usual letters.
///
/// @param between what holds between two letters
/// @param isUnderstood whether it speaks of index letters only, or restricts nothing
public record Proviso(List<Between> between, boolean isUnderstood) {
  static final Proviso NONE = new Proviso(List.of(), true);

  private static final Pattern SPACING =
      Pattern.compile(
          "\\\\(text|textrm|mathrm|mbox|quad|qquad|left|right)\\b|\\\\[,;:! {}]|[{}()$~.]");
  private static final Pattern WORD = Pattern.compile("(?<!\\\\)\\b\\p{L}{2,}\\b");
  private static final Pattern PART = Pattern.compile(",|\\\\(?:dots|ldots|cdots)|…|\\\\text");
  private static final Pattern RELATION =
      Pattern.compile("\\\\neq|\\\\ne|\\\\not *=|≠|!=|\\\\leq?|≤|\\\\geq?|≥|<|>|=|\\\\in|∈");
  private static final Pattern LETTER = Pattern.compile("[a-zA-Z]");
  private static final Pattern INDEX =
      Pattern.compile("([i-nr-tI-NT]|n_[a-zA-Z0-9]+|[0-9]+)([+-][0-9]+)?");

  /// `i ≠ j`, or `i = j`.
  record Between(String left, boolean equal, String right) {}

  public Proviso {
    between = List.copyOf(between);
  }

  /// @param written with the word that it begins with
  static Proviso of(String written) {
    String text = SPACING.matcher(written).replaceAll(" ").strip();
    String first = text.split(" ", 2)[0];
    if (!Connectives.RESTRICTING.holds(first)) {
      return NONE;
    }
    List<Between> between = new ArrayList<>();
    boolean understood = true;
    for (String part : PART.split(WORD.matcher(text).replaceAll(" "))) {
      String[] sides = RELATION.split(part.replace(" ", ""));
      for (String side : sides) {
        understood &= sides.length == 1 || INDEX.matcher(side).matches();
      }
      boolean letters =
          sides.length == 2
              && LETTER.matcher(sides[0]).matches()
              && LETTER.matcher(sides[1]).matches();
      boolean unequal = Pattern.compile("ne|not|≠|!=").matcher(part).find();
      if (letters && (unequal || part.contains("="))) {
        between.add(new Between(sides[0], !unequal, sides[1]));
      }
    }
    return new Proviso(between, understood);
  }

  /// Whether it may hold for these numbers; letters without one may have any.
  public boolean allows(Map<String, Integer> numbers) {
    return between.stream()
        .allMatch(one -> {
          Integer left = numbers.get(one.left);
          Integer right = numbers.get(one.right);
          return left == null || right == null || left.equals(right) == one.equal;
        });
  }
}
