package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;

/// Tells bars apart, whose two ends look the same: one opens where an operand is due, or where none
/// is open and another follows; else it closes, evaluates (`|_{x=0}`) or separates (`p(y|x)`).
final class Bars {
  private static final int SINGLE = 0;
  private static final int DOUBLE = 1;

  /// What is inside one pair of brackets.
  private static final class Level {
    final int[] ahead = new int[2];
    final Deque<Integer> open = new ArrayDeque<>();

    int kind() {
      return open.isEmpty() ? -1 : open.peek();
    }
  }

  private final List<CommonToken> tokens;
  private final Brackets brackets;
  private final Map<Integer, Level> levels = new HashMap<>();
  private final Deque<Level> open = new ArrayDeque<>();
  private final Set<Integer> operandDueAgain = new HashSet<>();
  private final List<CommonToken> told = new ArrayList<>();
  private boolean operandDue = true;

  private Bars(List<CommonToken> tokens, Brackets brackets) {
    this.tokens = tokens;
    this.brackets = brackets;
  }

  static List<CommonToken> told(List<CommonToken> tokens, Brackets brackets) {
    if (tokens.stream().noneMatch(token -> kind(token) >= 0)) {
      return tokens;
    }
    Bars bars = new Bars(tokens, brackets);
    bars.count();
    bars.open.clear();
    bars.open.push(bars.level(-1));
    for (int i = 0; i < tokens.size(); i++) {
      bars.read(i);
    }
    return bars.told;
  }

  private static int kind(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.BAR -> SINGLE;
      case AnswerParser.NORM -> DOUBLE;
      default -> -1;
    };
  }

  private Level level(int bracket) {
    return levels.computeIfAbsent(bracket, _ -> new Level());
  }

  private void count() {
    open.push(level(-1));
    for (int i = 0; i < tokens.size(); i++) {
      int kind = kind(tokens.get(i));
      if (kind >= 0) {
        open.element().ahead[kind]++;
      } else {
        nest(i);
      }
    }
  }

  private void nest(int i) {
    if (brackets.isOpening(i)) {
      open.push(level(i));
    } else if (Brackets.closes(tokens.get(i)) && open.size() > 1) {
      open.pop();
    }
  }

  private void read(int i) {
    CommonToken token = tokens.get(i);
    operandDue |= operandDueAgain.contains(i);
    int kind = kind(token);
    if (kind >= 0) {
      bar(i, kind);
      return;
    }
    nest(i);
    told.add(token);
    if (isPrefix(token)) {
      operandDue = true;
      skipScripts(i + 1);
    } else {
      operandDue = leavesOperandDue(token);
    }
  }

  private void bar(int i, int kind) {
    CommonToken token = tokens.get(i);
    Level level = open.element();
    level.ahead[kind]--;
    boolean scripted =
        Tokens.is(tokens, i + 1, AnswerParser.SUB) || Tokens.is(tokens, i + 1, AnswerParser.SUP);
    if (operandDue || level.kind() != kind && level.ahead[kind] > 0) {
      level.open.push(kind);
      tell(token, kind == SINGLE ? AnswerParser.BAR_OPEN : AnswerParser.NORM_OPEN);
      operandDue = true;
    } else if (level.kind() == kind) {
      level.open.pop();
      tell(token, kind == SINGLE ? AnswerParser.BAR_CLOSE : AnswerParser.NORM_CLOSE);
      operandDue = false;
    } else if (kind == DOUBLE && level.kind() == SINGLE && token.getText().equals("||")) {
      level.open.pop();
      boolean both = level.kind() == SINGLE;
      tell(token, AnswerParser.BAR_CLOSE);
      tell(token, both ? AnswerParser.BAR_CLOSE : AnswerParser.BAR_OPEN);
      if (both) {
        level.open.pop();
      } else {
        level.open.push(SINGLE);
      }
      operandDue = !both;
    } else if (scripted) {
      tell(token, AnswerParser.AT_BAR);
      operandDue = false;
    } else {
      tell(token, AnswerParser.RELATION);
      operandDue = true;
    }
  }

  private void tell(CommonToken token, int type) {
    told.add(Tokens.retyped(token, type));
  }

  private static boolean isPrefix(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.BIG, AnswerParser.FUNCTION, AnswerParser.NABLA -> true;
      default -> false;
    };
  }

  /// Behind the bounds of a sum an operand is still due.
  private void skipScripts(int from) {
    int i = from;
    while (Tokens.is(tokens, i, AnswerParser.SUB) || Tokens.is(tokens, i, AnswerParser.SUP)) {
      i = i + 1 < tokens.size() ? brackets.behind(i + 1) : tokens.size();
    }
    operandDueAgain.add(i);
  }

  private static boolean leavesOperandDue(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.NUMBER,
          AnswerParser.WORD,
          AnswerParser.LETTER,
          AnswerParser.GREEK,
          AnswerParser.NAME,
          AnswerParser.SYMBOL,
          AnswerParser.DOTS,
          AnswerParser.MARK,
          AnswerParser.TRANSPOSE,
          AnswerParser.PARTIAL,
          AnswerParser.PRIME,
          AnswerParser.AT_BAR,
          AnswerParser.AT_CLOSE,
          AnswerParser.BAR_CLOSE,
          AnswerParser.NORM_CLOSE ->
          false;
      default -> !Brackets.closes(token);
    };
  }
}
