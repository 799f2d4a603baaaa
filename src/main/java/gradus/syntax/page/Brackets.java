package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// Which bracket closes which.
///
/// Stronger ones win: what is open when a brace, a row or an environment ends is never closed. So a
/// lost bracket costs its row and no other.
public final class Brackets {
  public static final int DEEPEST = 64;
  private static final int ALONE = -1;
  private static final int TOO_DEEP = -2;

  private final int[] partners;

  private Brackets(int[] partners) {
    this.partners = partners;
  }

  public static Brackets of(List<CommonToken> tokens) {
    int[] partners = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < partners.length; i++) {
      CommonToken token = tokens.get(i);
      partners[i] = i;
      if (opens(token)) {
        partners[i] = open.size() < DEEPEST ? ALONE : TOO_DEEP;
        if (open.size() < DEEPEST) {
          open.push(i);
        }
      } else if (closes(token)) {
        close(i, tokens, partners, open);
      } else if (token.getType() == AnswerParser.ROW) {
        dropTo(AnswerParser.END, tokens, open);
      }
    }
    return new Brackets(partners);
  }

  private static void close(int i, List<CommonToken> tokens, int[] partners, Deque<Integer> open) {
    int type = tokens.get(i).getType();
    partners[i] = ALONE;
    if (!holds(type, tokens, open)) {
      return;
    }
    dropTo(type, tokens, open);
    int opening = open.pop();
    partners[i] = opening;
    partners[opening] = i;
  }

  /// Whether what `type` closes is open, with nothing stronger open inside it.
  private static boolean holds(int type, List<CommonToken> tokens, Deque<Integer> open) {
    for (int i : open) {
      CommonToken opening = tokens.get(i);
      if (matches(opening, type)) {
        return true;
      }
      if (strength(opening.getType()) > strength(type)) {
        return false;
      }
    }
    return false;
  }

  private static void dropTo(int type, List<CommonToken> tokens, Deque<Integer> open) {
    while (!open.isEmpty() && !matches(tokens.get(open.peek()), type)) {
      open.pop();
    }
  }

  private static int strength(int type) {
    return switch (type) {
      case AnswerParser.BEGIN_MATRIX,
          AnswerParser.BEGIN_CASES,
          AnswerParser.BEGIN_ROWS,
          AnswerParser.END ->
          3;
      case AnswerParser.OPEN_BRACE, AnswerParser.CLOSE_BRACE -> 2;
      default -> 1;
    };
  }

  public static boolean opens(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.OPEN,
          AnswerParser.OPEN_SQUARE,
          AnswerParser.OPEN_SET,
          AnswerParser.OPEN_ANGLE,
          AnswerParser.OPEN_BRACE,
          AnswerParser.INDEX_OPEN,
          AnswerParser.BEGIN_MATRIX,
          AnswerParser.BEGIN_CASES,
          AnswerParser.BEGIN_ROWS ->
          true;
      default -> false;
    };
  }

  public static boolean closes(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.CLOSE,
          AnswerParser.CLOSE_SQUARE,
          AnswerParser.CLOSE_SET,
          AnswerParser.CLOSE_ANGLE,
          AnswerParser.CLOSE_BRACE,
          AnswerParser.INDEX_CLOSE,
          AnswerParser.END ->
          true;
      default -> false;
    };
  }

  /// Round and square match each other too, as in `[0, 1)`.
  private static boolean matches(CommonToken opening, int type) {
    return switch (opening.getType()) {
      case AnswerParser.OPEN, AnswerParser.OPEN_SQUARE ->
          type == AnswerParser.CLOSE || type == AnswerParser.CLOSE_SQUARE;
      case AnswerParser.OPEN_SET -> type == AnswerParser.CLOSE_SET;
      case AnswerParser.OPEN_ANGLE -> type == AnswerParser.CLOSE_ANGLE;
      case AnswerParser.OPEN_BRACE -> type == AnswerParser.CLOSE_BRACE;
      case AnswerParser.INDEX_OPEN -> type == AnswerParser.INDEX_CLOSE;
      default -> type == AnswerParser.END;
    };
  }

  /// Behind the bracket that closes at `i`, or behind `i` itself where nothing opens and closes.
  public int behind(int i) {
    return partners[i] > i ? partners[i] + 1 : i + 1;
  }

  /// Whether a bracket opens at `i` and closes.
  public boolean isOpening(int i) {
    return partners[i] > i;
  }

  public int partner(int i) {
    return partners[i];
  }

  public boolean isTooDeep(int i) {
    return partners[i] == TOO_DEEP;
  }

  public boolean isAlone(int i) {
    return partners[i] < 0;
  }
}
