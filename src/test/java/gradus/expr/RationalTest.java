package gradus.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalTest {
  @Test
  void isKeptInLowestTerms() {
    assertThat(Rational.of(6, -4)).isEqualTo(Rational.of(-3, 2)).hasToString("-3/2");
    assertThat(Rational.of(0, -5)).isEqualTo(Rational.ZERO);
    assertThat(Rational.of(new BigDecimal("0.375"))).isEqualTo(Rational.of(3, 8));
    assertThat(Rational.of(new BigDecimal("1e3"))).isEqualTo(Rational.of(1000));
    assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void calculatesExactly() {
    assertThat(Rational.of(1, 3).plus(Rational.of(1, 6))).isEqualTo(Rational.HALF);
    assertThat(Rational.of(2, 3).times(Rational.of(3, 2))).isEqualTo(Rational.ONE);
    assertThat(Rational.of(2, 3).power(-2)).isEqualTo(Rational.of(9, 4));
    assertThat(Rational.of(4, 9).squareRoot()).hasValue(Rational.of(2, 3));
    assertThat(Rational.of(2).squareRoot()).isEmpty();
    assertThat(Rational.of(1, 3)).isLessThan(Rational.HALF);
  }

  @ParameterizedTest
  @CsvSource({"1,8,true", "3,40,true", "1,3,false", "7,12,false", "5,1,true", "1,1024,true"})
  void knowsFiniteDecimals(long numerator, long denominator, boolean finite) {
    assertThat(Rational.of(numerator, denominator).isFiniteDecimal()).isEqualTo(finite);
  }

  @ParameterizedTest
  @CsvSource({"1,3,0.333", "2,3,0.667", "1,2000,0.001", "-1,2000,-0.001", "5,1,5"})
  void roundsAsByHand(long numerator, long denominator, BigDecimal expected) {
    assertThat(Rational.of(numerator, denominator).roundedTo(3)).isEqualTo(Rational.of(expected));
  }
}
