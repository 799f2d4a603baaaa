package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The true values that the other tests here rely on, to 200 digits against apfloat.
class DigitsTest {
  private static final int DIGITS = 200;
  private static final int MORE = 330;
  private static final Digits TRUE = new Digits(700);
  private static final double[] ANYWHERE = {1e-40, 0.7, 1, 1 + 0x1p-50, 3.25, 40.5, 12345.75};

  enum Known {
    EXP(TRUE::exponential, ApfloatMath::exp),
    LOG(TRUE::logarithm, ApfloatMath::log),
    SQRT(TRUE::squareRoot, ApfloatMath::sqrt),
    SIN(TRUE::sine, ApfloatMath::sin),
    COS(TRUE::cosine, ApfloatMath::cos),
    TANH(TRUE::tanh, ApfloatMath::tanh),
    SIGMOID(TRUE::sigmoid, u -> one().divide(one().add(ApfloatMath.exp(u.negate())))),
    SOFTPLUS(TRUE::softplus, u -> ApfloatMath.log(one().add(ApfloatMath.exp(u)))),
    POWER(
        u -> TRUE.power(u, Dyadic.of(2.625)), u -> ApfloatMath.pow(u, new Apfloat("2.625", MORE))),
    WHOLE_POWER(u -> TRUE.power(u, -7), u -> ApfloatMath.pow(u, -7));

    private final UnaryOperator<Dyadic> digits;
    private final UnaryOperator<Apfloat> apfloat;

    Known(UnaryOperator<Dyadic> digits, UnaryOperator<Apfloat> apfloat) {
      this.digits = digits;
      this.apfloat = apfloat;
    }

    private boolean isPositiveOnly() {
      return this == LOG || this == SQRT || this == POWER;
    }

    private static Apfloat one() {
      return new Apfloat(BigInteger.ONE, MORE);
    }
  }

  @ParameterizedTest
  @EnumSource(Known.class)
  void agreesWithApfloat(Known function) {
    for (double at : ANYWHERE) {
      agrees(function, at);
      if (!function.isPositiveOnly()) {
        agrees(function, -at);
      }
    }
  }

  private static void agrees(Known function, double at) {
    Apfloat expected = function.apfloat.apply(new Apfloat(new BigDecimal(at), MORE));
    Apfloat actual = apfloat(function.digits.apply(Dyadic.of(at)));
    Apfloat size = ApfloatMath.max(ApfloatMath.abs(expected), Known.one());
    Apfloat least = function == Known.EXP ? ApfloatMath.abs(expected) : size;
    assertThat(ApfloatMath.abs(expected.subtract(actual)))
        .as("%s at %s: %s", function, at, expected)
        .isLessThanOrEqualTo(least.multiply(new Apfloat("1e-" + DIGITS, MORE)));
  }

  private static Apfloat apfloat(Dyadic number) {
    Apfloat mantissa = new Apfloat(number.mantissa(), MORE);
    return mantissa.multiply(ApfloatMath.pow(new Apfloat(2, MORE), number.exponent()));
  }
}
