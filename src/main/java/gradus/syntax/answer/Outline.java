package gradus.syntax.answer;

import gradus.syntax.Span;
import gradus.syntax.answer.Chain.Join;
import gradus.syntax.answer.Repair.Kind;
import gradus.syntax.grammar.AnswerParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/// A row to its chains: cut at relations, at arrows, at wide spaces, words and commas.
final class Outline {
  private final String text;
  private final List<CommonToken> row;
  private final Brackets brackets;
  private final Collection<Repair> repairs;
  private final List<Draft> chains = new ArrayList<>();
  private Draft chain = new Draft(Join.BESIDE);

  private Outline(String text, List<CommonToken> row, Collection<Repair> repairs) {
    this.text = text;
    this.row = row;
    this.brackets = Brackets.of(row);
    this.repairs = repairs;
  }

  static List<Draft> chains(String text, List<CommonToken> row, Collection<Repair> repairs) {
    Outline outline = new Outline(text, row, repairs);
    for (int i = 0; i < row.size(); i = outline.read(i)) {}
    outline.next(Join.BESIDE);
    return outline.chains;
  }

  /// The place behind what was read.
  private int read(int i) {
    CommonToken token = row.get(i);
    switch (token.getType()) {
      case AnswerParser.RELATION -> {
        Relation relation = Relation.of(token.getText());
        if (relation == Relation.EQUAL && isCompound(i)) {
          chain.change();
          return i + 1;
        }
        if (relation != Relation.GIVEN && !chain.isFull()) {
          chain.relate(relation);
          return i + 1;
        }
      }
      case AnswerParser.STACK -> {
        Optional<StackedRelation> stacked = StackedRelation.at(row, brackets, i);
        if (stacked.isPresent()) {
          chain.relate(stacked.get().relation());
          return stacked.get().behind();
        }
      }
      case AnswerParser.SO -> {
        if (isUpdate(i)) {
          chain.relate(Relation.ASSIGNED);
        } else {
          next(Join.SO);
        }
        return i + 1;
      }
      case AnswerParser.QUAD,
          AnswerParser.SEMICOLON,
          AnswerParser.AND,
          AnswerParser.PROSE,
          AnswerParser.PERIOD -> {
        next(Join.BESIDE);
        return i + 1;
      }
      case AnswerParser.IF, AnswerParser.FORALL, AnswerParser.OTHERWISE -> {
        return proviso(i);
      }
      case AnswerParser.COLON -> {
        if (chain.isEquation()) {
          next(Join.BESIDE);
        } else {
          chain.forgetLabel();
        }
        return i + 1;
      }
      case AnswerParser.COMMA -> {
        return comma(i);
      }
      case AnswerParser.OPEN -> {
        if (Tokens.is(row, i + 1, AnswerParser.IF) && brackets.isOpening(i)) {
          return aside(i);
        }
      }
      default -> {}
    }
    int behind = brackets.behind(i);
    chain.add(row.subList(i, behind));
    return behind;
  }

  /// `w \to w - \eta g`: the arrow points at a sum that begins with what it starts from.
  private boolean isUpdate(int arrow) {
    List<CommonToken> old = chain.sides.getLast();
    int behind = arrow + 1 + old.size();
    boolean sum =
        Relation.of(row.get(arrow).getText()) == Relation.TOWARDS
            && !old.isEmpty()
            && !chain.isEquation()
            && (Tokens.is(row, behind, AnswerParser.MINUS)
                || Tokens.is(row, behind, AnswerParser.PLUS));
    for (int i = 0; sum && i < old.size(); i++) {
      sum = row.get(arrow + 1 + i).getText().equals(old.get(i).getText());
    }
    return sum;
  }

  /// `w -= g`
  private boolean isCompound(int equals) {
    boolean operator =
        Tokens.is(row, equals - 1, AnswerParser.MINUS)
            || Tokens.is(row, equals - 1, AnswerParser.PLUS);
    return operator
        && !chain.isEquation()
        && chain.sides.getFirst().size() > 1
        && Tokens.touch(row.get(equals - 1), row.get(equals));
  }

  /// `(since t = 0)`
  private int aside(int opening) {
    int end = brackets.behind(opening);
    Draft holder = chain.isEmpty() && !chains.isEmpty() ? chains.getLast() : chain;
    holder.proviso = restriction(opening + 1, end - 1);
    return end;
  }

  private void next(Join join) {
    chain.close();
    if (isAside() && !chains.isEmpty()) {
      List<CommonToken> aside = chain.sides.stream().flatMap(List::stream).toList();
      Span span = Tokens.span(aside);
      String letters = "for " + text.substring(span.start(), span.end());
      chains.getLast().proviso = Optional.of(new Restriction.Written(letters));
    } else if (!chain.isEmpty() && (chain.isEquation() || !isRemark(chain.sides.getFirst()))) {
      chains.add(chain);
    }
    chain = new Draft(join);
  }

