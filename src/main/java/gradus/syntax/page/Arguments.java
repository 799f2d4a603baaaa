package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.paper.Repair;
import gradus.syntax.paper.Repair.Kind;
import gradus.syntax.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// Cuts what TeX would cut: an argument without braces is one letter or digit, so that `\frac12` is
/// a half and `w_ix` is `w_i x`.
///
/// Its limit: of `w_12` TeX prints w₁2, and nobody means that; the digits are kept together, with a
/// [Repair]. In typed lines words are words, and nothing is cut.
public final class Arguments {
  private final Collection<Repair> repairs;
  private final boolean typed;
  private final List<CommonToken> cut = new ArrayList<>();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int due;
  private boolean script;

  private Arguments(boolean typed, Collection<Repair> repairs) {
    this.typed = typed;
    this.repairs = repairs;
  }

  public static List<CommonToken> cut(
      List<CommonToken> tokens, boolean typed, Collection<Repair> repairs) {
    Arguments arguments = new Arguments(typed, repairs);
    for (int i = 0; i < tokens.size(); i++) {
      arguments.read(tokens, i);
    }
    return OperandMarks.marked(arguments.cut);
  }

  private void read(List<CommonToken> tokens, int i) {
    CommonToken token = tokens.get(i);
    switch (token.getType()) {
      case AnswerParser.FRAC, AnswerParser.STACK -> expect(token, due > 0 ? due + 1 : 2, false);
      case AnswerParser.SUB, AnswerParser.SUP -> expect(token, 1, true);
      case AnswerParser.SQRT, AnswerParser.ACCENT, AnswerParser.FONT, AnswerParser.BRACE_OVER ->
          expect(token, Math.max(due, 1), false);
      case AnswerParser.OPEN_BRACE -> {
        outer.push(Math.max(due - 1, 0));
        due = 0;
        cut.add(token);
      }
      case AnswerParser.CLOSE_BRACE -> {
        due = outer.isEmpty() ? 0 : outer.pop();
        script = false;
        cut.add(token);
      }
      case AnswerParser.OPEN_SQUARE -> {
        boolean index = !cut.isEmpty() && cut.getLast().getType() == AnswerParser.SQRT;
        cut.add(index && !typed ? Tokens.retyped(token, AnswerParser.INDEX_OPEN) : token);
        indexed = index && !typed;
      }
      case AnswerParser.CLOSE_SQUARE -> {
        cut.add(indexed ? Tokens.retyped(token, AnswerParser.INDEX_CLOSE) : token);
        due = indexed ? 1 : due;
        indexed = false;
      }
      default -> {
        addArgument(token);
        due = Math.max(due - 1, 0);
      }
    }
  }

  /// Whether the index of a root is open: `\sqrt[3]{x}`.
  private boolean indexed;

  private void expect(CommonToken token, int arguments, boolean inScript) {
    cut.add(token);
    due = arguments;
    script = inScript;
  }

  private void addArgument(CommonToken token) {
    boolean word = token.getType() == AnswerParser.WORD;
    boolean number = token.getType() == AnswerParser.NUMBER;
    int length = token.getText().length();
    if (due == 0 || length == 1 || typed || !word && !number) {
      cut.add(token);
    } else if (number && script) {
      repairs.add(
          new Repair(
              Kind.BARE_INDEX, Tokens.span(token), token.getText(), "{" + token.getText() + "}"));
      cut.add(token);
    } else {
      split(token, Math.min(due, length));
    }
  }

  private void split(CommonToken token, int arguments) {
    Span span = Tokens.span(token);
    boolean exact = span.end() - span.start() == token.getText().length();
    for (int i = 0; i < arguments; i++) {
      Span place = exact ? new Span(span.start() + i, span.start() + i + 1) : span;
      cut.add(Tokens.token(token.getType(), token.getText().substring(i, i + 1), place));
    }
    due -= arguments - 1;
    String rest = token.getText().substring(arguments);
    if (!rest.isEmpty()) {
      Span place = exact ? new Span(span.start() + arguments, span.end()) : span;
      cut.add(Tokens.token(token.getType(), rest, place));
    }
  }
}
