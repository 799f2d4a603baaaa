package gradus.syntax.read;

import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.BuiltIn;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// What can be wrong with a formula at the token where the parser gave up.
///
/// @param inFormula whether that token belongs to a formula, as far as can be told
record FormulaSlips(Surroundings around, boolean inFormula) {
  private static final String CASES = "{z if z > 0; 0 otherwise}";

  /// `0,5`: the parser gives up at the comma or soon behind it.
  Optional<Diagnostic> decimalComma() {
    for (int i = around.place(); i >= Math.max(1, around.place() - 2); i--) {
      Optional<Span> number = around.decimalComma(i);
      if (number.isPresent()) {
        String point = around.text(number.get()).replace(',', '.');
        Diagnostic comma = Fault.DECIMAL_COMMA.at(around.source(), number.get());
        return Optional.of(comma.suggesting(point));
      }
    }
    return Optional.empty();
  }

  /// `x + * y`, `f(, x)`, `x = `
  Optional<Diagnostic> missingOperand() {
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
    Span both = Tokenizer.span(before).to(Tokenizer.span(around.here()));
    return last.equals("*") && here.equals("*")
        ? Fault.DOUBLE_STAR.at(around.source(), both).suggesting(around.power())
        : Fault.MISSING_BETWEEN.at(around.source(), both, last, here);
  }

  private static boolean needsOperand(Token token) {
    return TokenKinds.isContinued(token)
        || TokenKinds.opens(token)
        || token.getType() == NetworkParser.SEMICOLON;
  }

  /// `{z if z > 0; 0}`
  Optional<Diagnostic> missingCondition() {
    boolean branchEnds =
        around.isHere(NetworkParser.SEMICOLON)
            || around.isHere(NetworkParser.CLOSE_BRACE)
            || around.text(around.here()).equals("else");
    return SyntaxDiagnosis.when(
        branchEnds && around.isInCases(),
        () -> around.here(Fault.BRANCH_WITHOUT_CONDITION).suggesting(CASES));
  }

  /// `W[1][2]`
  Optional<Diagnostic> secondLabel() {
    boolean second =
        around.isHere(NetworkParser.OPEN_SQUARE)
            && around
                .before()
                .filter(last -> last.getType() == NetworkParser.CLOSE_SQUARE)
                .isPresent();
    return SyntaxDiagnosis.when(
        second, () -> around.here(Fault.SECOND_LABEL).suggesting("W[1]_{2,3}"));
  }

  /// `relu z`
  Optional<Diagnostic> missingParentheses() {
    Optional<Token> function =
        around
            .before()
            .filter(_ -> inFormula && TokenKinds.isOperand(around.here()))
            .filter(word -> BuiltIn.isFunction(around.text(word)));
    return function.map(word ->
        around
            .at(word, Fault.IS_A_FUNCTION, around.text(word))
            .suggesting(around.text(word) + "(" + around.text(around.here()) + ")"));
  }

  /// `2x`
  Optional<Diagnostic> missingOperator() {
    return SyntaxDiagnosis.when(
        inFormula && around.isBetweenOperands(), () -> around.joined(Fault.NO_OPERATOR, "*"));
  }

  /// `f(x = 1)`, `x < 3`
  Optional<Diagnostic> misplacedRelation() {
    if (around.isHere(NetworkParser.EQUALS)) {
      return SyntaxDiagnosis.when(inFormula, () -> around.here(Fault.EQUALS_IN_FORMULA));
    }
    return SyntaxDiagnosis.when(
        TokenKinds.isRelation(around.here()),
        () -> around.here(Fault.COMPARISON_IN_FORMULA).suggesting(CASES));
  }
}
