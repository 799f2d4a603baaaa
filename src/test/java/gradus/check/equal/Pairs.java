package gradus.check.equal;

import gradus.check.equal.Equality.Different;
import gradus.check.equal.Equality.Equivalent;
import gradus.check.equal.Equality.Misshapen;
import gradus.check.equal.Equality.Undecided;
import gradus.check.equal.Equality.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Tables of pairs of formulas: `left ~ right ~ what is known ~ verdict`.
public final class Pairs {
  private Pairs() {}

  /// @param expected `=` equivalent, `!` different, `?` undecided, `x` unreadable
  public record Pair(String left, String right, String where, String expected) {
    private static Pair of(String line) {
      String[] columns = line.split(" ?~ ", -1);
      if (columns.length != 4) {
        throw new IllegalArgumentException("four columns: " + line);
      }
      return new Pair(columns[0].strip(), columns[1].strip(), columns[2].strip(), columns[3]);
    }

    Pair turned() {
      return new Pair(right, left, where, expected);
    }

    Pair with(String name, String formula) {
      String word = "\\b" + name + "\\b";
      return new Pair(
          left.replaceAll(word, formula), right.replaceAll(word, formula), where, expected);
    }

    boolean mentions(String name) {
      return (left + " " + right).matches(".*\\b" + name + "\\b.*");
    }

    public String verdict() {
      return switch (EqualityCheck.of(left, right, where)) {
        case Equivalent _ -> "=";
        case Different _, Misshapen _ -> "!";
        case Undecided _ -> "?";
        case Unreadable _ -> "x";
      };
    }
  }

  public static List<Pair> of(String file) {
    try (InputStream in = Pairs.class.getResourceAsStream(file)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Pair::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
