package gradus.syntax.resolve;

import static gradus.expr.Formulas.negated;
import static gradus.expr.Formulas.product;
import static gradus.expr.Formulas.quotient;
import static gradus.expr.Formulas.ref;
import static gradus.expr.Formulas.sum;
import static gradus.syntax.Resolved.formula;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.TestScope;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResolverTest {
  private static final Expr X = ref("x");
  private static final Expr Y = ref("y");
  private static final Expr Z = ref("z");
  private static final Number TWO = Number.of(2);
  private static final Number HALF = Number.of(Rational.HALF);

  @Test
  void sumsAndProductsAreFlat() {
    assertThat(formula("x + (y + z)")).isEqualTo(sum(X, Y, Z));
    assertThat(formula("x*(y*z)")).isEqualTo(product(X, Y, Z));
    assertThat(formula("x*(y + z)")).isEqualTo(product(X, sum(Y, Z)));
  }

  @Test
  void aDifferenceHasATermWithTheFactorMinusOne() {
    assertThat(formula("x - y")).isEqualTo(sum(X, negated(Y)));
    assertThat(formula("x - 2")).isEqualTo(sum(X, negated(TWO)));
    assertThat(formula("x - 2*y")).isEqualTo(sum(X, product(Formulas.MINUS_ONE, TWO, Y)));
    assertThat(formula("x - (y - z)")).isEqualTo(sum(X, negated(sum(Y, negated(Z)))));
    assertThat(formula("-x")).isEqualTo(negated(X));
  }

  @Test
  void aSignBeforeALiteralBelongsToIt() {
    assertThat(formula("-2")).isEqualTo(Number.of(-2));
    assertThat(formula("-0.5*x")).isEqualTo(product(decimal(-1, 2), X));
    assertThat(formula("x - -2")).isEqualTo(sum(X, negated(Number.of(-2))));
    assertThat(formula("-2^2")).isEqualTo(negated(new Power(TWO, TWO)));
    assertThat(formula("(-2)^2")).isEqualTo(new Power(Number.of(-2), TWO));
  }

  @Test
  void aQuotientOfLiteralsIsANumber() {
    assertThat(formula("1/2")).isEqualTo(HALF);
    assertThat(formula("-6/4")).isEqualTo(Number.of(Rational.of(-3, 2)));
    assertThat(formula("1/2*x")).isEqualTo(product(HALF, X));
    assertThat(formula("(-1)/2*x")).isEqualTo(product(Number.of(Rational.of(-1, 2)), X));
    assertThat(formula("0.5")).isEqualTo(decimal(1, 2));
    assertThat(formula("1/0.5")).isEqualTo(new Power(decimal(1, 2), Formulas.MINUS_ONE));
  }

  @Test
  void aQuotientHasAFactorWithTheExponentMinusOne() {
    assertThat(formula("x/y")).isEqualTo(quotient(X, Y));
    assertThat(formula("x/2"))
        .isEqualTo(product(X, new Expr.Power(Number.of(2), Formulas.MINUS_ONE)));
    assertThat(formula("x*y/2"))
        .isEqualTo(product(X, Y, new Expr.Power(Number.of(2), Formulas.MINUS_ONE)));
    assertThat(formula("x/(y*z)")).isEqualTo(quotient(X, product(Y, Z)));
    assertThat(formula("1/x")).isEqualTo(new Power(X, Formulas.MINUS_ONE));
    assertThat(formula("1/0")).isEqualTo(new Power(Formulas.ZERO, Formulas.MINUS_ONE));
    assertThat(formula("2/x/y")).isEqualTo(quotient(quotient(TWO, X), Y));
  }

  private static Number decimal(long numerator, long denominator) {
    return new Number(Rational.of(numerator, denominator), Notation.DECIMAL);
  }

  @Test
  void functionsTakeDefaultsAndFoldToTheRight() {
    assertThat(formula("relu(x)")).isEqualTo(Formulas.call("relu", X));
    assertThat(formula("|x|")).isEqualTo(Formulas.call("abs", X));
    assertThat(formula("leakyrelu(x)")).isEqualTo(Formulas.call("leakyrelu", X, decimal(1, 100)));
    assertThat(formula("clip(x, y)")).isEqualTo(Formulas.call("clip", X, Y, Formulas.ONE));
    assertThat(formula("max(x, y, z)"))
        .isEqualTo(Formulas.call("max", X, Formulas.call("max", Y, Z)));
    assertThat(formula("sq(x + y)")).isEqualTo(product(sum(X, Y), sum(X, Y)));
  }

  @Test
  void primesCountTheOrderOfTheDerivative() {
    assertThat(formula("g''(z)")).isEqualTo(new Call(Name.of("g"), List.of(2), List.of(Z)));
    assertThat(formula("leakyrelu'(z)"))
        .isEqualTo(new Call(Name.of("leakyrelu"), List.of(1, 0), List.of(Z, decimal(1, 100))));
  }

  @Test
  void casesKeepTheirComparisons() {
    Condition between =
        new Condition(
            List.of(
                new Comparison(Formulas.ZERO, Relation.LESS, X),
                new Comparison(X, Relation.AT_MOST, Y),
                new Comparison(Y, Relation.UNEQUAL, Z)));

    assertThat(formula("{2 if 0 < x <= y and y != z; x otherwise}"))
        .isEqualTo(
            new Cases(List.of(new Branch(TWO, between), new Branch(X, Condition.OTHERWISE))));
  }

  @ParameterizedTest
  @CsvSource({
    "dL/dw_0, L, w_0",
    "∂L/∂w_0, L, w_0",
    "dL/dŷ, L, ŷ",
    "dE/dδ_1, E, delta_1",
    "dz/dx, z, x"
  })
  void partialsAreTotal(String typed, String of, String by) {
    assertThat(formula(typed)).isEqualTo(partial(of, by));
  }

  @Test
  void partialsStandAmongFactors() {
    assertThat(formula("2*dL/dz*dz/dw"))
        .isEqualTo(product(TWO, partial("L", "z"), partial("z", "w")));
    assertThat(formula("-dL/dz/2"))
        .isEqualTo(
            product(
                Formulas.MINUS_ONE,
                partial("L", "z"),
                new Expr.Power(Number.of(2), Formulas.MINUS_ONE)));
    assertThat(formula("x*-dL/dz")).isEqualTo(product(X, Formulas.MINUS_ONE, partial("L", "z")));
    assertThat(formula("x/(dL/dz)")).isEqualTo(quotient(X, partial("L", "z")));
    assertThat(formula("(dL/dz)^2")).isEqualTo(new Power(partial("L", "z"), TWO));
  }

  @Test
  void aDeclaredNameWithADDivides() {
    assertThat(formula("delta/depth")).isEqualTo(quotient(ref("delta"), ref("depth")));
    assertThat(formula("delta/x")).isEqualTo(quotient(ref("delta"), X));
  }

  private static Ref partial(String of, String by) {
    return new Ref(Partial.total(Quantity.of(of), Quantity.of(by)));
  }

  @Test
  void namesAreSpelledAsDeclared() {
    assertThat(formula("yhat + delta_1")).hasToString(formula("ŷ + δ_1").toString());
  }

  @Test
  void wholeNumbersAsLabelsBelongToTheName() {
    Quantity labelled = Quantity.of(Name.of("W"), List.of(Index.ONE, Index.of(-1)));

    assertThat(formula("W[1, -1]")).isEqualTo(new Ref(labelled));
    assertThat(formula("dL/dW[1, -1]"))
        .isEqualTo(new Ref(Partial.total(Quantity.of("L"), labelled)));
  }

  @Test
  void symbolsAreQuantitiesAndPartials() {
    assertThat(symbol("w_0")).contains(Quantity.of("w_0"));
    assertThat(symbol("dL/dw_0")).contains(Partial.total(Quantity.of("L"), Quantity.of("w_0")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '%',
      textBlock =
          """
          x + y     => a name or a partial derivative such as dL/dw is due here
          x/y       => a name or a partial derivative such as dL/dw is due here
          2*dL/dw   => a name or a partial derivative such as dL/dw is due here
          -dL/dw    => a name or a partial derivative such as dL/dw is due here
          relu      => 'relu' is a function and needs its argument; write relu(…)
          q_1       => nothing is called 'q_1'
          dA/dw     => nothing is called 'A'
          dL/drelu  => 'relu' is a function and needs its argument; write relu(…)
          """)
  void whatIsNoSymbolIsReported(String typed, String said) {
    List<Diagnostic> faults = new ArrayList<>();

    assertThat(symbol(typed, faults)).isEmpty();
    assertThat(faults).extracting(Diagnostic::sentence).containsExactly(said);
  }

  private static Optional<Symbol> symbol(String typed) {
    return symbol(typed, new ArrayList<>());
  }

  private static Optional<Symbol> symbol(String typed, List<Diagnostic> faults) {
    Source source = new Source("test", typed);
    Written written = FormulaReader.read(source).formula().orElseThrow();
    return new Resolver(source, new TestScope(), faults::add).symbol(written);
  }
}
