package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is four times as large is at most 4.8 times the work: counted, never timed.
class LinearWorkTest {
  private static final double MOST = 4.8;

  private static final String MEMBERS =
      """
      size K = %d
      input x
      weight w[k] for k in 1..K
      h[0] = x
      h[k] = tanh(w[k]*h[k-1]) for k in 1..K
      loss L = h[K]^2
      """;

  private static final String LINE =
      """
      input x
      target y
      weight w
      loss L = (w*x - y)^2
      given w = 1/2
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chain    | 100 | Solve | AUTO   | LATEX
          chain    | 100 | Solve | AUTO   | TEXT
          chain    | 100 | Solve | AUTO   | JSON
          chain    | 100 | Eval  | SCALAR | TEXT
          chain    | 100 | Eval  | SCALAR | JSON
          chain    | 100 | Eval  | SCALAR | CSV
          members  | 100 | Solve | AUTO   | LATEX
          members  | 100 | Solve | AUTO   | TEXT
          members  | 100 | Eval  | SCALAR | TEXT
          matrices | 20  | Solve | MATRIX | LATEX
          matrices | 20  | Solve | MATRIX | TEXT
          matrices | 20  | Solve | INDEX  | LATEX
          sum      | 50  | Solve | AUTO   | LATEX
          sum      | 50  | Eval  | SCALAR | TEXT
          points   | 20  | Solve | AUTO   | LATEX
          steps    | 20  | Solve | AUTO   | LATEX
          """)
  void fourTimesTheNetwork(String kind, int size, String command, String form, String format) {
    IntFunction<List<String>> arguments = n -> List.of(network(kind, n), form, format);
    assertThat(growth(command(command), arguments, size)).isLessThanOrEqualTo(MOST);
  }

  @ParameterizedTest
  @CsvSource({"chain, 100", "members, 100", "matrices, 20", "claims, 50"})
  void fourTimesTheAnswer(String kind, int size) {
    IntFunction<List<String>> arguments =
        n ->
            switch (kind) {
              case "claims" -> List.of(LINE, claims(n));
              default -> List.of(network(kind, n), "$L = \\text{loss}$");
            };
    assertThat(growth(Runs.Check.class, arguments, size)).isLessThanOrEqualTo(MOST);
  }

  /// Every third one is wrong.
  private static String claims(int size) {
    return IntStream.range(0, size)
        .mapToObj(k ->
            "$\\frac{\\partial L}{\\partial w} = \\frac{%d x (w x %s y)}{%d}$\n\n"
                .formatted(2 * k + 2, k % 3 == 2 ? "+" : "-", k + 1))
        .collect(Collectors.joining());
  }

  private static Class<? extends Consumer<List<String>>> command(String name) {
    return name.equals("Solve") ? Runs.Solve.class : Runs.Eval.class;
  }

  /// @param size of layers, members, terms, points or steps
  private static String network(String kind, int size) {
    return switch (kind) {
      case "chain" ->
          GeneratedNetworks.chain(size) + "at x = 1, y = 0, " + joined(size, "w_%d = 1/2", ", ");
      case "members" -> MEMBERS.formatted(size) + "at x = 1, " + joined(size, "w[%d] = 1/2", ", ");
      case "matrices" -> GeneratedNetworks.matrices(size);
      case "sum" ->
          "weight w_1..w_%d\nloss L = %s\n".formatted(size, joined(size, "w_%d^2", " + "))
              + "at "
              + joined(size, "w_%d = 1/2", ", ");
      case "points" -> LINE + joined(size, "at p%d: x = %1$d, y = 1\n", "");
      case "steps" -> LINE + "at x = 1, y = 1\ndescend rate 1/8 times %d\n".formatted(size);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /// The work at four times the size against that at the size, once what any run takes is done.
  private static double growth(
      Class<? extends Consumer<List<String>>> run, IntFunction<List<String>> arguments, int size) {
    Work.of(run, arguments.apply(size));
    double once = Work.of(run, arguments.apply(size));
    return Work.of(run, arguments.apply(4 * size)) / once;
  }

  private static String joined(int size, String part, String separator) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(part::formatted)
        .collect(Collectors.joining(separator));
  }
}
