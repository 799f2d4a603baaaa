package gradus.syntax.line;

import gradus.syntax.paper.Claim.Setting;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lines of Unicode mathematics in a text that marks other formulas: `∂L/∂w₁ = (ŷ − y)·x₁` between
/// displays.
///
/// Only lines without any mark, outside of code, that hold a sign which nobody types in prose.
final class UnicodeLines {
  private static final Pattern SIGN =
      Pattern.compile("[∂∇Σ∑σδη⊙∘·√½‖ᵀ⊤⁰-⁹¹²³⁺-⁾₀-₎ₐ-ₜᵢⱼ𝟙]|\\p{L}′");
  private static final Pattern MARK = Pattern.compile("[$`\\\\]");

  private UnicodeLines() {}

  /// The passages of a text, with those of its lines that bear no marks.
  static List<Passage> with(List<Passage> marked, String text, String typed) {
    List<Passage> all = new ArrayList<>(marked);
    Optional<String> task = Optional.empty();
    boolean code = false;
    int next = 0;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      Span span = new Span(start, newline < 0 ? text.length() : newline);
      String line = text.substring(span.start(), span.end());
      while (next < marked.size() && marked.get(next).span().end() <= start) {
        next++;
      }
      boolean within = next < marked.size() && marked.get(next).span().start() < span.end();
      Optional<String> above = task;
      task = TaskHeadings.label(line).or(() -> above);
      code ^= line.stripLeading().startsWith("```");
      if (!code && !within && SIGN.matcher(line).find() && !MARK.matcher(line).find()) {
        all.addAll(formulas(typed, span, task));
      }
      start = span.end() + 1;
    }
    all.sort(Comparator.comparingInt(passage -> passage.span().start()));
    return all;
  }

  private static List<Passage> formulas(String typed, Span line, Optional<String> task) {
    return Lines.of(typed.substring(line.start(), line.end()), Setting.TYPED).stream()
        .map(passage ->
            new Passage(
                new Span(
                    passage.span().start() + line.start(), passage.span().end() + line.start()),
                Setting.TYPED,
                passage.number(),
                true,
                passage.task().or(() -> task)))
        .toList();
  }
}
