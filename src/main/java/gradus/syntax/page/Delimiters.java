package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.paper.Repair;
import gradus.syntax.paper.Repair.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;

/// Takes `\left` and `\right` away: what they stretch speaks for itself, except
///
/// - `\left. … \right|`, which evaluates, and
/// - `\left\{ \begin{array}…`, which are cases.
public final class Delimiters {
  private record Left(CommonToken command, CommonToken delimiter, int place, boolean empty) {}

  private final List<CommonToken> tokens;
  private final Collection<Repair> repairs;
  private final List<CommonToken> plain = new ArrayList<>();
  private final Deque<Left> open = new ArrayDeque<>();

  private Delimiters(List<CommonToken> tokens, Collection<Repair> repairs) {
    this.tokens = tokens;
    this.repairs = repairs;
  }

  public static List<CommonToken> plain(List<CommonToken> tokens, Collection<Repair> repairs) {
    Delimiters delimiters = new Delimiters(tokens, repairs);
    for (int i = 0; i < tokens.size(); i++) {
      i = delimiters.read(i);
    }
    delimiters.open.forEach(left -> delimiters.repaired(left.command, ""));
    List<CommonToken> plain = delimiters.plain;
    plain.removeIf(token -> token.getType() == AnswerParser.LEFT);
    return bracedCases(plain);
  }

  private int read(int i) {
    CommonToken token = tokens.get(i);
    boolean last = i + 1 == tokens.size();
    switch (token.getType()) {
      case AnswerParser.LEFT -> {
        if (!last && isDelimiter(tokens.get(i + 1))) {
          left(token, tokens.get(i + 1));
          return i + 1;
        }
        repaired(token, "");
      }
      case AnswerParser.RIGHT -> {
        if (!last && isDelimiter(tokens.get(i + 1))) {
          right(token, tokens.get(i + 1));
          return i + 1;
        }
        mirrored(token);
      }
      case AnswerParser.MIDDLE -> {}
      case AnswerParser.LEFT_BAR -> plain.add(Tokens.retyped(token, AnswerParser.BAR_OPEN));
      case AnswerParser.RIGHT_BAR -> plain.add(Tokens.retyped(token, AnswerParser.BAR_CLOSE));
      case AnswerParser.LEFT_NORM -> plain.add(Tokens.retyped(token, AnswerParser.NORM_OPEN));
      case AnswerParser.RIGHT_NORM -> plain.add(Tokens.retyped(token, AnswerParser.NORM_CLOSE));
      default -> plain.add(token);
    }
    return i;
  }

  private void left(CommonToken command, CommonToken delimiter) {
    boolean empty = delimiter.getType() == AnswerParser.PERIOD;
    open.push(new Left(command, delimiter, plain.size(), empty));
    plain.add(
        switch (delimiter.getType()) {
          case AnswerParser.PERIOD -> command;
          case AnswerParser.BAR, AnswerParser.LEFT_BAR, AnswerParser.RIGHT_BAR ->
              Tokens.retyped(delimiter, AnswerParser.BAR_OPEN);
          case AnswerParser.NORM, AnswerParser.LEFT_NORM, AnswerParser.RIGHT_NORM ->
              Tokens.retyped(delimiter, AnswerParser.NORM_OPEN);
          case AnswerParser.RELATION -> Tokens.retyped(delimiter, AnswerParser.OPEN_ANGLE);
          default -> delimiter;
        });
  }

  private void right(CommonToken command, CommonToken delimiter) {
    if (open.isEmpty()) {
      repaired(command, "");
      plain.add(delimiter);
      return;
    }
    Left left = open.pop();
    switch (delimiter.getType()) {
      case AnswerParser.PERIOD -> {}
      case AnswerParser.BAR, AnswerParser.LEFT_BAR, AnswerParser.RIGHT_BAR -> {
        if (left.empty) {
          plain.set(left.place, Tokens.retyped(plain.get(left.place), AnswerParser.AT_OPEN));
        }
        plain.add(
            Tokens.retyped(delimiter, left.empty ? AnswerParser.AT_CLOSE : AnswerParser.BAR_CLOSE));
      }
      case AnswerParser.NORM, AnswerParser.LEFT_NORM, AnswerParser.RIGHT_NORM ->
          plain.add(Tokens.retyped(delimiter, AnswerParser.NORM_CLOSE));
      case AnswerParser.RELATION -> plain.add(Tokens.retyped(delimiter, AnswerParser.CLOSE_ANGLE));
      default -> plain.add(delimiter);
    }
  }

