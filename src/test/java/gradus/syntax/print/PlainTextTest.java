package gradus.syntax.print;

import static gradus.expr.Formulas.product;
import static gradus.expr.Formulas.ref;
import static gradus.expr.Formulas.sum;
import static gradus.syntax.Resolved.formula;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.RandomFormula;
import gradus.syntax.print.PlainText.Style;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PlainTextTest {
  private static final String TEXTS =
      """
      0.5 * (y - ŷ)^2
      1/2 * (y - ŷ)^2
      dL/dw_0
      2 * dL/dz * dz/dw
      relu'(z)
      leakyrelu'(z, 0.1)
      g''(z) * z
      {1 if z > 0; 0 otherwise}
      {x if 0 < z and z <= 1; -x if z != 2; x + 1 if z >= 3; x * y if z = 4} * 2
      |x - |y|| / |z|
      max(x, max(y, z))
      x / y
      x / y / z
      x / y * z
      x / (y * z)
      x / (y / z)
      x / 2
      x * 2 / 3
      2 * (1/3)
      x * (3/4)
      3/4 * x / 2
      1/2 / x
      1 / x
      1 / x / 2
      1 / (x + y)
      1 / 0
      -1 / x
      x * 1 / 2
      1 * x^(-1) * y
      x / (1/2)
      x / (-2)
      x / 0.5
      x / y^2
      x / (dL/dz)
      (dL/dz)^2
      -x
      -x^2
      (-x)^2
      (-3)^2
      (1/2)^2
      x^(1/2)
      x^(-2)
      x^(-y)
      2^(-1)
      x^y^z
      (x^y)^z
      (1 / x)^2
      x^(1 / y)
      x - y
      x - 2 * y
      x + (-2) * y
      x - (-2) * y
      x - (y - z)
      x + (-3)
      0.375 - (-3)
      -3 + x
      -3 * x
      -1/2 * x
      -(x + y)
      -(-3)
      -3 * (1/2)
      x * (-1) * y
      x * (-y - 2)
      (x + y) * (x - y)
      W[1] * W[1, -2] + dL/dW[1]
      1e-30 * x
      0.001
      δ_1 * delta
      """;

  static Stream<String> texts() {
    return TEXTS.lines();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isReadBackAsItWas(String text) {
    assertThat(PlainText.of(formula(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          dL/dw_0*h1            => ∂L/∂w_0 · h1
          {x if x <= 1; y if y >= 1; z if z != 1; 0 otherwise} => {x if x ≤ 1; y if y ≥ 1; z if z ≠ 1; 0 otherwise}
          -x/2                  => -x / 2
          x / y * z             => (x / y) · z
          x / y / z * 2 / w     => (x / y / z) · 2 / w
          -x / y * z            => -(x / y) · z
          -8/3 / (-5/3 * (-2)) / (1/3) * 2 => ((-8/3) / (-5/3 · (-2)) / (1/3)) · 2
          1/2 * x               => 1/2 · x
          1/2 / x               => (1/2) / x
          dL/dw / x             => (∂L/∂w) / x
          x / (dL/dw)           => x / (∂L/∂w)
          3 * 4^(-1)            => 3 / 4
          2^(-1)                => 1 / 2
          x^(2^(-1))            => x^(1 / 2)
          1 * 0.731059^(-1)     => 1 / 0.731059
          max(x, max(y, max(z, w))) => max(x, y, z, w)
          max(x, g(max(y, z)), w) => max(x, g(max(y, z)), w)
          {g(x) if x != 0}      => g(x)  (x ≠ 0)
          {g(x) if x != 0} * y  => {g(x) if x ≠ 0} · y
          0.00000269 * x        => 2.69e-6 · x
          0.00001^2             => (1e-5)^2
          0.0001                => 0.0001
          12345678.5            => 1.23456785e7
          9999999.5             => 9999999.5
          """)
  void unicodeIsOptional(String typed, String unicode) {
    assertThat(new PlainText(Style.UNICODE, 6).print(formula(typed))).isEqualTo(unicode);
  }

  @Test
  void approximateNumbersAreRounded() {
    Expr pi = new Number(Rational.of(Math.PI), Notation.APPROXIMATE);
    Expr small = new Number(Rational.of(-1.5e-30), Notation.APPROXIMATE);

    assertThat(PlainText.of(product(ref("x"), pi))).isEqualTo("x * 3.14159");
    assertThat(new PlainText(Style.ASCII, 3).print(pi)).isEqualTo("3.14");
    assertThat(PlainText.of(sum(ref("x"), small))).isEqualTo("x + (-1.5e-30)");
  }

  @Test
  void aDecimalWithoutEndIsAFraction() {
    assertThat(PlainText.of(new Number(Rational.of(1, 3), Notation.DECIMAL))).isEqualTo("1/3");
    assertThat(PlainText.of(new Number(Rational.of(3), Notation.DECIMAL))).isEqualTo("3");
  }

  @Test
  void whatIsNotTypedIsPrintedToo() {
    Quantity w = Quantity.of("w");
    Symbol updated = new Symbol.Updated(w);
    Call second = new Call(Name.of("f"), List.of(0, 1), List.of(ref("x"), ref("y")));

    assertThat(PlainText.of(updated)).isEqualTo("w^+");
    assertThat(PlainText.of(new Expr.Power(new Ref(updated), Number.of(2)))).isEqualTo("(w^+)^2");
    assertThat(PlainText.of(Partial.direct(Quantity.of("z_2"), w))).isEqualTo("dz_2/dw");
    assertThat(PlainText.of(second)).isEqualTo("f^(0,1)(x, y)");
    assertThat(PlainText.of(new Derivative(formula("x^2 + w"), w))).isEqualTo("d/dw (x^2 + w)");
    assertThat(PlainText.of(product(Number.of(2), new Derivative(ref("x"), w))))
        .isEqualTo("2 * d/dw (x)");
    assertThat(PlainText.of(Formulas.negated(Formulas.negated(ref("x"))))).isEqualTo("-(-1) * x");
  }

  @Test
  void aNegationOfANegationIsBracketed() {
    PlainText text = new PlainText(Style.UNICODE, 6);
    Expr twice = Formulas.negated(Formulas.negated(ref("z")));

    assertThat(text.print(twice)).isEqualTo("-(-z)");
    assertThat(text.print(sum(ref("x"), twice))).isEqualTo("x - (-z)");
    assertThat(text.print(product(Formulas.MINUS_ONE, Formulas.MINUS_ONE, Number.of(5))))
        .isEqualTo("-(-1) · 5");
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomFormulasAreReadBackAsTheyWere(long seed) {
    Expr formula = new RandomFormula(new Random(seed)).formula(5);
    String text = PlainText.of(formula);

    assertThat(formula(text)).as(text).isEqualTo(formula);
  }
}
