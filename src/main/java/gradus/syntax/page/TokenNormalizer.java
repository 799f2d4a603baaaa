package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.paper.Repair;
import gradus.syntax.paper.Repair.Kind;
import gradus.syntax.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// Raw tokens to those of one spelling: texts are words, `x²` is `x ^ {2}`, lost backslashes are
/// back, environments are matrices, cases or rows.
public final class TokenNormalizer {
  private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";
  private static final String FRACTIONS = "½⅓⅔¼¾⅕⅙⅛";
  private static final String FRACTIONS_PLAIN = "1213231434151618";
  private static final String LOW_PLAIN = "0123456789+-=()aeoxhklmnpstijruv";
  private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴴᴷᴸᴹᴺ";
  private static final String HIGH_PLAIN = "0123456789+-=()niTabcdefghjklmoprstuvwxyzHKLMN";

  private final Collection<Repair> repairs;
  private final Deque<CommonToken> rest;
  private final List<CommonToken> spelled = new ArrayList<>();

  private TokenNormalizer(List<CommonToken> raw, Collection<Repair> repairs) {
    this.rest = new ArrayDeque<>(raw);
    this.repairs = repairs;
  }

  public static List<CommonToken> of(List<CommonToken> raw, Collection<Repair> repairs) {
    TokenNormalizer spelling = new TokenNormalizer(raw, repairs);
    while (!spelling.rest.isEmpty()) {
      spelling.read(spelling.rest.pop());
    }
    return spelling.spelled;
  }

  private void read(CommonToken token) {
    switch (token.getType()) {
      case AnswerParser.TEXT -> addText(token);
      case AnswerParser.ROMAN -> addName(token, Words.inside(token.getText()));
      case AnswerParser.WORD -> addWord(token);
      case AnswerParser.LOW -> addScript(token, AnswerParser.SUB, LOW, LOW_PLAIN);
      case AnswerParser.HIGH -> addScript(token, AnswerParser.SUP, HIGH, HIGH_PLAIN);
      case AnswerParser.BEGIN -> addBegin(token);
      case AnswerParser.END ->
          spelled.add(
              Tokens.token(
                  AnswerParser.END, Environments.name(token.getText()), Tokens.span(token)));
      case AnswerParser.NUMBER -> addNumber(token);
      case AnswerParser.LOGIC -> spelled.add(Tokens.retyped(token, AnswerParser.AND));
      case AnswerParser.PRIME -> addPrimes(token);
      case AnswerParser.OPEN_BRACE -> addBrace(token);
      case AnswerParser.COMMAND -> addCommand(token);
      case AnswerParser.UNKNOWN -> addFraction(token);
      case AnswerParser.LETTER -> addLetter(token);
      default -> spelled.add(token);
    }
  }

  /// `\parbox[t]{12em}{…}` holds prose, whatever stands in it.
  private void addCommand(CommonToken token) {
    if (!token.getText().equals("\\parbox")) {
      spelled.add(token);
      return;
    }
    while (isNext(AnswerParser.OPEN_SQUARE)) {
      skipTo(AnswerParser.OPEN_SQUARE, AnswerParser.CLOSE_SQUARE);
    }
    for (int i = 0; i < 2 && isNext(AnswerParser.OPEN_BRACE); i++) {
      skipTo(AnswerParser.OPEN_BRACE, AnswerParser.CLOSE_BRACE);
    }
    spelled.add(Tokens.token(AnswerParser.PROSE, "note", Tokens.span(token)));
  }

  /// `{}` before a sign that begins a row sets its space only.
  private void addBrace(CommonToken token) {
    boolean begins =
        spelled.isEmpty()
            || switch (spelled.getLast().getType()) {
              case AnswerParser.AMP, AnswerParser.QUAD, AnswerParser.ROW, AnswerParser.RELATION ->
                  true;
              default -> false;
            };
    if (begins && isNext(AnswerParser.CLOSE_BRACE)) {
      rest.pop();
    } else {
      spelled.add(token);
    }
  }

  private boolean isNext(int type) {
    return !rest.isEmpty() && rest.peek().getType() == type;
  }

  private void addPrimes(CommonToken token) {
    spelled.add(token);
    if (token.getText().equals("″")) {
      spelled.add(token);
    }
  }

  /// `Σᵢ` is a sum.
  private void addLetter(CommonToken token) {
    boolean sum =
        token.getText().equals("Σ") && (isNext(AnswerParser.LOW) || isNext(AnswerParser.SUB));
    spelled.add(sum ? Tokens.token(AnswerParser.BIG, "\\sum", Tokens.span(token)) : token);
  }

  /// `½`
  private void addFraction(CommonToken token) {
    int fraction = FRACTIONS.indexOf(token.getText());
    if (fraction < 0) {
      spelled.add(token);
      return;
    }
    Span span = Tokens.span(token);
    spelled.add(Tokens.token(AnswerParser.FRAC, "\\frac", span));
    for (int i = 2 * fraction; i < 2 * fraction + 2; i++) {
      String digit = FRACTIONS_PLAIN.substring(i, i + 1);
      spelled.add(Tokens.token(AnswerParser.NUMBER, digit, span));
    }
  }

  private void addName(CommonToken token, String name) {
    int type = Words.type(name);
    spelled.add(
        Tokens.token(
            type == AnswerParser.PROSE || type == AnswerParser.IF && name.length() < 3
                ? AnswerParser.NAME
                : type,
            name,
            Tokens.span(token)));
  }

