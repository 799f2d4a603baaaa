package gradus.syntax.tree;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.page.Brackets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.antlr.v4.runtime.CommonToken;

/// How deep the tree of a side will be: brackets nest, and so do arguments without braces
/// (`\frac1\frac1\frac1…`).
final class Depth {
  private static final int BRACKET = 0;

  private Depth() {}

  /// The token that nests too deep.
  static OptionalInt exceeded(List<CommonToken> tokens) {
    Deque<Integer> due = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      int arguments = arguments(tokens.get(i));
      if (Brackets.opens(tokens.get(i)) || opensBar(tokens.get(i))) {
        due.push(BRACKET);
      } else if (Brackets.closes(tokens.get(i)) || closesBar(tokens.get(i))) {
        leaveBracket(due);
      } else if (arguments > 0) {
        due.push(arguments);
      } else {
        completed(due);
      }
      if (due.size() > 2 * Brackets.DEEPEST) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static void leaveBracket(Deque<Integer> due) {
    while (!due.isEmpty() && due.peek() != BRACKET) {
      due.pop();
    }
    due.poll();
    completed(due);
  }

  private static void completed(Deque<Integer> due) {
    while (!due.isEmpty() && due.peek() != BRACKET) {
      int left = due.pop() - 1;
      if (left > 0) {
        due.push(left);
        return;
      }
    }
  }

  private static boolean opensBar(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.BAR_OPEN, AnswerParser.NORM_OPEN, AnswerParser.AT_OPEN -> true;
      default -> false;
    };
  }

  private static boolean closesBar(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.BAR_CLOSE, AnswerParser.NORM_CLOSE, AnswerParser.AT_CLOSE -> true;
      default -> false;
    };
  }

  private static int arguments(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.FRAC, AnswerParser.STACK -> 2;
      case AnswerParser.SQRT,
          AnswerParser.ACCENT,
          AnswerParser.FONT,
          AnswerParser.BRACE_OVER,
          AnswerParser.SUB,
          AnswerParser.SUP ->
          1;
      default -> 0;
    };
  }
}
