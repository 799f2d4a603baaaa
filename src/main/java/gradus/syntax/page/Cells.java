package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;

/// Takes away braces around whole cells, as recognition draws them: `{ a } & { = b } \\`.
public final class Cells {
  private final List<CommonToken> tokens;
  private final Brackets brackets;
  private final Set<Integer> dropped = new HashSet<>();

  private Cells(List<CommonToken> tokens) {
    this.tokens = tokens;
    brackets = Brackets.of(tokens);
  }

  public static List<CommonToken> bare(List<CommonToken> tokens) {
    Cells cells = new Cells(tokens);
    for (int i = 1; i < tokens.size(); i++) {
      cells.drop(i);
    }
    return cells.dropped.isEmpty() ? tokens : cells.rest();
  }

  private void drop(int brace) {
    boolean around =
        Tokens.is(tokens, brace, AnswerParser.OPEN_BRACE)
            && brackets.isOpening(brace)
            && begins(brace - 1)
            && ends(brackets.partner(brace) + 1);
    if (around) {
      dropped.add(brace);
      dropped.add(brackets.partner(brace));
    }
  }

  private boolean begins(int i) {
    return dropped.contains(i) && Tokens.is(tokens, i, AnswerParser.OPEN_BRACE)
        || Environments.begins(tokens.get(i))
        || isBorder(i);
  }

  private boolean ends(int i) {
    return dropped.contains(i) || Tokens.is(tokens, i, AnswerParser.END) || isBorder(i);
  }

  private boolean isBorder(int i) {
    return Tokens.is(tokens, i, AnswerParser.AMP) || Tokens.is(tokens, i, AnswerParser.ROW);
  }

  private List<CommonToken> rest() {
    List<CommonToken> rest = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!dropped.contains(i)) {
        rest.add(tokens.get(i));
      }
    }
    return rest;
  }
}
