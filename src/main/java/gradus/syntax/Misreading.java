package gradus.syntax;

import gradus.syntax.grammar.NetworkParser;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;

/// Says of a text that could not be parsed what is wrong with it, from the token at which the
/// parser gave up and its neighbours: the first of a list of slips that fits.
final class Misreading {
  private static final String DEFINITION = "z_1 = w_1*x + b_1";

  /// Words of other notations before a definition, which takes none here.
  private static final Set<String> ASSIGNING = Set.of("let", "set", "define", "var", "put");

  private final Surroundings around;
  private final Optional<StatementForm> form;
  private final boolean loneFormula;
  private final FormulaSlips slips;

  Misreading(Surroundings around, boolean loneFormula) {
    this.around = around;
    this.loneFormula = loneFormula;
    this.form = loneFormula ? Optional.empty() : StatementForm.of(around.tokens());
    this.slips = new FormulaSlips(around, isInFormula());
  }

  Diagnostic diagnostic() {
    return danglingOperator()
        .or(slips::decimalComma)
        .or(this::unknownStatement)
        .or(slips::missingOperand)
        .or(this::incompleteStatement)
        .or(this::semicolon)
        .or(slips::missingCondition)
        .or(this::missingCross)
        .or(this::missingComma)
        .or(slips::secondLabel)
        .or(slips::missingParentheses)
        .or(slips::missingOperator)
        .or(this::valueInDeclaration)
        .or(slips::misplacedRelation)
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
                .suggesting(
                    ASSIGNING.contains(word) && around.holds(NetworkParser.EQUALS)
                        ? Optional.of(around.text(around.behind(around.first())))
                        : StatementForm.meant(word)));
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

  private Optional<Diagnostic> malformedStatement() {
    String here = around.text(around.here());
    return form.map(
        f -> around.here(Fault.MALFORMED_STATEMENT, f.keyword(), here).suggesting(f.example()));
  }

  private boolean isIn(StatementForm.Kind kind) {
    return form.filter(f -> f.kind() == kind).isPresent();
  }

  static Optional<Diagnostic> when(boolean fits, Supplier<Diagnostic> diagnostic) {
    return fits ? Optional.of(diagnostic.get()) : Optional.empty();
  }
}
