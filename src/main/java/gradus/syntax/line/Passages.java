package gradus.syntax.line;

import gradus.syntax.page.Environments;
import gradus.syntax.page.Finder;
import gradus.syntax.paper.Claim.Setting;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the mathematics in LaTeX or in Markdown with LaTeX, in one pass.
///
/// A display that is never closed ends at the next blank line, so that a lost `$$` costs one
/// display and does not turn the rest of the text inside out.
final class Passages {
  private static final int LONGEST_INLINE = 4_000;
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern NUMBER_BEHIND =
      Pattern.compile("[ \\t]*\\n?[ \\t]*\\(((?:\\d+\\.)*\\d+[a-z]?)\\)[ \\t]*(?=\\n|$)");
  private static final Pattern DOCUMENT =
      Pattern.compile("\\\\(?:documentclass|begin\\s*\\{document\\}|usepackage|section|item)");
  private static final Pattern ENVIRONMENT =
      Pattern.compile("\\\\begin\\s*\\{\\s*([a-zA-Z]+)\\*?\\s*\\}");
  private static final Pattern PROSE =
      Pattern.compile("(?:(?<![\\\\\\p{L}{])\\p{L}{2,},?[ \\n]+){5}");

  private final String text;
  private final boolean document;
  private final Finder finder;
  private final List<Passage> passages = new ArrayList<>();
  private Optional<String> task = Optional.empty();
  private boolean words = true;
  private int at;

  private Passages(String text) {
    this.text = text;
    this.finder = new Finder(text);
    this.document = DOCUMENT.matcher(text).find();
  }

  static List<Passage> of(String text) {
    Passages scan = new Passages(text);
    scan.beginLine();
    while (scan.at < text.length()) {
      scan.read();
    }
    return scan.passages;
  }

  private void read() {
    char c = text.charAt(at);
    switch (c) {
      case '\\' -> command();
      case '$' -> dollar();
      case '\n' -> {
        at++;
        beginLine();
      }
      case '%' -> {
        if (document) {
          skipTo("\n", 0);
        } else {
          word(c);
        }
      }
      case '`' -> code();
      default -> word(c);
    }
  }

  private void word(char c) {
    words |= Character.isLetterOrDigit(c);
    at++;
  }

  private void beginLine() {
    if (at < text.length() && text.charAt(at) == '\n') {
      return;
    }
    int end = finder.next("\n", at);
    String line = text.substring(at, Math.min(end < 0 ? text.length() : end, at + 200));
    task = TaskHeadings.label(line).or(() -> task);
  }

  private void skipTo(String end, int behind) {
    int found = finder.next(end, at);
    at = found < 0 ? text.length() : found + behind;
  }

  private void command() {
    if (text.startsWith("\\(", at)) {
      delimited("\\)", Setting.INLINE);
    } else if (text.startsWith("\\[", at)) {
      delimited("\\]", Setting.DISPLAY);
    } else if (!document && (text.startsWith("\\\\(", at) || text.startsWith("\\\\[", at))) {
      at++;
    } else if (text.startsWith("\\begin", at)) {
      environment();
    } else if (text.startsWith("\\newcommand", at)
        || text.startsWith("\\renewcommand", at)
        || text.startsWith("\\def\\", at)) {
      skipTo("\n", 0);
    } else {
      at = Math.min(at + 2, text.length());
      words = true;
    }
  }

  /// `\(…\)`, `\[…\]`; in Markdown these backslashes may be escaped themselves.
  private void delimited(String close, Setting setting) {
    int start = at + 2;
    int end = finder.next(close, start);
    int blank = finder.blankLine(start);
    boolean closed =
        end >= 0 && (end < blank || setting == Setting.DISPLAY && !isProse(start, end));
    boolean escaped =
        closed
            && end > start
            && start > 2
            && text.charAt(start - 3) == '\\'
            && text.charAt(end - 1) == '\\';
    add(new Span(start, closed ? escaped ? end - 1 : end : blank), setting);
    at = closed ? end + 2 : blank;
    number();
  }

