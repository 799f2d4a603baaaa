package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// Words where they do no harm: under braces and stacked on relations they go, in a subscript they
/// are a name.
public final class Labels {
  private Labels() {}

  public static List<CommonToken> settled(List<CommonToken> tokens) {
    boolean any =
        tokens.stream()
            .anyMatch(token ->
                switch (token.getType()) {
                  case AnswerParser.BRACE_OVER,
                      AnswerParser.STACK,
                      AnswerParser.PROSE,
                      AnswerParser.IF,
                      AnswerParser.AND,
                      AnswerParser.OTHERWISE ->
                      true;
                  default -> false;
                });
    return any ? named(withoutLabels(tokens)) : tokens;
  }

  private static List<CommonToken> withoutLabels(List<CommonToken> tokens) {
    Brackets brackets = Brackets.of(tokens);
    List<CommonToken> kept = new ArrayList<>(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (Tokens.is(tokens, i, AnswerParser.BRACE_OVER) && i + 1 < tokens.size()) {
        drop(kept, i, i + 1);
        dropScripts(kept, tokens, brackets, brackets.behind(i + 1));
      } else if (Tokens.is(tokens, i, AnswerParser.STACK)
          && i + 1 < tokens.size()
          && holdsProse(tokens, i + 1, brackets.behind(i + 1))) {
        drop(kept, i, brackets.behind(i + 1));
      }
    }
    kept.removeIf(token -> token.getType() == AnswerParser.IGNORED);
    return kept;
  }

  private static void dropScripts(
      List<CommonToken> kept, List<CommonToken> tokens, Brackets brackets, int from) {
    int i = from;
    while (i + 1 < tokens.size()
        && (Tokens.is(tokens, i, AnswerParser.SUB) || Tokens.is(tokens, i, AnswerParser.SUP))) {
      int behind = brackets.behind(i + 1);
      if (!Tokens.is(tokens, i + 1, AnswerParser.OPEN_BRACE)) {
        return;
      }
      drop(kept, i, behind);
      i = behind;
    }
  }

  /// Places stay, so that indices do.
  private static void drop(List<CommonToken> kept, int from, int to) {
    for (int i = from; i < to; i++) {
      kept.set(i, Tokens.retyped(kept.get(i), AnswerParser.IGNORED));
    }
  }

  private static boolean holdsProse(List<CommonToken> tokens, int from, int to) {
    return tokens.subList(from, to).stream()
        .anyMatch(token -> token.getType() == AnswerParser.PROSE);
  }

  private static List<CommonToken> named(List<CommonToken> tokens) {
    List<CommonToken> named = new ArrayList<>(tokens);
    for (int i = 0; i < named.size(); i++) {
      boolean word =
          switch (named.get(i).getType()) {
            case AnswerParser.PROSE, AnswerParser.IF, AnswerParser.AND, AnswerParser.OTHERWISE ->
                true;
            default -> false;
          };
      boolean script =
          isScript(named, i - 1)
              || Tokens.is(named, i - 1, AnswerParser.OPEN_BRACE)
                  && isScript(named, i - 2)
                  && Tokens.is(named, i + 1, AnswerParser.CLOSE_BRACE);
      if (word && script) {
        named.set(i, Tokens.retyped(named.get(i), AnswerParser.NAME));
      }
    }
    return named;
  }

  private static boolean isScript(List<CommonToken> tokens, int i) {
    return Tokens.is(tokens, i, AnswerParser.SUB) || Tokens.is(tokens, i, AnswerParser.SUP);
  }
}