  /// A text may hold formulas again: `\text{if $z > 0$}`.
  private void addText(CommonToken token) {
    String text = token.getText();
    if (text.indexOf('$') < 0) {
      addWords(Words.inside(text), Tokens.span(token));
      return;
    }
    List<CommonToken> parts = new ArrayList<>();
    String inside = text.substring(text.indexOf('{') + 1, text.lastIndexOf('}'));
    Span span = Tokens.span(token);
    boolean formula = false;
    for (String part : inside.split("\\$", -1)) {
      if (formula) {
        Tokens.of(part, new Span(0, part.length()))
            .forEach(inner -> parts.add(Tokens.moved(inner, span)));
      } else if (!part.isBlank()) {
        parts.add(Tokens.token(AnswerParser.TEXT, "\\text{" + part + "}", span));
      }
      formula = !formula;
    }
    parts.reversed().forEach(rest::push);
  }

  private void addWords(String inside, Span span) {
    if (!inside.isEmpty()) {
      spelled.add(Tokens.token(Words.type(inside), inside, span));
    }
  }

  private void addWord(CommonToken token) {
    String word = token.getText();
    if (Words.isPlain(word)) {
      addWords(word, Tokens.span(token));
      return;
    }
    CommonToken next = rest.peek();
    boolean beforeBrace = next != null && next.getType() == AnswerParser.OPEN_BRACE;
    boolean beforeDelimiter = next != null && isDelimiter(next);
    Words.lost(word, beforeBrace, beforeDelimiter)
        .filter(_ -> spelled.isEmpty() || spelled.getLast().getType() != AnswerParser.SUB)
        .ifPresentOrElse(command -> addLost(token, command), () -> spelled.add(token));
  }

  private static boolean isDelimiter(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.OPEN,
          AnswerParser.CLOSE,
          AnswerParser.OPEN_SQUARE,
          AnswerParser.CLOSE_SQUARE,
          AnswerParser.OPEN_SET,
          AnswerParser.CLOSE_SET,
          AnswerParser.BAR,
          AnswerParser.NORM ->
          true;
      default -> false;
    };
  }

  private void addLost(CommonToken token, String command) {
    Span span = Tokens.span(token);
    while (!spelled.isEmpty()
        && spelled.getLast().getType() == AnswerParser.UNKNOWN
        && spelled.getLast().getText().charAt(0) < ' ') {
      spelled.removeLast();
    }
    repairs.add(new Repair(Kind.LOST_BACKSLASH, span, token.getText(), command));
    Tokens.of(command, new Span(0, command.length()))
        .forEach(mended -> spelled.add(Tokens.moved(mended, span)));
  }

  private void addScript(CommonToken token, int type, String raised, String plain) {
    Span span = Tokens.span(token);
    StringBuilder typed = new StringBuilder();
    for (char c : token.getText().toCharArray()) {
      int index = raised.indexOf(c);
      typed.append(index < 0 ? c : plain.charAt(index));
    }
    spelled.add(Tokens.token(type, token.getText(), span));
    spelled.add(Tokens.token(AnswerParser.OPEN_BRACE, "{", span));
    Tokens.of(typed.toString(), new Span(0, typed.length()))
        .forEach(inner -> spelled.add(Tokens.moved(inner, span)));
    spelled.add(Tokens.token(AnswerParser.CLOSE_BRACE, "}", span));
  }

  private void addBegin(CommonToken token) {
    String name = Environments.name(token.getText());
    spelled.add(Tokens.token(Environments.type(name), name, Tokens.span(token)));
    skipOption();
    CommonToken next = rest.peek();
    if (Environments.hasColumns(name)
        && next != null
        && next.getType() == AnswerParser.OPEN_BRACE) {
      skipTo(AnswerParser.OPEN_BRACE, AnswerParser.CLOSE_BRACE);
    }
  }

  /// `[t]`, `[r]`
  private void skipOption() {
    if (rest.size() < 3) {
      return;
    }
    List<CommonToken> next = rest.stream().limit(3).toList();
    if (next.get(0).getType() == AnswerParser.OPEN_SQUARE
        && next.get(1).getType() == AnswerParser.WORD
        && next.get(1).getText().length() == 1
        && next.get(2).getType() == AnswerParser.CLOSE_SQUARE) {
      next.forEach(_ -> rest.pop());
    }
  }

  private void skipTo(int open, int close) {
    int depth = 0;
    do {
      int type = rest.pop().getType();
      depth += type == open ? 1 : type == close ? -1 : 0;
    } while (depth > 0 && !rest.isEmpty());
  }

  /// `0{,}5` is one number.
  private void addNumber(CommonToken token) {
    List<CommonToken> next = rest.stream().limit(4).toList();
    boolean comma =
        next.size() == 4
            && next.get(0).getType() == AnswerParser.OPEN_BRACE
            && next.get(1).getType() == AnswerParser.COMMA
            && next.get(2).getType() == AnswerParser.CLOSE_BRACE
            && next.get(3).getType() == AnswerParser.NUMBER;
    if (comma) {
      next.forEach(_ -> rest.pop());
      String digits = token.getText() + "." + next.get(3).getText();
      Span span = Tokens.span(token).to(Tokens.span(next.get(3)));
      spelled.add(Tokens.token(AnswerParser.NUMBER, digits, span));
    } else {
      spelled.add(token);
    }
  }
}
