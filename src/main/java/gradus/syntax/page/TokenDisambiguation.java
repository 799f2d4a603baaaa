package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.paper.Repair;
import gradus.syntax.paper.Repair.Kind;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// The tokens of one side as the parser wants them: what only the surroundings tell apart is told
/// apart, what only looks good is gone.
public final class TokenDisambiguation {
  private final List<CommonToken> tokens;
  private final Collection<Repair> repairs;
  private final Brackets brackets;

  /// Whether alignment marks and rows mean something there, and whether conditions do.
  private enum Place {
    SIDE,
    BRACKETS,
    MATRIX,
    CASES
  }

  private TokenDisambiguation(List<CommonToken> tokens, Collection<Repair> repairs) {
    this.tokens = tokens;
    this.repairs = repairs;
    this.brackets = Brackets.of(tokens);
  }

  public static List<CommonToken> told(List<CommonToken> side, Collection<Repair> repairs) {
    TokenDisambiguation telling = new TokenDisambiguation(side, repairs);
    List<CommonToken> told = telling.told();
    return Bars.told(told, Brackets.of(told));
  }

  private List<CommonToken> told() {
    List<CommonToken> told = new ArrayList<>();
    List<Place> places = new ArrayList<>(List.of(Place.SIDE));
    for (int i = 0; i < tokens.size(); i++) {
      CommonToken token = tokens.get(i);
      if (Brackets.opens(token)) {
        Place place = place(i);
        places.add(place);
        told.add(begun(token, place));
      } else if (Brackets.closes(token)) {
        if (places.size() > 1) {
          places.removeLast();
        }
        told.add(token);
      } else {
        tell(i, places.getLast(), told);
      }
    }
    return told;
  }

  private static CommonToken begun(CommonToken token, Place place) {
    return switch (place) {
      case CASES -> Tokens.retyped(token, AnswerParser.BEGIN_CASES);
      case MATRIX -> Tokens.retyped(token, AnswerParser.BEGIN_MATRIX);
      case BRACKETS, SIDE -> token;
    };
  }

  /// An array with conditions in it is cases.
  private Place place(int opening) {
    return switch (tokens.get(opening).getType()) {
      case AnswerParser.BEGIN_CASES -> Place.CASES;
      case AnswerParser.BEGIN_MATRIX, AnswerParser.BEGIN_ROWS ->
          holdsCondition(opening) ? Place.CASES : Place.MATRIX;
      default -> Place.BRACKETS;
    };
  }

  private boolean holdsCondition(int opening) {
    for (int i = opening + 1; i < brackets.partner(opening); i = brackets.behind(i)) {
      int type = tokens.get(i).getType();
      if (type == AnswerParser.IF || type == AnswerParser.OTHERWISE) {
        return true;
      }
    }
    return false;
  }

  private void tell(int i, Place place, List<CommonToken> told) {
    CommonToken token = tokens.get(i);
    boolean inRows = place == Place.MATRIX || place == Place.CASES;
    switch (token.getType()) {
      case AnswerParser.QUAD, AnswerParser.TAG -> {}
      case AnswerParser.SO -> told.add(Tokens.retyped(token, AnswerParser.RELATION));
      case AnswerParser.AMP -> {
        if (inRows) {
          told.add(token);
        }
      }
      case AnswerParser.ROW -> {
        if (!inRows || !Tokens.is(tokens, i + 1, AnswerParser.END)) {
          told.add(token);
        }
      }
      case AnswerParser.PERIOD -> {
        if (!inRows || !endsCell(i + 1)) {
          told.add(token);
        }
      }
      case AnswerParser.FORALL -> {
        if (place == Place.CASES) {
          told.add(Tokens.retyped(token, AnswerParser.IF));
        } else {
          told.add(token);
        }
      }
      case AnswerParser.NUMBER -> number(i, told);
      default -> told.add(token);
    }
  }

  private boolean endsCell(int i) {
    return Tokens.is(tokens, i, AnswerParser.ROW)
        || Tokens.is(tokens, i, AnswerParser.END)
        || Tokens.is(tokens, i, AnswerParser.AMP);
  }

  /// `w_{1.1}` has two indices: no index is a fraction.
  private void number(int i, List<CommonToken> told) {
    CommonToken number = tokens.get(i);
    String digits = number.getText();
    int point = digits.indexOf('.');
    boolean index =
        Tokens.is(tokens, i - 1, AnswerParser.SUB)
            || Tokens.is(tokens, i - 1, AnswerParser.OPEN_BRACE)
                && Tokens.is(tokens, i - 2, AnswerParser.SUB)
                && Tokens.is(tokens, i + 1, AnswerParser.CLOSE_BRACE);
    if (!index || point <= 0) {
      told.add(number);
      return;
    }
    Span span = Tokens.span(number);
    repairs.add(new Repair(Kind.POINT_IN_INDEX, span, digits, digits.replace('.', ',')));
    boolean bare = Tokens.is(tokens, i - 1, AnswerParser.SUB);
    if (bare) {
      told.add(Tokens.token(AnswerParser.OPEN_BRACE, "{", span));
    }
    told.add(Tokens.token(AnswerParser.NUMBER, digits.substring(0, point), span));
    told.add(Tokens.token(AnswerParser.COMMA, ",", span));
    told.add(Tokens.token(AnswerParser.NUMBER, digits.substring(point + 1), span));
    if (bare) {
      told.add(Tokens.token(AnswerParser.CLOSE_BRACE, "}", span));
    }
  }
}
