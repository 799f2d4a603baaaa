package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where there is no value, where one cannot know, and the values at the edges, by hand.
class OutcomesTest {
  private static final List<Kind<?>> KINDS = List.of(new ShortKind(), new LongKind(340));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/x                       | 0        | undefined
          1/x                       | -0.5     | -2
          1/x                       | 0 ± 1    | unknown
          1/(1/x)                   | 0        | undefined
          x^3                       | -2       | -8
          x^-3                      | -2       | -0.125
          x^-3                      | 0        | undefined
          x^-2                      | 0 ± 1    | unknown
          x^0                       | 0        | 1
          x^0                       | 0 ± 1    | 1
          x^0.5                     | 4        | 2
          x^0.5                     | 0        | 0
          x^0.5                     | 0 ± 1    | unknown
          x^0.5                     | -4       | undefined
          x^(-0.5)                  | 0        | undefined
          x^(1/3)                   | -8       | undefined
          x^(1/3)                   | 8        | 2
          (-2)^x                    | 5        | -32
          (-2)^x                    | -2       | 0.25
          (-2)^x                    | 0.5      | undefined
          (-2)^x                    | 2 ± 0.25 | unknown
          (-2)^x                    | 2.5 ± 0.02 | undefined
          0^x                       | 0.5      | 0
          0^x                       | 2        | 0
          0^x                       | -0.5     | undefined
          0^x                       | 0        | 1
          0^x                       | 0 ± 1    | unknown
          x^x                       | 0        | 1
          log(x)                    | 1        | 0
          log(x)                    | 0        | undefined
          log(x)                    | -1       | undefined
          log(x)                    | -1 ± 0.1 | undefined
          log(x)                    | 0.5 ± 1  | unknown
          sqrt(x)                   | 0        | 0
          sqrt(x)                   | 6.25     | 2.5
          sqrt(x)                   | -1e-9    | undefined
          sqrt(x)                   | 0.5 ± 1  | unknown
          exp(x)                    | 0        | 1
          sin(x)                    | 0        | 0
          cos(x)                    | 0        | 1
          tanh(x)                   | 0        | 0
          sigmoid(x)                | 0        | 0.5
          exp(log(x))               | 5        | 5
          0*log(x)                  | -1       | undefined
          0*log(x)                  | 0.5 ± 1  | unknown
          0*x                       | 0 ± 1    | 0
          log(x) + 1/(x+1)          | -1       | undefined
          1/x + log(x - 1)          | 0.5 ± 1  | unknown
          1/x + log(x - 9)          | 0.5 ± 1  | undefined
          x - x                     | 3 ± 0.1    | 0
          abs(x)                    | -3       | 3
          abs(x)                    | 0        | 0
          abs(x)                    | -3 ± 0.1   | 3
          abs(x)                    | 0 ± 1    | unknown
          sign(x)                   | -3 ± 0.1   | -1
          sign(x)                   | 0        | 0
          step(x)                   | 2 ± 0.1    | 1
          step(x)                   | 0 ± 1    | unknown
          relu(x)                   | -2 ± 0.1   | 0
          relu(x)                   | 2 ± 0.1    | 2
          relu(x)                   | 0 ± 1    | unknown
          max(x, 2)                 | 1        | 2
          max(x, 2)                 | 4 ± 0.1    | 4
          max(x, 2)                 | 2 ± 1      | unknown
          min(x, 2)                 | 4 ± 0.1    | 2
          max(x, log(x))            | -1       | undefined
          {1 if x > 0; 0 otherwise} | 0        | 0
          {1 if x >= 0; 0 otherwise}| 0        | 1
          {1 if x < 0; 0 otherwise} | 0        | 0
          {1 if x <= 0; 0 otherwise}| 0        | 1
          {1 if x = 0; 0 otherwise} | 0        | 1
          {1 if x = 0; 0 otherwise} | 0 ± 1    | unknown
          {1 if x = 0; 0 otherwise} | 3 ± 0.1    | 0
          {1 if x != 0; 0 otherwise}| 3 ± 0.1    | 1
          {1 if x = x; 0 otherwise} | 3 ± 0.1    | 1
          {1/x if x > 0; 0 otherwise} | 0      | 0
          {1/x if x >= 0; 0 otherwise}| 0      | undefined
          {5 if log(x) > 0; 5 otherwise} | -1  | undefined
          {x if x > 0; x otherwise} | 0 ± 1    | 0
          """)
  void everyKindSaysSo(String formula, String x, String outcome) {
    KINDS.forEach(kind -> says(kind, formula, x, outcome));
  }

  private static <E extends Enclosure> void says(
      Kind<E> kind, String formula, String x, String outcome) {
    E result = Calculation.of(kind.numbers(), formula, Map.of("x", number(kind, x)));
    assertThat(outcome(kind, result, outcome)).as("%s: %s", kind, result).isEqualTo(outcome);
  }

  private static <E extends Enclosure> E number(Kind<E> kind, String middleAndRadius) {
    String[] parts = middleAndRadius.split(" ± ");
    double radius = parts.length > 1 ? Double.parseDouble(parts[1]) : 0;
    return kind.of(Dyadic.of(Double.parseDouble(parts[0])), Dyadic.of(radius));
  }

  private static <E extends Enclosure> String outcome(Kind<E> kind, E result, String expected) {
    if (!result.isNumber()) {
      return result.isUndefined() ? "undefined" : "unknown";
    }
    boolean isNumber = expected.matches("-?[\\d.]+");
    boolean holds =
        isNumber
            && Dyadic.of(Double.parseDouble(expected))
                    .minus(kind.middle(result))
                    .abs()
                    .compareTo(kind.radius(result))
                <= 0;
    return holds ? expected : "about " + result.doubleValue();
  }
}