  private void environment() {
    Matcher matcher = ENVIRONMENT.matcher(text).region(at, Math.min(text.length(), at + 60));
    if (!matcher.lookingAt()) {
      at += 2;
      return;
    }
    String name = matcher.group(1);
    if (Environments.isSkipped(name)) {
      at = matcher.end();
      skipTo("\\end{" + name, 0);
    } else if (Environments.isMathematics(name)) {
      int end = finder.endOf(name, matcher.end());
      int blank = end < 0 ? finder.blankLine(matcher.end()) : end;
      add(new Span(at, blank), Setting.DISPLAY);
      at = blank;
      number();
    } else {
      at = matcher.end();
      words = true;
      columns(name);
    }
  }

  /// The columns of a table may hold dollars: `{>{$}l<{$}}`.
  private void columns(String name) {
    if (!name.startsWith("tab") && !name.startsWith("long")) {
      return;
    }
    int line = finder.next("\n", at);
    int depth = 0;
    for (int i = at; i < (line < 0 ? text.length() : line); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0 && text.charAt(i) == '}') {
        at = i + 1;
        return;
      }
    }
  }

  private void dollar() {
    if (text.startsWith("$$", at)) {
      display();
    } else {
      inline();
    }
  }

  private void display() {
    int start = at + 2;
    int end = finder.next("$$", start);
    int blank = finder.blankLine(start);
    boolean closed = end >= 0 && (end < blank || !isProse(start, end));
    int close = closed ? end : blank;
    add(new Span(start, close), Setting.DISPLAY);
    at = closed ? end + 2 : blank;
    number();
  }

  /// Whether a sentence stands there, words of text boxes aside.
  private boolean isProse(int from, int to) {
    int blank = finder.blankLine(from);
    return blank < to
        && PROSE.matcher(text).region(blank, Math.min(to, blank + LONGEST_INLINE)).find();
  }

  private void inline() {
    boolean quoted = text.startsWith("$`", at) && finder.next("`$", at + 2) >= 0;
    int start = quoted ? at + 2 : at + 1;
    int end = start;
    int last = Math.min(text.length(), start + LONGEST_INLINE);
    while (end < last && text.charAt(end) != '$' && !text.startsWith("\n\n", end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end < last && text.charAt(end) == '$' && end > start) {
      boolean closed = quoted && text.charAt(end - 1) == '`';
      add(new Span(start, closed ? end - 1 : end), Setting.INLINE);
      at = end + 1;
    } else {
      at++;
    }
    words = true;
  }

  /// Code is no mathematics, except where it is fenced as such.
  private void code() {
    if (text.startsWith("```math", at)) {
      at += 7;
      int end = finder.next("```", at);
      int close = end < 0 ? text.length() : end;
      add(new Span(at, close), Setting.DISPLAY);
      at = Math.min(text.length(), close + 3);
    } else if (text.startsWith("```", at)) {
      at += 3;
      skipTo("```", 3);
    } else {
      int end = finder.next("`", at + 1);
      int line = finder.next("\n", at);
      boolean closed = !document && end > at + 1 && (line < 0 || end < line);
      at = closed ? end + 1 : at + 1;
    }
    words = true;
  }

  private void add(Span span, Setting setting) {
    if (text.substring(span.start(), span.end()).isBlank()) {
      return;
    }
    passages.add(new Passage(span, setting, Optional.empty(), words, task));
    words = setting == Setting.INLINE;
  }

  /// Behind a display: `(12)` on what is left of its line or alone on the next.
  private void number() {
    if (passages.isEmpty()) {
      return;
    }
    Passage last = passages.getLast();
    Matcher matcher =
        NUMBER_BEHIND.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER));
    if (last.setting() == Setting.DISPLAY && matcher.lookingAt()) {
      passages.set(
          passages.size() - 1,
          new Passage(
              last.span(),
              last.setting(),
              Optional.of(matcher.group(1)),
              last.afterWords(),
              last.task()));
      at = matcher.end();
    }
  }
}
