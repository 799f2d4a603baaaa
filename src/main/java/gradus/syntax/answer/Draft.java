package gradus.syntax.answer;

import gradus.syntax.answer.Chain.Join;
import gradus.syntax.grammar.AnswerParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/// A chain being put together: its sides as tokens. Its first side is empty where the row begins
/// with a relation, its last one where the row ends with one.
final class Draft {
  private static final int MOST_SIDES = 500;

  final Join join;
  final List<List<CommonToken>> sides = new ArrayList<>();
  final List<Relation> relations = new ArrayList<>();
  Optional<Restriction> proviso = Optional.empty();
  private boolean changing;

  Draft(Join join) {
    this.join = join;
    sides.add(new ArrayList<>());
  }

  void add(List<CommonToken> tokens) {
    sides.getLast().addAll(tokens);
  }

  /// Its first link under a condition that nobody knows, and what stands behind it.
  List<Draft> cutBehindFirstLink() {
    Draft link = new Draft(join);
    link.sides.clear();
    link.sides.addAll(sides.subList(0, 2));
    link.relations.add(relations.getFirst());
    link.proviso = Optional.of(new Restriction.Unknown());
    if (sides.size() < 3 || sides.get(2).isEmpty()) {
      return List.of(link);
    }
    Draft rest = new Draft(Join.BESIDE);
    rest.sides.clear();
    rest.sides.addAll(sides.subList(1, sides.size()));
    rest.relations.addAll(relations.subList(1, relations.size()));
    rest.proviso = proviso;
    return List.of(link, rest);
  }

  boolean isFull() {
    return sides.size() >= MOST_SIDES;
  }

  /// `w -=` begins `w := w - (`.
  void change() {
    List<CommonToken> name = sides.getLast();
    CommonToken operator = name.removeLast();
    relate(Relation.ASSIGNED);
    add(name);
    sides.getLast().add(operator);
    sides.getLast().add(Tokens.token(AnswerParser.OPEN, "(", Tokens.span(operator)));
    changing = true;
  }

  /// Ends the side that a change began.
  void close() {
    List<CommonToken> side = sides.getLast();
    if (changing) {
      side.add(Tokens.token(AnswerParser.CLOSE, ")", Tokens.span(side.getLast())));
      changing = false;
    }
  }

  void relate(Relation relation) {
    close();
    relations.add(relation);
    sides.add(new ArrayList<>());
  }

  boolean isEmpty() {
    return relations.isEmpty() && sides.getFirst().isEmpty();
  }

  boolean isEquation() {
    return !relations.isEmpty();
  }

  /// Forgets a label: `Layer 1:`
  void forgetLabel() {
    sides.getFirst().clear();
  }
}
