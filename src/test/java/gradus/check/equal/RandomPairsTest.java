package gradus.check.equal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.check.equal.Pairs.Pair;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomPairsTest {
  private static final int COUNT = 300;
  private static final long SEED = 7;

  static Stream<List<Pair>> kinds() {
    return Stream.of(RandomPairs.ofNumbers(COUNT, SEED), RandomPairs.ofVectors(COUNT, SEED));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyPairIsJudgedAsItWasMade(List<Pair> pairs) {
    assertThat(pairs).filteredOn(pair -> !pair.verdict().equals(pair.expected())).isEmpty();
    assertThat(pairs).filteredOn(pair -> pair.expected().equals("!")).hasSize(COUNT / 3);
  }

  @Test
  void aSeedMakesTheSamePairs() {
    assertThat(RandomPairs.ofNumbers(COUNT, SEED))
        .doesNotHaveDuplicates()
        .isEqualTo(RandomPairs.ofNumbers(COUNT, SEED))
        .isNotEqualTo(RandomPairs.ofNumbers(COUNT, SEED + 1));
  }
}
