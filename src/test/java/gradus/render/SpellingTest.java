package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Lettering;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  private static final List<String> BASES =
      List.of(
          "w", "W", "yhat", "ŷ", "y_hat", "x̂", "é", "x̣", "phi", "φ", "varphi", "ϕ", "ε",
          "epsilon", "ΔW", "DeltaW", "net", "nét", "neẗ", "net̂", "Α", "Alpha", "A", "ο", "omicron",
          "o", "ℓ", "ell", "hbar", "h̄", "ℏ", "µ", "mu", "权", "х", "x", "abc");

  private static final List<String> INDICES =
      List.of(
          "", "1", "_1", "12", "_12", "_1_2", "1_2", "_a1", "_a_1", "_ij", "_i_j", "_hat", "_1_hat",
          "_hat_1", "_01", "_1a", "_alpha", "_α", "_out", "_out1");

  /// That names of one lettering are no two names on a sheet is what a network is refused for.
  @Test
  void namesArePrintedAlikeIfAndOnlyIfTheirLetteringIsOne() {
    List<String> names =
        BASES.stream().flatMap(base -> INDICES.stream().map(index -> base + index)).toList();
    List<Printed> printed = names.stream().map(Printed::of).toList();
    for (Printed one : printed) {
      for (Printed other : printed) {
        assertThat(one.latex.equals(other.latex))
            .as("%s is printed like %s", one.name, other.name)
            .isEqualTo(one.lettering.equals(other.lettering));
      }
    }
  }

  private record Printed(Name name, String latex, Lettering lettering) {
    static Printed of(String typed) {
      Name name = Name.of(typed);
      String latex = BoxWriter.latex(new NameSetter(Setting.INLINE).of(Quantity.of(name)).box());
      return new Printed(name, latex, Lettering.of(name));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yhat_1 | ŷ1    | y_1_hat
          delta1 | δ_1   | delta_1
          w1_2   | w_1_2 | w_1_2
          net1   | net_1 | net_1
          varphi | φ     | varphi
          µ      | μ     | mu
          """)
  void twoAndMoreSpellings(String one, String other, String third) {
    assertThat(Stream.of(one, other, third).map(name -> Printed.of(name).latex).distinct())
        .hasSize(1);
  }
}
