package gradus.syntax.line;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.page.Alignment;
import gradus.syntax.page.Brackets;
import gradus.syntax.page.Tokens;
import gradus.syntax.paper.RelationSign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;

/// The tokens of a passage to its rows.
///
/// Environments of rows dissolve wherever they stand. An array, a matrix or cases that begin a row
/// dissolve if each of their rows is an equation: such an array is a column of equations.
final class RowLayout {
  private static final Pattern NUMBER = Pattern.compile("\\(\\s*((?:\\d+\\.)*\\d+[a-z]?'?)\\s*\\)");
  private static final Pattern TAG = Pattern.compile("\\{\\s*\\(?\\s*(.*?)\\s*\\)?\\s*\\}");

  private static final int LONGEST_NUMBER = 20;

  private final String text;
  private final List<CommonToken> tokens;
  private final Brackets brackets;
  private final Set<Integer> dissolved = new HashSet<>();
  private final List<PassageRow> rows = new ArrayList<>();
  private List<CommonToken> current = new ArrayList<>();

  private RowLayout(String text, List<CommonToken> tokens) {
    this.text = text;
    this.tokens = tokens;
    this.brackets = Brackets.of(tokens);
  }

  static List<PassageRow> rows(String text, List<CommonToken> tokens) {
    RowLayout layout = new RowLayout(text, tokens);
    for (int i = 0; i < tokens.size(); i = layout.read(i)) {}
    layout.end();
    return layout.rows;
  }

  /// The place behind what was read.
  private int read(int i) {
    CommonToken token = tokens.get(i);
    switch (token.getType()) {
      case AnswerParser.BEGIN_ROWS -> {
        if (Tokens.is(tokens, i - 1, AnswerParser.END)) {
          end();
        }
        return i + 1;
      }
      case AnswerParser.BEGIN_MATRIX, AnswerParser.BEGIN_CASES -> {
        if (current.isEmpty() && isColumnOfEquations(i)) {
          dissolved.add(brackets.partner(i));
          return i + 1;
        }
      }
      case AnswerParser.END -> {
        boolean rowsEnd =
            brackets.isAlone(i)
                || dissolved.contains(i)
                || Tokens.is(tokens, brackets.partner(i), AnswerParser.BEGIN_ROWS);
        if (rowsEnd) {
          return i + 1;
        }
      }
      case AnswerParser.CLOSE_BRACE -> {
        if (dissolved.contains(i)) {
          return i + 1;
        }
      }
      case AnswerParser.FONT, AnswerParser.OPEN_BRACE -> {
        int brace = token.getType() == AnswerParser.FONT ? i + 1 : i;
        if (isWrapping(brace)) {
          dissolved.add(brackets.partner(brace));
          return brace + 1;
        }
      }
      case AnswerParser.ROW -> {
        end();
        return i + 1;
      }
      default -> {}
    }
    int behind = holdsRows(i) ? i + 1 : brackets.behind(i);
    current.addAll(tokens.subList(i, behind));
    return behind;
  }

  /// Whether the braces that open there hold a whole equation, as those of `\boxed{a = b}`.
  private boolean isWrapping(int brace) {
    if (!Tokens.is(tokens, brace, AnswerParser.OPEN_BRACE) || !brackets.isOpening(brace)) {
      return false;
    }
    boolean starts =
        current.isEmpty()
            || switch (current.getLast().getType()) {
              case AnswerParser.SO,
                  AnswerParser.QUAD,
                  AnswerParser.AMP,
                  AnswerParser.COMMA,
                  AnswerParser.AND,
                  AnswerParser.PROSE ->
                  true;
              default -> false;
            };
    boolean equation = false;
    for (int i = brace + 1; i < brackets.partner(brace); i = brackets.behind(i)) {
      equation |= tokens.get(i).getType() == AnswerParser.RELATION;
    }
    return starts && equation;
  }

  /// Whether a pair of brackets that opens at `i` is drawn around an environment of rows.
  private boolean holdsRows(int i) {
    return brackets.isOpening(i) && Tokens.is(tokens, i + 1, AnswerParser.BEGIN_ROWS);
  }

