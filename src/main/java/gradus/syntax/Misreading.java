package gradus.syntax;

import gradus.expr.Name;
import gradus.syntax.grammar.NetworkParser;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;

/// Says of a text that could not be parsed what is wrong with it, from the token at which the
/// parser gave up and its neighbours: the first of a list of slips that fits.
final class Misreading {
  private static final String CASES = "{z if z > 0; 0 otherwise}";
  private static final String DEFINITION = "z_1 = w_1*x + b_1";

  private final Surroundings around;
  private final Optional<StatementForm> form;
  private final boolean loneFormula;

  Misreading(Surroundings around, boolean loneFormula) {
    this.around = around;
    this.loneFormula = loneFormula;
    this.form = loneFormula ? Optional.empty() : StatementForm.of(around.tokens());
  }

  Diagnostic diagnostic() {
    return danglingOperator()
        .or(this::unknownStatement)
        .or(this::missingOperand)
        .or(this::incompleteStatement)
        .or(this::semicolon)
        .or(this::missingCondition)
        .or(this::missingCross)
        .or(this::missingComma)
        .or(this::missingParentheses)
        .or(this::missingOperator)
        .or(this::valueInDeclaration)
        .or(this::misplacedRelation)
        .or(this::malformedStatement)
        .orElseGet(() -> around.here(Fault.UNEXPECTED, around.text(around.here())));
  }

  /// A line that goes on with the one before: `+ b`.
  private Optional<Diagnostic> danglingOperator() {
    Token first = around.first();
    boolean dangling =
        TokenKinds.isOperator(first)
            && around.place() <= 1
            && around.source().text().lastIndexOf('\n', first.getStartIndex()) >= 0;
    return when(
        dangling, () -> around.at(first, Fault.LINE_STARTS_WITH_OPERATOR, around.text(first)));
  }

  /// `wieght w`
  private Optional<Diagnostic> unknownStatement() {
    boolean unknown =
        !loneFormula
            && form.isEmpty()
            && around.place() == 1
            && TokenKinds.isWord(around.first())
            && around.startsOperandHere();
    String word = around.text(around.first());
    return when(
        unknown,
        () ->
            around
                .at(around.first(), Fault.UNKNOWN_STATEMENT, word)
                .suggesting(Nearest.to(Name.of(word), StatementForm.keywords())));
  }

  /// `x + * y`, `f(, x)`, `x = `
  private Optional<Diagnostic> missingOperand() {
    if (around.startsOperandHere() || around.before().filter(t -> !needsOperand(t)).isPresent()) {
      return Optional.empty();
    }
    String here = around.text(around.here());
    return Optional.of(
        around
            .before()
            .map(before -> missingAfter(before, around.text(before), here))
            .orElseGet(() -> around.here(Fault.MISSING_BEFORE, here)));
  }

  private Diagnostic missingAfter(Token before, String last, String here) {
    if (around.isAtEnd()) {
      return around.at(before, Fault.MISSING_AFTER, last);
    }
    Span both = Lexing.span(before).to(Lexing.span(around.here()));
    return last.equals("*") && here.equals("*")
        ? Fault.DOUBLE_STAR.at(around.source(), both).suggesting("^")
        : Fault.MISSING_BETWEEN.at(around.source(), both, last, here);
  }

  private static boolean needsOperand(Token token) {
    return TokenKinds.isContinued(token)
        || TokenKinds.opens(token)
        || token.getType() == NetworkParser.SEMICOLON;
  }

  /// The end comes too early.
  private Optional<Diagnostic> incompleteStatement() {
    if (!around.isAtEnd() || loneFormula) {
      return Optional.empty();
    }
    if (form.isEmpty() && around.holdsBefore(NetworkParser.EQUALS)) {
      return around.before().map(last -> around.at(last, Fault.MISSING_AFTER, around.text(last)));
    }
    return Optional.of(
        form.map(this::incomplete)
            .orElseGet(() ->
                Fault.NOT_A_STATEMENT.at(around.source(), around.whole()).suggesting(DEFINITION)));
  }

  private Diagnostic incomplete(StatementForm form) {
    return Fault.INCOMPLETE_STATEMENT
        .at(around.source(), around.whole(), form.keyword())
        .suggesting(form.example());
  }

