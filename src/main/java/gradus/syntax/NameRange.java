package gradus.syntax;

import gradus.syntax.Written.Name;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// `w1..w8` and `w_1..w_8`: names that count up.
record NameRange(String stem, int first, int last, Span span) {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(0|[1-9][0-9]{0,8})");

  /// Empty unless both names differ only in the number at their end, the second being larger.
  static Optional<NameRange> between(Name first, Name last) {
    Matcher from = NUMBERED.matcher(first.text());
    Matcher to = NUMBERED.matcher(last.text());
    if (!isPlain(first) || !isPlain(last) || !from.matches() || !to.matches()) {
      return Optional.empty();
    }
    NameRange range =
        new NameRange(
            from.group(1),
            Integer.parseInt(from.group(2)),
            Integer.parseInt(to.group(2)),
            first.span().to(last.span()));
    return to.group(1).equals(range.stem) && range.first < range.last
        ? Optional.of(range)
        : Optional.empty();
  }

  private static boolean isPlain(Name name) {
    return name.labels().isEmpty() && name.entries().isEmpty();
  }

  int size() {
    return last - first + 1;
  }

  List<Name> names() {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> Name.plain(stem + number, span))
        .toList();
  }
}
