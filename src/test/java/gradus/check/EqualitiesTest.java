package gradus.check;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.check.Equality.Different;
import gradus.check.Equality.Equivalent;
import gradus.check.Equality.Undecided;
import gradus.check.Equality.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Walks `equalities.txt`: every pair in both orders.
final class EqualitiesTest {
  private record Pair(String left, String right, String where, String expected) {
    static Pair of(String line) {
      String[] columns = line.split(" ?~ ", -1);
      assertThat(columns).as(line).hasSize(4);
      return new Pair(columns[0].strip(), columns[1].strip(), columns[2].strip(), columns[3]);
    }

    Pair turned() {
      return new Pair(right, left, where, expected);
    }
  }

  @Test
  void everyPairIsJudgedAsItIs() throws IOException {
    List<Pair> pairs = pairs();
    assertThat(pairs).hasSizeGreaterThan(1500);
    assertThat(pairs).filteredOn(pair -> !verdict(pair).equals(pair.expected)).isEmpty();
  }

  @Test
  void theOrderOfTheSidesDoesNotMatter() throws IOException {
    assertThat(pairs()).filteredOn(pair -> !verdict(pair.turned()).equals(pair.expected)).isEmpty();
  }

  private static String verdict(Pair pair) {
    return switch (Comparing.of(pair.left, pair.right, pair.where)) {
      case Equivalent _ -> "=";
      case Different _ -> "!";
      case Undecided _ -> "?";
      case Unreadable _ -> "x";
    };
  }

  private static List<Pair> pairs() throws IOException {
    try (InputStream in = EqualitiesTest.class.getResourceAsStream("equalities.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Pair::of)
          .toList();
    }
  }
}