  /// `\right` that has lost its bracket closes what the last `\left` opened.
  private void mirrored(CommonToken command) {
    Optional<CommonToken> closing =
        Optional.ofNullable(open.poll()).flatMap(left -> mirror(left.delimiter, command));
    closing.ifPresent(plain::add);
    repaired(command, closing.map(CommonToken::getText).orElse(""));
  }

  private static Optional<CommonToken> mirror(CommonToken opening, CommonToken place) {
    return switch (opening.getType()) {
      case AnswerParser.OPEN ->
          Optional.of(Tokens.token(AnswerParser.CLOSE, ")", Tokens.span(place)));
      case AnswerParser.OPEN_SQUARE ->
          Optional.of(Tokens.token(AnswerParser.CLOSE_SQUARE, "]", Tokens.span(place)));
      case AnswerParser.OPEN_SET ->
          Optional.of(Tokens.token(AnswerParser.CLOSE_SET, "\\}", Tokens.span(place)));
      case AnswerParser.BAR, AnswerParser.LEFT_BAR ->
          Optional.of(Tokens.token(AnswerParser.BAR_CLOSE, "|", Tokens.span(place)));
      default -> Optional.empty();
    };
  }

  private static boolean isDelimiter(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.RELATION -> token.getText().equals("<") || token.getText().equals(">");
      case AnswerParser.PERIOD,
          AnswerParser.BAR,
          AnswerParser.NORM,
          AnswerParser.SLASH,
          AnswerParser.LEFT_BAR,
          AnswerParser.RIGHT_BAR,
          AnswerParser.LEFT_NORM,
          AnswerParser.RIGHT_NORM ->
          true;
      default ->
          token.getType() != AnswerParser.OPEN_BRACE
              && token.getType() != AnswerParser.CLOSE_BRACE
              && token.getType() != AnswerParser.END
              && !Environments.begins(token)
              && (Brackets.opens(token) || Brackets.closes(token));
    };
  }

  private void repaired(CommonToken command, String assumed) {
    repairs.add(
        new Repair(Kind.LEFT_WITHOUT_RIGHT, Tokens.span(command), command.getText(), assumed));
  }

  /// A brace before rows makes cases of them, and the closing brace, if any, goes with it.
  private static List<CommonToken> bracedCases(List<CommonToken> tokens) {
    List<CommonToken> merged = new ArrayList<>();
    int[] ends = ends(tokens);
    Set<Integer> skipped = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (skipped.contains(i)) {
        continue;
      }
      if (Tokens.is(tokens, i, AnswerParser.OPEN_SET) && begins(tokens, i + 1)) {
        int end = ends[i + 1];
        CommonToken begin = tokens.get(i + 1);
        merged.add(Tokens.retyped(begin, AnswerParser.BEGIN_CASES));
        if (Tokens.is(tokens, end + 1, AnswerParser.CLOSE_SET)) {
          skipped.add(end + 1);
        }
        i++;
      } else {
        merged.add(tokens.get(i));
      }
    }
    return merged;
  }

  private static boolean begins(List<CommonToken> tokens, int i) {
    return i < tokens.size() && Environments.begins(tokens.get(i));
  }

  /// For each beginning of an environment its end, for the others the end of the text.
  private static int[] ends(List<CommonToken> tokens) {
    int[] ends = new int[tokens.size()];
    Arrays.fill(ends, tokens.size());
    Deque<Integer> begun = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (begins(tokens, i)) {
        begun.push(i);
      } else if (Tokens.is(tokens, i, AnswerParser.END) && !begun.isEmpty()) {
        ends[begun.pop()] = i;
      }
    }
    return ends;
  }
}
