package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Good to all bits but the last 48, in every width that is used.
class FixedPointTest {
  private static final int LAST = 48;
  private static final int NUMBERS = 200;

  @ParameterizedTest
  @ValueSource(ints = {128, 320, 460, 1_020, 2_520})
  void functions(int width) {
    FixedPoint fixed = FixedPoint.of(width);
    Digits digits = new Digits(width + 40);
    SplittableRandom random = new SplittableRandom(width);
    for (int i = 0; i < NUMBERS; i++) {
      BigInteger share = share(width, random);
      BigInteger half = share.shiftRight(1).add(BigInteger.ONE.shiftLeft(width - 1));
      BigInteger signed = random.nextBoolean() ? share : share.negate();
      near(fixed.exponential(signed), signed, digits::exponential, width);
      near(fixed.logarithm(half), half, digits::logarithm, width);
      near(fixed.wave(signed, false), signed, digits::sine, width);
      near(fixed.wave(signed, true), signed, digits::cosine, width);
    }
  }

  /// Between 0 and 1.
  private static BigInteger share(int width, SplittableRandom random) {
    byte[] bytes = new byte[width / 8];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes).shiftRight(random.nextInt(4) == 0 ? random.nextInt(width) : 0);
  }

  private static void near(
      BigInteger value, BigInteger at, UnaryOperator<Dyadic> truth, int width) {
    Dyadic error = truth.apply(new Dyadic(at, -width)).minus(new Dyadic(value, -width)).abs();
    assertThat(error).isLessThan(Dyadic.powerOfTwo(LAST - width));
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 460, 2_520})
  void constants(int width) {
    FixedPoint fixed = FixedPoint.of(width);
    Digits digits = new Digits(width + 40);
    Dyadic log2 = digits.logarithm(Dyadic.of(2));
    Dyadic few = Dyadic.powerOfTwo(4 - width);
    assertThat(log2.minus(new Dyadic(fixed.log2(), -width)).abs()).isLessThan(few);
    assertThat(digits.halfPi().minus(new Dyadic(fixed.halfPi(), -width)).abs()).isLessThan(few);
    assertThat(fixed.one()).isEqualTo(BigInteger.ONE.shiftLeft(width));
    assertThat(fixed.whole(BigInteger.TEN)).isEqualTo(BigInteger.TEN.shiftLeft(width));
  }

  /// Halves go up.
  @ParameterizedTest
  @ValueSource(ints = {-9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void nearestWholes(int above) {
    BigInteger nearest =
        FixedPoint.of(128).roundedQuotient(BigInteger.valueOf(above), BigInteger.valueOf(4));
    assertThat(nearest.intValueExact()).isEqualTo((int) Math.floor(above / 4.0 + 0.5));
  }
}
