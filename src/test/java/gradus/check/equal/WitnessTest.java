package gradus.check.equal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.Gradus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WitnessTest {
  /// What a person would choose: the smallest numbers, on no pole and on no kink.
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          sqrt(x^2)    ~ x              ~ ''      ~ At x = -1, the left side is 1 and the right side is -1.
          relu(x)      ~ x              ~ ''      ~ At x = -1, the left side is 0 and the right side is -1.
          relu(x)      ~ x              ~ x < -5  ~ At x = -10, the left side is 0 and the right side is -10.
          x + 1        ~ x              ~ ''      ~ At x = 0, the left side is 1 and the right side is 0.
          t^2          ~ t/2            ~ t in {0, 1} ~ At t = 1, the left side is 1 and the right side is 0.5.
          0.667        ~ 2/3            ~ ''      ~ The left side is 0.667 and the right side is 0.6666666667.
          x + 1e-30    ~ x              ~ x > 1/2 ~ At x = 1, the left side is 1 and the right side is 1. They are 1e-30 apart.
          """)
  void saysWhereTheSidesDiffer(String left, String right, String where, String message) {
    assertThat(Gradus.compare(left, right, where).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          A*B       ~ B*A     ~ A, B: 2 x 2 ~ At A = [1, 0; 1, ?], B = [1, 1; 1, ?], entry 1,1 of the left side is 1 and entry 1,1 of the right side is 2.
          [1, 2]    ~ [1, 3]  ~ ''          ~ Entry 2 of the left side is 2 and entry 2 of the right side is 3.
          X*w       ~ w'*X'   ~ X: n x d; w: d ~ The left side is n x 1 and the right side is 1 x n.
          """)
  void saysInWhichEntry(String left, String right, String where, String message) {
    assertThat(Gradus.compare(left, right, where).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          log(x^2)  ~ 2*log(x)  ~ At x = -1, the left side is 0 and the right side has no value (a logarithm, root or power of a number that has none).
          x         ~ sqrt(x)^2 ~ At x = -1, the left side is -1 and the right side has no value (a logarithm, root or power of a number that has none).
          """)
  void saysWhereOneSideHasNoValue(String left, String right, String message) {
    assertThat(Gradus.compare(left, right, "").message()).isEqualTo(message);
  }
}
