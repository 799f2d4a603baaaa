package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// Takes the alignment marks out of a row. One between two equations sets them apart: `a &= b & c
/// &= d`.
public final class Alignment {
  private Alignment() {}

  public static List<CommonToken> resolved(List<CommonToken> row) {
    Brackets brackets = Brackets.of(row);
    int relationsAhead = relations(row, brackets);
    int relationsSince = 0;
    List<CommonToken> resolved = new ArrayList<>();
    for (int i = 0; i < row.size(); ) {
      CommonToken token = row.get(i);
      int behind = token.getType() == AnswerParser.AMP ? behindMarks(row, i) : brackets.behind(i);
      if (token.getType() == AnswerParser.AMP) {
        boolean border =
            relationsSince > 0 && relationsAhead > 0 && !joins(row, i - 1) && !joins(row, behind);
        if (border) {
          resolved.add(Tokens.retyped(token, AnswerParser.QUAD));
          relationsSince = 0;
        }
      } else {
        resolved.addAll(row.subList(i, behind));
      }
      if (isRelation(token)) {
        relationsSince++;
        relationsAhead--;
      }
      i = behind;
    }
    return resolved;
  }

  private static int relations(List<CommonToken> row, Brackets brackets) {
    int relations = 0;
    for (int i = 0; i < row.size(); i = brackets.behind(i)) {
      relations += isRelation(row.get(i)) ? 1 : 0;
    }
    return relations;
  }

  private static int behindMarks(List<CommonToken> row, int i) {
    int behind = i;
    while (Tokens.is(row, behind, AnswerParser.AMP)) {
      behind++;
    }
    return behind;
  }

  /// Whether what stands there joins the columns rather than setting them apart.
  private static boolean joins(List<CommonToken> row, int i) {
    if (i < 0 || i >= row.size()) {
      return true;
    }
    return switch (row.get(i).getType()) {
      case AnswerParser.RELATION,
          AnswerParser.PLUS,
          AnswerParser.MINUS,
          AnswerParser.DOT,
          AnswerParser.CROSS,
          AnswerParser.STAR ->
          true;
      default -> false;
    };
  }

  private static boolean isRelation(CommonToken token) {
    return token.getType() == AnswerParser.RELATION;
  }
}