  private boolean isColumnOfEquations(int begin) {
    if (!brackets.isOpening(begin)) {
      return false;
    }
    boolean equation = false;
    boolean empty = true;
    int end = brackets.partner(begin);
    for (int i = begin + 1; i <= end; i = brackets.behind(i)) {
      CommonToken token = tokens.get(i);
      switch (token.getType()) {
        case AnswerParser.ROW, AnswerParser.END -> {
          if (!equation && !empty) {
            return false;
          }
          equation = false;
          empty = true;
        }
        case AnswerParser.RELATION -> equation |= RelationSign.of(token.getText()).equates();
        case AnswerParser.IF, AnswerParser.OTHERWISE -> {
          return false;
        }
        case AnswerParser.PLUS, AnswerParser.DOT, AnswerParser.CROSS -> equation |= empty;
        default -> empty &= token.getType() == AnswerParser.AMP;
      }
    }
    return true;
  }

  private void end() {
    boolean aligned = Tokens.is(current, 0, AnswerParser.AMP);
    Optional<String> number = tag();
    List<CommonToken> row = unwrapped(Alignment.resolved(current));
    current = new ArrayList<>();
    if (number.isEmpty() && !row.isEmpty() && row.getLast().getType() == AnswerParser.PROSE) {
      number = number(row.getLast().getText());
      if (number.isPresent()) {
        row = row.subList(0, row.size() - 1);
      }
    }
    add(row, number, aligned);
  }

  private void add(List<CommonToken> row, Optional<String> number, boolean aligned) {
    Optional<String> last = number.isPresent() ? Optional.empty() : lastInBrackets(row);
    if (last.isEmpty()) {
      if (!row.isEmpty()) {
        rows.add(new PassageRow(row, number, Optional.empty(), aligned));
      } else if (number.isPresent() && !rows.isEmpty()) {
        rows.add(rows.removeLast().numbered(number));
      }
      return;
    }
    List<CommonToken> rest = row.subList(0, row.size() - 3);
    if (rest.isEmpty()) {
      if (!rows.isEmpty()) {
        rows.add(rows.removeLast().numbered(last));
      }
    } else if (standsApart(rest.getLast(), row.get(row.size() - 3))) {
      rows.add(new PassageRow(rest, last, Optional.empty(), aligned));
    } else {
      rows.add(new PassageRow(row, Optional.empty(), last, aligned));
    }
  }

  private Optional<String> tag() {
    Optional<String> number =
        current.stream()
            .filter(token -> token.getType() == AnswerParser.TAG)
            .map(token -> TAG.matcher(token.getText()))
            .filter(Matcher::find)
            .map(matcher -> matcher.group(1))
            .reduce((_, last) -> last);
    current.removeIf(token -> token.getType() == AnswerParser.TAG);
    return number;
  }

  /// `{…}` around the whole row means nothing.
  private static List<CommonToken> unwrapped(List<CommonToken> row) {
    List<CommonToken> inside = row;
    while (!inside.isEmpty()
        && inside.getFirst().getType() == AnswerParser.OPEN_BRACE
        && Brackets.of(inside).partner(0) == inside.size() - 1) {
      inside = inside.subList(1, inside.size() - 1);
    }
    return inside;
  }

  /// `12` where the row ends with `(12)`, two signs or letters at least before it.
  private Optional<String> lastInBrackets(List<CommonToken> row) {
    int size = row.size();
    if (size < 3
        || row.get(size - 3).getType() != AnswerParser.OPEN
        || row.get(size - 2).getType() != AnswerParser.NUMBER
        || row.get(size - 1).getType() != AnswerParser.CLOSE) {
      return Optional.empty();
    }
    return number("(" + row.get(size - 2).getText() + ")");
  }

  private static Optional<String> number(String written) {
    Matcher matcher = NUMBER.matcher(written);
    return written.length() <= LONGEST_NUMBER && matcher.matches()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /// By a wide space or on a line of its own.
  private boolean standsApart(CommonToken before, CommonToken bracket) {
    int from = before.getStopIndex() + 1;
    int to = bracket.getStartIndex();
    return before.getType() == AnswerParser.QUAD
        || from <= to && text.substring(from, to).indexOf('\n') >= 0;
  }
}
