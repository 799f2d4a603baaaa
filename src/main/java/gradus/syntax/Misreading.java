package gradus.syntax;

import gradus.expr.Name;
import gradus.syntax.grammar.NetworkParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Says of a text that could not be parsed what is wrong with it, from the token at which the
/// parser gave up and its neighbours.
final class Misreading {
  private static final Set<StatementForm> LISTS =
      Set.of(
          StatementForm.SIZE,
          StatementForm.INPUT,
          StatementForm.TARGET,
          StatementForm.WEIGHT,
          StatementForm.BIAS,
          StatementForm.CONSTANT,
          StatementForm.QUANTITY,
          StatementForm.DERIVE);
  private static final Set<StatementForm> ASSIGNMENTS =
      Set.of(StatementForm.GIVEN, StatementForm.AT);

  private final Source source;
  private final List<Token> tokens;
  private final int place;
  private final Token here;
  private final Optional<Token> before;
  private final Optional<StatementForm> form;
  private final boolean loneFormula;

  /// `tokens` end with an end-of-file token.
  Misreading(Source source, List<Token> tokens, int place, boolean loneFormula) {
    this.source = source;
    this.tokens = tokens;
    this.place = place;
    this.loneFormula = loneFormula;
    this.here = tokens.get(place);
    this.before = place > 0 ? Optional.of(tokens.get(place - 1)) : Optional.empty();
    this.form = loneFormula ? Optional.empty() : StatementForm.of(tokens);
  }

  Diagnostic diagnostic() {
    return lineStart()
        .or(this::unknownStatement)
        .or(this::incompleteStatement)
        .or(this::missingOperand)
        .or(this::missingCondition)
        .or(this::missingComma)
        .or(this::missingOperator)
        .or(this::misplacedRelation)
        .or(this::malformedStatement)
        .orElseGet(() -> at(here, Fault.UNEXPECTED, text(here)));
  }

  private Optional<Diagnostic> lineStart() {
    Token first = tokens.getFirst();
    boolean dangling =
        TokenKinds.isOperator(first)
            && place <= 1
            && source.text().lastIndexOf('\n', first.getStartIndex()) >= 0;
    return dangling
        ? Optional.of(at(first, Fault.LINE_STARTS_WITH_OPERATOR, text(first)))
        : Optional.empty();
  }

  /// `wieght w`
  private Optional<Diagnostic> unknownStatement() {
    if (loneFormula || place != 1 || form.isPresent() || !isWord(0) || !startsOperand(here)) {
      return Optional.empty();
    }
    String word = text(tokens.getFirst());
    return Optional.of(
        at(tokens.getFirst(), Fault.UNKNOWN_STATEMENT, word)
            .suggesting(Nearest.to(Name.of(word), StatementForm.keywords())));
  }

  private Optional<Diagnostic> incompleteStatement() {
    if (!isEnd(here) || before.filter(TokenKinds::isContinued).isPresent()) {
      return Optional.empty();
    }
    if (form.isEmpty()) {
      return loneFormula || !before.map(TokenKinds::endsOperand).orElse(false)
          ? Optional.empty()
          : Optional.of(Fault.NOT_A_STATEMENT.at(source, whole()).suggesting("z_1 = w_1*x + b_1"));
    }
    return form.map(
        f -> Fault.INCOMPLETE_STATEMENT.at(source, whole(), f.keyword()).suggesting(f.example()));
  }

  private Optional<Diagnostic> missingOperand() {
    if (before.filter(token -> !needsOperand(token)).isPresent() || startsOperand(here)) {
      return Optional.empty();
    }
    if (before.isEmpty()) {
      return Optional.of(at(here, Fault.MISSING_BEFORE, text(here)));
    }
    Token last = before.get();
    if (isEnd(here)) {
      return Optional.of(at(last, Fault.MISSING_AFTER, text(last)));
    }
    Span both = Lexing.span(last).to(Lexing.span(here));
    return text(last).equals("*") && text(here).equals("*")
        ? Optional.of(Fault.DOUBLE_STAR.at(source, both).suggesting("^"))
        : Optional.of(Fault.MISSING_BETWEEN.at(source, both, text(last), text(here)));
  }

  private static boolean needsOperand(Token token) {
    return TokenKinds.isContinued(token)
        || TokenKinds.opens(token)
        || token.getType() == NetworkParser.SEMICOLON
        || token.getType() == NetworkParser.RANGE;
  }

  private Optional<Diagnostic> missingCondition() {
    boolean branchEnds =
        here.getType() == NetworkParser.SEMICOLON
            || here.getType() == NetworkParser.CLOSE_BRACE
            || text(here).equals("else");
    return branchEnds && isInCases()
        ? Optional.of(
            at(here, Fault.BRANCH_WITHOUT_CONDITION).suggesting("{z if z > 0; 0 otherwise}"))
        : Optional.empty();
  }

