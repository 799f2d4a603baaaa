package gradus.syntax.tree;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.page.Brackets;
import gradus.syntax.page.Labels;
import gradus.syntax.page.TokenDisambiguation;
import gradus.syntax.page.Tokens;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Obstacle;
import gradus.syntax.paper.Repair;
import gradus.syntax.paper.Side.Unreadable;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// The tokens of one side to its tree, or to what keeps it from being read.
public final class SideReader {
  private static final int LONGEST = 4_000;

  /// Either the tree or the obstacle.
  public record Outcome(Optional<Notated> tree, Optional<Unreadable> unreadable) {
    static Outcome of(Notated tree) {
      return new Outcome(Optional.of(tree), Optional.empty());
    }

    static Outcome of(Unreadable unreadable) {
      return new Outcome(Optional.empty(), Optional.of(unreadable));
    }
  }

  private final String text;
  private final AnswerParser parser;

  public SideReader(String text) {
    this.text = text;
    this.parser = new AnswerParser(stream(List.of()));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.setBuildParseTree(true);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /// @param place where the side would stand if it has no tokens
  public Outcome read(List<CommonToken> side, Span place, Collection<Repair> repairs) {
    List<CommonToken> tokens = Labels.settled(withoutPunctuation(side));
    if (tokens.isEmpty()) {
      return Outcome.of(unreadable(place, Obstacle.NOTHING_THERE, written(place)));
    }
    return obstacle(tokens)
        .map(Outcome::of)
        .orElseGet(() -> parsed(TokenDisambiguation.told(tokens, repairs)));
  }

  private static List<CommonToken> withoutPunctuation(List<CommonToken> side) {
    int from = 0;
    int to = side.size();
    while (from < to && isPunctuation(side.get(to - 1))) {
      to--;
    }
    while (from < to && isPunctuation(side.get(from))) {
      from++;
    }
    return side.subList(from, to);
  }

  private static boolean isPunctuation(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.COMMA,
          AnswerParser.SEMICOLON,
          AnswerParser.PERIOD,
          AnswerParser.AMP,
          AnswerParser.QUAD ->
          true;
      default -> false;
    };
  }

  /// What is wrong before any parsing.
  private Optional<Unreadable> obstacle(List<CommonToken> tokens) {
    if (tokens.size() > LONGEST) {
      return Optional.of(unreadable(Tokens.span(tokens), Obstacle.TOO_LONG, LONGEST));
    }
    Brackets brackets = Brackets.of(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      CommonToken token = tokens.get(i);
      if (brackets.isTooDeep(i)) {
        return Optional.of(unreadable(token, Obstacle.TOO_DEEP, Brackets.DEEPEST));
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      CommonToken token = tokens.get(i);
      if (brackets.isAlone(i)) {
        Obstacle obstacle = Brackets.opens(token) ? Obstacle.NEVER_CLOSED : Obstacle.CLOSES_NOTHING;
        return Optional.of(unreadable(token, obstacle, token.getText()));
      }
      switch (token.getType()) {
        case AnswerParser.COMMAND, AnswerParser.ARGUMENT -> {
          return Optional.of(unreadable(token, Obstacle.UNKNOWN_COMMAND, token.getText()));
        }
        case AnswerParser.UNKNOWN -> {
          String described = described(token.getText().codePointAt(0));
          return Optional.of(unreadable(token, Obstacle.UNKNOWN_CHARACTER, described));
        }
        case AnswerParser.PROSE -> {
          return Optional.of(unreadable(token, Obstacle.PROSE, token.getText()));
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static String described(int c) {
    String number = "U+%04X".formatted(c);
    boolean hidden =
        Character.isISOControl(c)
            || Character.getType(c) == Character.SURROGATE
            || Character.getType(c) == Character.FORMAT;
    return hidden ? "the character " + number : "'" + Character.toString(c) + "' (" + number + ")";
  }

  private Outcome parsed(List<CommonToken> told) {
    OptionalInt deep = Depth.exceeded(told);
    if (deep.isPresent()) {
      return Outcome.of(unreadable(told.get(deep.getAsInt()), Obstacle.TOO_DEEP, Brackets.DEEPEST));
    }
    List<Token> tokens = new ArrayList<>(told);
    int end = told.getLast().getStopIndex() + 1;
    tokens.add(Tokens.token(Token.EOF, "", new Span(end, end)));
    parser.setTokenStream(stream(tokens));
    try {
      NotationBuilder building = new NotationBuilder();
      Notated tree = building.side(parser.side());
      return building.obstacle().map(this::stray).map(Outcome::of).orElse(Outcome.of(tree));
    } catch (ParseCancellationException failure) {
      if (!(failure.getCause() instanceof RecognitionException fault)) {
        throw failure;
      }
      return Outcome.of(unexpected(fault.getOffendingToken(), told));
    }
  }

  private Unreadable stray(NotationBuilder.Stray stray) {
    return unreadable(stray.span(), stray.obstacle(), written(stray.span()));
  }

  private Unreadable unexpected(Token at, List<CommonToken> told) {
    return at.getType() == Token.EOF
        ? unreadable(told.getLast(), Obstacle.UNEXPECTED, told.getLast().getText())
        : unreadable(Tokens.span(at), Obstacle.UNEXPECTED, at.getText());
  }

  private Unreadable unreadable(CommonToken token, Obstacle obstacle, Object detail) {
    return unreadable(Tokens.span(token), obstacle, detail);
  }

  Unreadable unreadable(Span span, Obstacle obstacle, Object detail) {
    return new Unreadable(span, written(span), obstacle, obstacle.message(detail), obstacle.hint());
  }

  private String written(Span span) {
    return text.substring(span.start(), Math.min(span.end(), text.length()));
  }

  private static CommonTokenStream stream(List<Token> tokens) {
    return new CommonTokenStream(new ListTokenSource(tokens));
  }
}