  /// `i \neq j`, `(i \neq j)` or `(i = j)` beside an equation: letters under which it is said.
  private boolean isAside() {
    boolean bare =
        chain.relations.equals(List.of(Relation.UNEQUAL))
            && chain.sides.stream().allMatch(side -> side.size() == 1);
    List<CommonToken> only = chain.sides.size() == 1 ? chain.sides.getFirst() : List.of();
    boolean bracketed =
        only.size() == 5 && only.get(2).getType() == AnswerParser.RELATION && isFence(only);
    return bare || bracketed;
  }

  private static boolean isFence(List<CommonToken> side) {
    return side.getFirst().getText().equals("(") && side.getLast().getText().equals(")");
  }

  /// `(\text{shape of } W)`, or nothing but dots.
  private static boolean isRemark(List<CommonToken> side) {
    return side.stream().anyMatch(token -> token.getType() == AnswerParser.PROSE)
        || side.stream().allMatch(token -> token.getType() == AnswerParser.DOTS);
  }

  /// A condition reaches to the next wide space, arrow or 'then', and holds for the chain before
  /// it.
  private int proviso(int i) {
    int end = i;
    while (end < row.size()
        && row.get(end).getType() != AnswerParser.QUAD
        && row.get(end).getType() != AnswerParser.SO
        && !isThen(row.get(end))) {
      end = brackets.behind(end);
    }
    Draft holder = chain.isEmpty() && !chains.isEmpty() ? chains.getLast() : chain;
    holder.proviso = restriction(i, end);
    return end;
  }

  private static boolean isThen(CommonToken token) {
    return token.getType() == AnswerParser.AND && Words.concludes(token.getText());
  }

  private Optional<Restriction> restriction(int from, int to) {
    Span span = Tokens.span(row.subList(from, to));
    return Optional.of(new Restriction.Written(text.substring(span.start(), span.end())));
  }

  /// What a comma means depends on what follows: another equation, the rest of a range `i = 1,
  /// \dots, n`, or the rest of a list; `a, b = 1` says it of both.
  private int comma(int i) {
    if (isDecimal(i)) {
      return decimal(i);
    }
    Ahead ahead = ahead(i + 1);
    if (ahead.dots && isRange()) {
      int end = proviso(i + 1);
      Optional<Restriction> range = restriction(i + 1 - lengthOf(chain), end);
      Draft before = chains.isEmpty() ? new Draft(Join.BESIDE) : chains.getLast();
      before.proviso = range;
      chain = new Draft(Join.BESIDE);
      return end;
    }
    boolean list = !ahead.equation || ahead.equates && !chain.isEquation();
    if (ahead.empty || chain.isEmpty() || !list) {
      next(Join.BESIDE);
    } else {
      chain.add(row.subList(i, i + 1));
    }
    return i + 1;
  }

  private static int lengthOf(Draft range) {
    return range.sides.stream().mapToInt(List::size).sum() + range.relations.size() + 1;
  }

  /// What stands before the next border.
  private record Ahead(boolean empty, boolean equation, boolean equates, boolean dots) {}

  private Ahead ahead(int from) {
    boolean equation = false;
    boolean equates = false;
    int i = from;
    for (; i < row.size() && !isBorder(row.get(i)); i = brackets.behind(i)) {
      boolean relation = row.get(i).getType() == AnswerParser.RELATION;
      equates |= relation && !equation && Relation.of(row.get(i).getText()).equates();
      equation |= relation;
    }
    return new Ahead(i == from, equation, equates, Tokens.is(row, from, AnswerParser.DOTS));
  }

  private static boolean isBorder(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.QUAD,
          AnswerParser.SEMICOLON,
          AnswerParser.AND,
          AnswerParser.PROSE,
          AnswerParser.PERIOD,
          AnswerParser.SO,
          AnswerParser.IF,
          AnswerParser.FORALL,
          AnswerParser.OTHERWISE,
          AnswerParser.COMMA ->
          true;
      default -> false;
    };
  }

  /// `j = 1`
  private boolean isRange() {
    return chain.sides.size() == 2
        && chain.sides.getFirst().size() == 1
        && chain.sides.getFirst().getFirst().getType() == AnswerParser.WORD
        && chain.sides.getLast().size() == 1;
  }

  /// `0,5` with nothing between, and no list around it.
  private boolean isDecimal(int i) {
    return areDigits(i - 1)
        && areDigits(i + 1)
        && Tokens.touch(row.get(i - 1), row.get(i))
        && Tokens.touch(row.get(i), row.get(i + 1))
        && !(Tokens.is(row, i + 2, AnswerParser.COMMA) && areDigits(i + 3))
        && !Tokens.is(row, i - 2, AnswerParser.COMMA)
        && !chain.sides.getLast().isEmpty();
  }

  private boolean areDigits(int i) {
    return Tokens.is(row, i, AnswerParser.NUMBER)
        && row.get(i).getText().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private int decimal(int i) {
    CommonToken whole = row.get(i - 1);
    CommonToken places = row.get(i + 1);
    String digits = whole.getText() + "." + places.getText();
    Span span = Tokens.span(whole).to(Tokens.span(places));
    repairs.add(
        new Repair(Kind.DECIMAL_COMMA, span, whole.getText() + "," + places.getText(), digits));
    chain.sides.getLast().removeLast();
    chain.add(List.of(Tokens.token(AnswerParser.NUMBER, digits, span)));
    return i + 2;
  }
}
