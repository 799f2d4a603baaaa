package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.paper.RelationSign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/// `\overset{(2)}{=}`, `\stackrel{def}{=}`: a relation with its reason above it.
public record StackedRelation(RelationSign relation, int behind) {
  public static Optional<StackedRelation> at(List<CommonToken> row, Brackets brackets, int stack) {
    if (stack + 2 >= row.size()) {
      return Optional.empty();
    }
    int second = brackets.behind(stack + 1);
    boolean braced = Tokens.is(row, second, AnswerParser.OPEN_BRACE);
    int relation = braced ? second + 1 : second;
    boolean closed = !braced || Tokens.is(row, relation + 1, AnswerParser.CLOSE_BRACE);
    if (!Tokens.is(row, relation, AnswerParser.RELATION) || !closed) {
      return Optional.empty();
    }
    boolean defines =
        row.subList(stack + 1, second).stream()
            .anyMatch(token -> token.getText().toLowerCase(Locale.ROOT).startsWith("def"));
    RelationSign written = RelationSign.of(row.get(relation).getText());
    return Optional.of(
        new StackedRelation(
            defines && written == RelationSign.EQUAL ? RelationSign.DEFINED_AS : written,
            relation + (braced ? 2 : 1)));
  }
}
