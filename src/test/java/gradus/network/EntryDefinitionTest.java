package gradus.network;

import static gradus.network.Networks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Definition;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `a_j = …` for all j is what the same network in matrices is.
class EntryDefinitionTest {
  private static final String NAMES =
      """
      size n, m
      input x : n
      weight W : n x m
      weight V : m x n
      bias b : m
      """;
  private static final String VALUES =
      """
      given x = [1, -2], W = [1, 2, 3; -1, 0, 5], V = [2, 1; 0, 1/2; -3, 4], b = [1, 1/3, -1]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A_j = sum(i in 1..n, W_{i,j}*x_i) + b_j      | A = W'*x + b
          A_j = W_{1,j}*b_j - sum(i in 1..n, V_{j,i})  | A = W_{1,:}' .* b - sum(V, rows)
          A_{i,j} = sum(l in 1..m, W_{i,l}*V_{l,j})    | A = W*V
          A_{j,i} = W_{i,j}*x_i                        | A = W' .* (ones(m,1)*x')
          A_l = tanh(b_l)^2 + x_1                      | A = tanh(b).^2 + x_1
          A_j = softmax(b)_j*b_j                       | A = softmax(b) .* b
          A_i = W_{i,2}                                | A = W_{:,2}
          A_{p,q} = x_p*x_q                            | A = x*x'
          """)
  void isTheSameInMatrices(String byEntries, String whole) {
    assertThat(run(byEntries)).isEqualTo(run(whole)).isNotEmpty();
  }

  @Test
  void rowsCountFromTheOriginOfTheFile() {
    assertThat(run("index from 0\nA_j = sum(i in 0..n-1, W_{i,j}*x_i) + b_0"))
        .isEqualTo(run("A = W'*x + b_1"));
  }

  @Test
  void ofAFamily() {
    String names =
        """
        size L, n[k] for k in 0..L
        input x : n[0]
        weight W[k] : n[k-1] x n[k] for k in 1..L
        z[0] = x
        """;
    String values =
        "at x = [1, 2], L = 2, W[1] = [1, 2, 3; 4, 5, 6], W[2] = [1; -1; 2]\n"
            + "loss E = sum(z[L])\n";
    assertThat(run(names + "z[k] = W[k]'*z[k-1] for k in 1..L\n" + values, ""))
        .isEqualTo(
            run(
                names
                    + "z[k]_j = sum(i in 1..n[k-1], W[k]_{i,j}*z[k-1]_i) for k in 1..L\n"
                    + values,
                ""))
        .isNotEmpty();
  }

  @Test
  void aSubscriptWithoutAMeaningAsIndexIsPartOfAName() {
    Problem problem = problem("input x\nweight w_s\nh_s = w_s*x\nloss L = h_s^2");
    assertThat(problem.graph().definition(Quantity.of("h_s"))).isPresent();
  }

  private static Map<String, Value> run(String definition) {
    String head = definition.startsWith("index") ? "" : NAMES;
    return head.isEmpty()
        ? run(NAMES + definition + "\n", VALUES + "loss L = sum(A)\n")
        : run(head + definition + "\n", VALUES + "loss L = sum(A)\n");
  }

  private static Map<String, Value> run(String network, String data) {
    Problem numbers = AtSizes.ofData(problem(network + data)).orElseThrow();
    Derived derived = Derived.of(numbers);
    Run run = Run.of(derived).run();
    Map<String, Value> values = new LinkedHashMap<>();
    for (Definition definition : derived.derivation().graph().definitions()) {
      values.put(
          Spelling.of(definition.symbol()), run.points().getFirst().value(definition.symbol()));
    }
    return new java.util.TreeMap<>(values);
  }
}
