package gradus.syntax.answer;

import gradus.syntax.grammar.AnswerParser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/// `\overset{(2)}{=}`, `\stackrel{def}{=}`: a relation with its reason above it.
record StackedRelation(Relation relation, int behind) {
  static Optional<StackedRelation> at(List<CommonToken> row, Brackets brackets, int stack) {
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
    Relation written = Relation.of(row.get(relation).getText());
    return Optional.of(
        new StackedRelation(
            defines && written == Relation.EQUAL ? Relation.DEFINED_AS : written,
            relation + (braced ? 2 : 1)));
  }
}
