package gradus.syntax.source;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Name;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          h3       | h0 h1 h2          | h2
          h3       | h4 h2             | h2
          w1       | w_1 w_2           | w_1
          X        | x y               | x
          wieght   | weight size       | weight
          sigmiod  | sigmoid softplus  | sigmoid
          yhat_1   | ŷ ŷ_1             | ŷ_1
          δ_3      | delta_1 delta_2   | delta_2
          lambda   | lamda             | lamda
          ReLU     | relu tanh         | relu
          SIGMOID  | sigmoid tanh      | sigmoid
          """)
  void findsTheNameThatWasMeant(String typed, String names, String meant) {
    assertThat(Nearest.to(Name.of(typed), names(names))).contains(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q        | x y z
          q_1      | w_1
          h3       | x3
          ab       | xy
          relu     | sigmoid
          """)
  void findsNothingTooFarAway(String typed, String names) {
    assertThat(Nearest.to(Name.of(typed), names(names))).isEmpty();
  }

  @Test
  void theOrderOfTheNamesDoesNotMatter() {
    assertThat(Nearest.to(Name.of("h3"), names("h4 h2")))
        .isEqualTo(Nearest.to(Name.of("h3"), names("h2 h4")));
  }

  private static List<Name> names(String names) {
    return Stream.of(names.split(" ")).map(Name::of).toList();
  }
}
