package gradus.syntax.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.Sketch;
import gradus.syntax.source.Source;
import gradus.syntax.written.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormulaReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '%',
      textBlock =
          """
          a + b - c                  => (+ a b (- c))
          a - -b                     => (+ a (- (neg b)))
          -a + b                     => (+ (neg a) b)
          a*b/c                      => (* a b (/ c))
          a*(b + c)                  => (* a (+ b c))
          -a*b                       => (neg (* a b))
          a*-b*c                     => (* a (neg b) c)
          -dE/dI                     => (neg (* dE (/ dI)))
          --a                        => (neg (neg a))
          a^b^c                      => (^ a (^ b c))
          -x^2                       => (neg (^ x 2))
          (-x)^2                     => (^ (neg x) 2)
          2^-1                       => (^ 2 (neg 1))
          2^-x^2                     => (^ 2 (neg (^ x 2)))
          A .* B ./ C .^ 2           => (* A (.* B) (./ (.^ C 2)))
          A'*B                       => (* (t A) B)
          A'^2                       => (^ (t A) 2)
          A''                        => (t (t A))
          (a + b)'                   => (t (+ a b))
          g'(z)                      => g'(z)
          g''(z)'                    => (t g''(z))
          φ[k]'(a)                   => φ[k]'(a)
          f(x, y + 1)                => f(x, (+ y 1))
          f()                        => f()
          |x|                        => (abs x)
          |x - |y|| * |z|            => (* (abs (+ x (- (abs y)))) (abs z))
          -|x|^2                     => (neg (^ (abs x) 2))
          {z if z > 0; 0 otherwise}  => {z if z > 0; 0}
          {1 if 0 < z <= 1 and x = 2; |z| if |z| != 3; z otherwise} => {1 if 0 < z and z <= 1 and x = 2; (abs z) if (abs z) != 3; z}
          {1 if z == 0; 2 if x >= 1; 3 if x < 0}   => {1 if z = 0; 2 if x >= 1; 3 if x < 0}
          [1, 2; 3, 4]               => [1, 2; 3, 4]
          [1; -2]                    => [1; (neg 2)]
          W[k-1]                     => W[(+ k (- 1))]
          W[k, t]                    => W[k, t]
          W_{2,1}                    => W_{2, 1}
          W[2]_{1,:}                 => W[2]_{1, :}
          W_{:,j+1}                  => W_{:, (+ j 1)}
          da[k]_j/dW[k]_{i,j}        => (* da[k]_{j} (/ dW[k]_{i, j}))
          a[1]_12                    => a[1]_{12}
          w_1 + net_h1 + x_1_a       => (+ w_1 net_h1 x_1_a)
          sum(i in 1..n, x_i*y_i)    => sum(i in 1..n, (* x_i y_i))
          sum(X, rows)               => sum(X, rows)
          conv(I, K, stride 2*s, padding p) => conv(I, K, stride (* 2 s), padding p)
          stride(2) + f(stride)      => (+ stride(2) f(stride))
          1/3                        => (* 1 (/ 3))
          0.5                        => 1/2d
          1e-3 + 2E+2                => (+ 1/1000d 200d)
          2.*x                       => (* 2 (.* x))
          if + in*x                  => (+ if (* in x))
          """)
  void reads(String typed, String written) {
    assertThat(sketch(typed)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          a·b × c ⋅ d  => a*b*c*d
          a − b – c    => a - b - c
          A ⊙ B ∘ C    => A .* B .* C
          x²           => x^2
          -x⁻¹²        => -x^-12
          {1 if a ≤ b and b ≥ c and a ≠ c; 0 otherwise} => {1 if a <= b and b >= c and a != c; 0 otherwise}
          g′(z)        => g’(z)
          a\u00A0+\u2009b => a + b
          """)
  void readsUnicodeSpellings(String unicode, String ascii) {
    assertThat(sketch(unicode)).isEqualTo(sketch(ascii));
  }

  @ParameterizedTest
  @CsvSource({"ŷ", "y\u0302", "δ_1", "∂L", "𝑤", "αβ_γ2", "名", "Ω"})
  void readsNamesOfAnyAlphabet(String name) {
    assertThat(sketch(name)).isEqualTo(name);
  }

  @Test
  void newlinesAndCommentsCountAsSpaces() {
    assertThat(sketch("a # one\n + b\r\n")).isEqualTo("(+ a b)");
  }

  @Test
  void everyPartKnowsItsPlace() {
    String typed = "  (𝑤 + ŷ)*-f(x_1)^2 ";
    Written.Product product = (Written.Product) read(typed).formula().orElseThrow();
    Written last = product.factors().getLast().value();

    assertThat(typed.substring(product.span().start(), product.span().end()))
        .isEqualTo("(𝑤 + ŷ)*-f(x_1)^2");
    assertThat(typed.substring(last.span().start(), last.span().end())).isEqualTo("-f(x_1)^2");
  }

  private static String sketch(String typed) {
    FormulaParse reading = read(typed);
    assertThat(reading.diagnostics()).isEmpty();
    return Sketch.of(reading.formula().orElseThrow());
  }

  private static FormulaParse read(String typed) {
    return FormulaReader.read(new Source("test", typed));
  }
}
