package gradus.syntax;

import gradus.syntax.Written.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `w1..w8` and `w_1..w_8`: names that count up.
final class NameRange {
  private static final int MOST = 100_000;
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(0|[1-9][0-9]{0,5})");

  private NameRange() {}

  /// Empty unless both names differ only in the number at their end, the second being larger.
  static Optional<List<Name>> between(Name first, Name last) {
    Matcher from = NUMBERED.matcher(first.text());
    Matcher to = NUMBERED.matcher(last.text());
    boolean plain =
        first.labels().isEmpty()
            && first.entries().isEmpty()
            && last.labels().isEmpty()
            && last.entries().isEmpty();
    if (!plain || !from.matches() || !to.matches() || !from.group(1).equals(to.group(1))) {
      return Optional.empty();
    }
    int low = Integer.parseInt(from.group(2));
    int high = Integer.parseInt(to.group(2));
    if (high <= low || high - low >= MOST) {
      return Optional.empty();
    }
    List<Name> names = new ArrayList<>();
    Span span = first.span().to(last.span());
    for (int i = low; i <= high; i++) {
      names.add(PartBuilder.plain(from.group(1) + i, span));
    }
    return Optional.of(names);
  }
}