  private Optional<Diagnostic> semicolon() {
    boolean ends = around.isHere(NetworkParser.SEMICOLON) && !around.isInBrackets();
    return when(ends, () -> around.here(Fault.SEMICOLON));
  }

  /// `{z if z > 0; 0}`
  private Optional<Diagnostic> missingCondition() {
    boolean branchEnds =
        around.isHere(NetworkParser.SEMICOLON)
            || around.isHere(NetworkParser.CLOSE_BRACE)
            || around.text(around.here()).equals("else");
    return when(
        branchEnds && around.isInCases(),
        () -> around.here(Fault.BRANCH_WITHOUT_CONDITION).suggesting(CASES));
  }

  /// `weight W : 2 3`
  private Optional<Diagnostic> missingCross() {
    boolean inShape =
        isIn(StatementForm.Kind.DECLARATION) && around.holdsBefore(NetworkParser.COLON);
    return when(
        inShape && around.isBetweenOperands() && !around.isInBrackets(),
        () -> around.joined(Fault.NO_CROSS, " x "));
  }

  /// `weight w_1 w_2`, `at first: x = 1 y = 2`
  private Optional<Diagnostic> missingComma() {
    boolean listed = isIn(StatementForm.Kind.DECLARATION) || isIn(StatementForm.Kind.REQUEST);
    boolean assigned =
        isIn(StatementForm.Kind.ASSIGNMENT)
            && around.holdsBefore(NetworkParser.EQUALS)
            && isAssignedHere();
    return when(
        (listed || assigned)
            && around.isBetweenOperands()
            && TokenKinds.isWord(around.here())
            && !around.isInBrackets(),
        () -> around.joined(Fault.NO_COMMA, ", "));
  }

  private boolean isAssignedHere() {
    int next = around.tokens().get(around.place() + 1).getType();
    return next == NetworkParser.EQUALS || next == NetworkParser.OPEN_SQUARE;
  }

  /// `relu z`
  private Optional<Diagnostic> missingParentheses() {
    Optional<Token> function =
        around
            .before()
            .filter(_ -> isInFormula() && TokenKinds.isOperand(around.here()))
            .filter(word -> BuiltIn.isFunction(around.text(word)));
    return function.map(word ->
        around
            .at(word, Fault.IS_A_FUNCTION, around.text(word))
            .suggesting(around.text(word) + "(" + around.text(around.here()) + ")"));
  }

  /// `2x`
  private Optional<Diagnostic> missingOperator() {
    return when(
        isInFormula() && around.isBetweenOperands(), () -> around.joined(Fault.NO_OPERATOR, "*"));
  }

  private boolean isInFormula() {
    return form.isEmpty()
        || (!isIn(StatementForm.Kind.TASK)
            && (around.isInBrackets() || around.holdsBefore(NetworkParser.EQUALS)));
  }

  /// `weight w = 0.5`
  private Optional<Diagnostic> valueInDeclaration() {
    boolean valued =
        isIn(StatementForm.Kind.DECLARATION)
            && around.isHere(NetworkParser.EQUALS)
            && around.before().filter(TokenKinds::isWord).isPresent();
    return when(
        valued,
        () -> {
          Span assignment = Lexing.span(around.before().orElseThrow()).to(around.whole());
          return around
              .here(Fault.VALUE_IN_DECLARATION)
              .suggesting("given " + around.text(assignment));
        });
  }

  /// `f(x = 1)`, `x < 3`
  private Optional<Diagnostic> misplacedRelation() {
    if (around.isHere(NetworkParser.EQUALS)) {
      return when(isInFormula(), () -> around.here(Fault.EQUALS_IN_FORMULA));
    }
    return when(
        TokenKinds.isRelation(around.here()),
        () -> around.here(Fault.COMPARISON_IN_FORMULA).suggesting(CASES));
  }

  private Optional<Diagnostic> malformedStatement() {
    String here = around.text(around.here());
    return form.map(
        f -> around.here(Fault.MALFORMED_STATEMENT, f.keyword(), here).suggesting(f.example()));
  }

  private boolean isIn(StatementForm.Kind kind) {
    return form.filter(f -> f.kind() == kind).isPresent();
  }

  private static Optional<Diagnostic> when(boolean fits, Supplier<Diagnostic> diagnostic) {
    return fits ? Optional.of(diagnostic.get()) : Optional.empty();
  }
}