  private Optional<Diagnostic> missingComma() {
    if (!isBetweenOperands() || depth() > 0 || form.isEmpty()) {
      return Optional.empty();
    }
    boolean inList = LISTS.contains(form.get());
    boolean inShape = inList && hasColon();
    boolean inAssignments = ASSIGNMENTS.contains(form.get()) && assigns(place) && assigned();
    return inShape
        ? Optional.of(between(Fault.NO_CROSS, " x "))
        : (inList || inAssignments) && isWord(place)
            ? Optional.of(between(Fault.NO_COMMA, ", "))
            : Optional.empty();
  }

  private Diagnostic between(Fault fault, String joint) {
    Token last = before.orElseThrow();
    return fault
        .at(source, Lexing.span(last).to(Lexing.span(here)))
        .suggesting(operand(last) + joint + operand(here));
  }

  private boolean hasColon() {
    return tokens.subList(0, place).stream().anyMatch(t -> t.getType() == NetworkParser.COLON);
  }

  private boolean assigned() {
    return tokens.subList(0, place).stream().anyMatch(t -> t.getType() == NetworkParser.EQUALS);
  }

  /// `name =` or `name[…] =`
  private boolean assigns(int i) {
    int next = tokens.get(i + 1).getType();
    return next == NetworkParser.EQUALS || next == NetworkParser.OPEN_SQUARE;
  }

  private Optional<Diagnostic> missingOperator() {
    boolean inFormula = form.isEmpty() || depth() > 0 || assigned();
    boolean inTask = form.filter(f -> f == StatementForm.TASK).isPresent();
    if (!inFormula || inTask || !isBetweenOperands()) {
      return Optional.empty();
    }
    Token last = before.orElseThrow();
    if (TokenKinds.isWord(last) && BuiltIn.isFunction(text(last)) && TokenKinds.isOperand(here)) {
      return Optional.of(
          Fault.IS_A_FUNCTION
              .at(source, Lexing.span(last), text(last))
              .suggesting(text(last) + "(" + text(here) + ")"));
    }
    return Optional.of(between(Fault.NO_OPERATOR, "*"));
  }

  private boolean isBetweenOperands() {
    return before.filter(TokenKinds::endsOperand).isPresent() && startsOperand(here);
  }

  /// A bracket stands for all that it holds.
  private String operand(Token token) {
    return switch (token.getType()) {
      case NetworkParser.OPEN, NetworkParser.CLOSE -> "(…)";
      case NetworkParser.OPEN_SQUARE, NetworkParser.CLOSE_SQUARE -> "[…]";
      case NetworkParser.OPEN_BRACE, NetworkParser.CLOSE_BRACE -> "{…}";
      case NetworkParser.BAR_OPEN, NetworkParser.BAR_CLOSE -> "|…|";
      default -> text(token);
    };
  }

  private Optional<Diagnostic> misplacedRelation() {
    if (here.getType() == NetworkParser.EQUALS) {
      boolean declares = form.filter(LISTS::contains).isPresent() && isWord(place - 1);
      if (declares) {
        Span rest = Lexing.span(tokens.get(place - 1)).to(whole());
        return Optional.of(at(here, Fault.VALUE_IN_DECLARATION).suggesting("given " + text(rest)));
      }
      return form.isEmpty() || assigned() || depth() > 0
          ? Optional.of(at(here, Fault.EQUALS_IN_FORMULA))
          : Optional.empty();
    }
    return TokenKinds.isOperator(here) && !isArithmetic(here)
        ? Optional.of(at(here, Fault.COMPARISON_IN_FORMULA).suggesting("{z if z > 0; 0 otherwise}"))
        : Optional.empty();
  }

  private static boolean isArithmetic(Token token) {
    return token.getType() >= NetworkParser.PLUS && token.getType() <= NetworkParser.DOT_CARET;
  }

  private Optional<Diagnostic> malformedStatement() {
    return form.map(
        f -> at(here, Fault.MALFORMED_STATEMENT, f.keyword(), text(here)).suggesting(f.example()));
  }

  private boolean isInCases() {
    return innermost().filter(token -> token.getType() == NetworkParser.OPEN_BRACE).isPresent();
  }

  private int depth() {
    return open().size();
  }

  private Optional<Token> innermost() {
    return open().isEmpty() ? Optional.empty() : Optional.of(open().getLast());
  }

  /// The brackets that enclose `here`; the statement is known to be balanced.
  private List<Token> open() {
    List<Token> open = new ArrayList<>();
    for (Token token : tokens.subList(0, place)) {
      if (TokenKinds.opens(token)) {
        open.add(token);
      } else if (TokenKinds.closes(token)) {
        open.removeLast();
      }
    }
    return open;
  }

  private boolean startsOperand(Token token) {
    return TokenKinds.startsOperand(token) || token.getType() == NetworkParser.STRING;
  }

  private boolean isWord(int i) {
    return TokenKinds.isWord(tokens.get(i));
  }

  private static boolean isEnd(Token token) {
    return token.getType() == Token.EOF;
  }

  private Span whole() {
    return Lexing.span(tokens.getFirst()).to(Lexing.span(tokens.getLast()));
  }

  private Diagnostic at(Token token, Fault fault, Object... details) {
    return fault.at(source, Lexing.span(token), details);
  }

  private String text(Token token) {
    return text(Lexing.span(token));
  }

  private String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }
}
