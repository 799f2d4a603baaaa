package gradus.check.equal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.check.equal.Pairs.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EqualitiesTest {
  private static final List<Pair> PAIRS = Pairs.of("equalities.txt");

  @Test
  void everyPairIsJudgedAsItIs() {
    assertThat(PAIRS).hasSizeGreaterThan(1500);
    assertThat(PAIRS).filteredOn(pair -> !pair.verdict().equals(pair.expected())).isEmpty();
  }

  @Test
  void theOrderOfTheSidesDoesNotMatter() {
    assertThat(PAIRS)
        .filteredOn(pair -> !pair.turned().verdict().equals(pair.expected()))
        .isEmpty();
  }

  @Test
  void typicalPairsToo() {
    List<Pair> typical = Pairs.of("typical.txt");
    assertThat(typical).hasSize(70);
    assertThat(typical).filteredOn(pair -> !pair.verdict().equals(pair.expected())).isEmpty();
  }

  @Test
  void vectorsAndMatricesToo() {
    List<Pair> matrices = Pairs.of("matrices.txt");
    assertThat(matrices).hasSizeGreaterThan(70);
    assertThat(matrices).filteredOn(pair -> !pair.verdict().equals(pair.expected())).isEmpty();
    assertThat(matrices)
        .filteredOn(pair -> !pair.turned().verdict().equals(pair.expected()))
        .isEmpty();
  }

  /// Each of these takes all real numbers to all real numbers, so it changes no verdict; at worst
  /// kinks and scales end up where nothing can be said for certain.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(2*x-1)",
        "(-x)",
        "(x/3+5)",
        "(1000*x)",
        "(0.001*x)",
        "(x^3)",
        "(10-x/100)",
        "(0.1-3*x)"
      })
  void anotherArgumentChangesNoVerdict(String argument) {
    List<Pair> pairs =
        PAIRS.stream()
            .filter(pair -> pair.where().isBlank() && pair.mentions("x"))
            .filter(pair -> "=!".contains(pair.expected()))
            .map(pair -> pair.with("x", argument))
            .toList();
    assertThat(pairs).hasSizeGreaterThan(800);
    assertThat(pairs)
        .filteredOn(pair -> !List.of(pair.expected(), "?").contains(pair.verdict()))
        .isEmpty();
    assertThat(pairs).filteredOn(pair -> pair.verdict().equals("?")).hasSizeLessThan(8);
  }
}
