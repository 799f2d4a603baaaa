package gradus.render.latex;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatexFormulaTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          # sums and products
          w_0 * x + b_0                 => w_0x+b_0
          w_2 * h_1 + w_s * h_0 + b_2   => w_2h_1+w_sh_0+b_2
          a - b - c                     => a-b-c
          a - (b - c)                   => a-(b-c)
          -x                            => -x
          -(x + y)                      => -(x+y)
          a - b * c                     => a-bc
          -a * b                        => -ab
          2 * x                         => 2x
          x * 2                         => x\\cdot 2
          x * y * 3 * z                 => xy\\cdot 3z
          2 * (a + b)                   => 2(a+b)
          (a + b) * (c + d)             => (a+b)(c+d)
          (a + b) * c                   => (a+b)\\,c
          h * (1 - h)                   => h\\,(1-h)
          f_1 * (1 - h)                 => f_1\\cdot(1-h)
          1 * x                         => 1\\cdot x
          net * w                       => \\text{net}\\cdot w
          2 * net                       => 2\\,\\text{net}
          |x| * |y|                     => \\lvert x\\rvert\\cdot\\lvert y\\rvert

          # numbers put in for names
          0.5 * 0.25 + 0.5 * 0.5 + 0    => 0.5\\cdot 0.25+0.5\\cdot 0.5+0
          0.5 * (-6)                    => 0.5\\cdot(-6)
          0.375 - (-3)                  => 0.375-(-3)
          -3 - 0.375                    => -3-0.375
          0.5 - 1 * 0.75                => 0.5-1\\cdot 0.75
          1 * (0.25 + 0.5) * 1          => 1\\cdot(0.25+0.5)\\cdot 1
          1 - 0.25 / 0.731059           => 1-\\frac{0.25}{0.731059}
          1/2 + 0.25                    => \\tfrac{1}{2}+0.25
          1/2 * 3/4                     => \\frac{1}{2}\\cdot\\frac{3}{4}
          1/2 - 3/4                     => \\frac{1}{2}-\\frac{3}{4}
          0.5^2                         => 0.5^2
          (-3)^2                        => (-3)^2

          # fractions
          1/2 * x                       => \\tfrac{1}{2}x
          1/2 * (y - ŷ)^2               => \\tfrac{1}{2}(y-\\hat{y})^2
          x / 2                         => \\frac{x}{2}
          -x / 2                        => -\\frac{x}{2}
          a * b / (c * d)               => \\frac{ab}{cd}
          (a + b) / n                   => \\frac{a+b}{n}
          1 / (1 + exp(-z))             => \\frac{1}{1+e^{-z}}
          x^(-2)                        => \\frac{1}{x^2}
          a / b / c                     => \\frac{a}{bc}
          dL/dh * 1/n                   => \\frac{\\partial L}{\\partial h}\\cdot\\frac{1}{n}
          x / y * (a + b)               => \\frac{x}{y}\\cdot(a+b)

          # powers and roots
          x^2                           => x^2
          x^10                          => x^{10}
          (x^2)^3                       => (x^2)^3
          (x * y)^2                     => (xy)^2
          x^(n - 1)                     => x^{n-1}
          x^(1/2)                       => \\sqrt{x}
          x^(3/2)                       => x^{3/2}
          -x^2                          => -x^2
          sqrt(a + b)                   => \\sqrt{a+b}
          (dL/dx)^2                     => \\biggl(\\frac{\\partial L}{\\partial x}\\biggr)^2

          # functions
          |y - ŷ|                       => \\lvert y-\\hat{y}\\rvert
          |-3 - 0.375|                  => \\lvert -3-0.375\\rvert
          sign(0.375 - (-3))            => \\mathrm{sign}\\bigl(0.375-(-3)\\bigr)
          relu(z_0)                     => \\mathrm{relu}(z_0)
          sigmoid(z) * (1 - sigmoid(z)) => \\sigma(z)\\,\\bigl(1-\\sigma(z)\\bigr)
          w * tanh(z)                   => w\\tanh(z)
          tanh(z)^2                     => \\tanh(z)^2
          log(x) + exp(x)               => \\log(x)+e^x
          exp(-x^2 / 2)                 => e^{-x^2/2}
          exp(-(a + b) / (c * d))       => e^{-(a+b)/(cd)}
          max(a, max(b, c))             => \\max(a,b,c)
          max(0, z)                     => \\max(0,z)
          swish(z) * x                  => \\mathrm{swish}(z)\\,x
          g'(z)                         => g'(z)
          g''(z)                        => g''(z)
          g_1'(z_1) * w_1               => g_1'(z_1)\\,w_1
          relu'(z_0)                    => \\mathrm{relu}'(z_0)
          φ(a)                          => \\varphi(a)

          # derivatives
          dL/dw_0                       => \\frac{\\partial L}{\\partial w_0}
          dL/dh_1 * dh_1/dz_1           => \\frac{\\partial L}{\\partial h_1}\\cdot\\frac{\\partial h_1}{\\partial z_1}
          dL/dz_1 * w_1                 => \\frac{\\partial L}{\\partial z_1}\\cdot w_1
          dL/dz_1 * w_1 * h             => \\frac{\\partial L}{\\partial z_1}\\cdot w_1h
          dL/dh * {1 if z >= 0; 0 if z < 0} => \\frac{\\partial L}{\\partial h}\\cdot\\begin{cases} 1 & z\\ge 0\\\\ 0 & z<0 \\end{cases}
          {z if z > 0; 0 otherwise}     => \\begin{cases} z & z>0\\\\ 0 & \\text{otherwise} \\end{cases}
          {1 if z > 0; 0 otherwise} * x => \\Biggl(\\begin{cases} 1 & z>0\\\\ 0 & \\text{otherwise} \\end{cases}\\Biggr)\\,x
          {1 if z > 0; 0 otherwise} + x => \\Biggl(\\begin{cases} 1 & z>0\\\\ 0 & \\text{otherwise} \\end{cases}\\Biggr)+x
          y * {1 if z > 0; 0 otherwise} + x => y\\cdot\\Biggl(\\begin{cases} 1 & z>0\\\\ 0 & \\text{otherwise} \\end{cases}\\Biggr)+x
          x - y * {1 if z > 0; 0 otherwise} => x-y\\cdot\\begin{cases} 1 & z>0\\\\ 0 & \\text{otherwise} \\end{cases}
          max({1 if z > 0; 0 otherwise}, x) => \\max\\left(\\Biggl(\\begin{cases} 1 & z>0\\\\ 0 & \\text{otherwise} \\end{cases}\\Biggr),x\\right)
          {sign(u) if u != 0}           => \\mathrm{sign}(u)\\quad(u\\ne 0)
          {sign(u) if u != 0} * x       => \\Biggl(\\begin{cases} \\mathrm{sign}(u) & u\\ne 0 \\end{cases}\\Biggr)\\,x

          # quotients of numbers
          3 * 4^(-1)                    => \\frac{3}{4}
          1 * 0.731059^(-1)             => \\frac{1}{0.731059}
          1/2 * 0.25^(-1)               => \\frac{\\frac{1}{2}}{0.25}
          1/2 * x^(-1)                  => \\frac{1}{2}\\cdot\\frac{1}{x}
          """)
  void setsTypedFormulas(String typed, String latex) {
    assertThat(LatexFormula.display(Typed.formula(typed))).isEqualTo(latex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                w_s           | w_s
                z_10          | z_{10}
                z10           | z_{10}
                ŷ             | \\hat{y}
                yhat          | \\hat{y}
                y_hat         | \\hat{y}
                xbar_2        | \\bar{x}_2
                delta_1       | \\delta_1
                δ_1           | \\delta_1
                φ             | \\varphi
                Γ             | \\Gamma
                Α             | \\mathrm{A}
                net_h1        | \\text{net}_{h1}
                Err6          | \\text{Err}_6
          out_o1        | \\text{out}_{o1}
                a_b_c         | a_{b,c}
                w_ij          | w_{ij}
                w_out         | w_{\\text{out}}
                L_total       | L_{\\text{total}}
                hidden        | \\text{hidden}
                rebar         | \\text{rebar}
                w_eta         | w_{\\eta}
                größe         | \\text{gr\\"{o}\\ss{}e}
                ж_1           | \\text{[U+0436]}_1
                ẍ             | \\ddot{x}
          """)
  void setsNames(String name, String latex) {
    assertThat(LatexFormula.display(Formulas.ref(name))).isEqualTo(latex);
  }

  @Test
  void setsLabelsAboveAndUpdatedValuesWithAPlus() {
    Quantity weight = Quantity.of(Name.of("W"), List.of(Index.ONE));
    assertThat(LatexFormula.display(new Ref(weight))).isEqualTo("W^{(1)}");
    assertThat(LatexFormula.display(new Ref(new Updated(Quantity.of("w_0"))))).isEqualTo("w_0^{+}");
    assertThat(LatexFormula.display(new Expr.Power(new Ref(weight), Number.of(2))))
        .isEqualTo("(W^{(1)})^2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.75          | DECIMAL     | 0.75
          0.75          | FRACTION    | \\frac{3}{4}
          -0.75         | FRACTION    | -\\frac{3}{4}
          3             | DECIMAL     | 3
          0.00012       | DECIMAL     | 0.00012
          0.000012      | DECIMAL     | 1.2\\cdot 10^{-5}
          0.00001       | DECIMAL     | 10^{-5}
          -0.00001      | DECIMAL     | -10^{-5}
          9999999       | DECIMAL     | 9999999
          12000000      | DECIMAL     | 1.2\\cdot 10^7
          12000000      | FRACTION    | 12000000
          0.593269992   | APPROXIMATE | 0.593269992
          """)
  void setsNumbersInTheirNotation(BigDecimal value, Notation notation, String latex) {
    Expr number = new Number(Rational.of(value), notation);
    assertThat(LatexFormula.display(number)).isEqualTo(latex);
  }

  @Test
  void setsPowersOfTenAsFactors() {
    Expr rate = new Number(Rational.of(new BigDecimal("0.000012")), Notation.DECIMAL);
    Expr x = Formulas.ref("x");
    assertThat(LatexFormula.display(Formulas.product(x, rate)))
        .isEqualTo("x\\cdot(1.2\\cdot 10^{-5})");
    assertThat(LatexFormula.display(Formulas.sum(x, rate))).isEqualTo("x+1.2\\cdot 10^{-5}");
    assertThat(LatexFormula.display(new Expr.Power(rate, Number.of(2))))
        .isEqualTo("(1.2\\cdot 10^{-5})^2");
  }

  @Test
  void setsANegationOfANegationInParentheses() {
    Expr z = Formulas.ref("z");
    Expr twice = Formulas.negated(Formulas.negated(z));
    assertThat(LatexFormula.display(twice)).isEqualTo("-(-z)");
    assertThat(LatexFormula.display(Formulas.sum(z, twice))).isEqualTo("z-(-z)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          |y - ŷ|     => \\frac{\\partial}{\\partial\\hat{y}}\\,\\lvert y-\\hat{y}\\rvert
          y - ŷ       => \\frac{\\partial}{\\partial\\hat{y}}\\,(y-\\hat{y})
          a * ŷ       => \\frac{\\partial}{\\partial\\hat{y}}\\,(a\\hat{y})
          dL/dh + b   => \\frac{\\partial}{\\partial\\hat{y}}\\,\\biggl(\\frac{\\partial L}{\\partial h}+b\\biggr)
          """)
  void setsDerivativesToBeWorkedOut(String body, String latex) {
    Expr derivative = new Derivative(Typed.formula(body), Quantity.of("ŷ"));
    assertThat(LatexFormula.display(derivative)).isEqualTo(latex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          dL/dw_0           => \\partial L/\\partial w_0
          eta * dL/dw_0     => \\eta\\,(\\partial L/\\partial w_0)
          x / 2             => \\frac{x}{2}
          """)
  void setsDerivativesInTextWithASlash(String typed, String latex) {
    assertThat(LatexFormula.inline(Typed.formula(typed))).isEqualTo(latex);
  }

  @Test
  void setsDerivativesOfFunctionsOfSeveralArguments() {
    Expr call = Typed.formula("f(u, v)");
    Expr.Call plain = (Expr.Call) call;
    assertThat(
            LatexFormula.display(new Expr.Call(plain.function(), List.of(1, 0), plain.arguments())))
        .isEqualTo("\\partial_1f(u,v)");
    assertThat(
            LatexFormula.display(new Expr.Call(plain.function(), List.of(0, 2), plain.arguments())))
        .isEqualTo("\\partial_2^2f(u,v)");
  }
}
