package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gradus.calculus.Form;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.network.AtSizes;
import gradus.network.KnownNames;
import gradus.network.Problem;
import gradus.network.TypedAdjoints;
import gradus.network.TypedDerivation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Gradients of random networks over all operations, against PyTorch's autograd.
///
/// `src/test/python/torch_networks.py` draws the networks and prints them with what PyTorch makes
/// of them. Compared are the numbers of the solution, which are derived entry by entry, and the
/// adjoints in matrices and in indices, evaluated at the same data. The number of networks is the
/// property `gradus.torch.networks`, 1200 by default; the first seed is `gradus.torch.first`.
class TorchOracleTest {
  private static final double TOLERANCE = 1e-8;

  /// A network file, and the value of each derivative by the name that it can be typed as.
  private record Sample(String network, Map<String, Double> expected) {}

  @Test
  void gradientsAreThoseOfAutograd() throws IOException {
    Path python = Programs.pythonWith("torch");
    String number = System.getProperty("gradus.torch.networks", "1200");
    String first = System.getProperty("gradus.torch.first", "0");
    Process process =
        new ProcessBuilder(python.toString(), "src/test/python/torch_networks.py", number, first)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    double worst = 0;
    int networks = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        worst = Math.max(worst, error(sample(line)));
        networks++;
      }
    }
    System.out.printf("%d networks, worst relative error %.1e%n", networks, worst);
    assertThat(networks).isEqualTo(Integer.parseInt(number));
    assertThat(worst).isLessThan(TOLERANCE);
  }

  private static double error(Sample sample) {
    Gradus.Solving solving = Gradus.solve("random.gradus", sample.network());
    assertThat(solving.diagnostics()).as(sample.network()).isEmpty();
    Solution solution = solving.solution().orElseThrow();
    double worst = worst(sample, solution::value);
    if (!solution.problem().isScalar()) {
      for (Form form : forms(solution.problem())) {
        worst = Math.max(worst, worst(sample, inForm(solution.problem(), form)));
      }
    }
    return worst;
  }

  /// Definitions entry by entry need not be products of matrices.
  private static List<Form> forms(Problem problem) {
    boolean matrices = new TypedDerivation(problem).withoutMatrices().isEmpty();
    return matrices ? List.of(Form.MATRIX, Form.INDEX) : List.of(Form.INDEX);
  }

  /// The values of the adjoints in matrices or in indices.
  private static Function<String, Value> inForm(Problem problem, Form form) {
    Map<Symbol, Value> values = new TypedAdjoints(problem).in(form);
    Problem numbers = AtSizes.ofData(problem).orElseThrow();
    return name -> Value.in(values, KnownNames.symbol(numbers, name).orElseThrow());
  }

  private static double worst(Sample sample, Function<String, Value> values) {
    double worst = 0;
    for (Map.Entry<String, Double> one : sample.expected().entrySet()) {
      Value value = values.apply(one.getKey());
      double expected = one.getValue();
      double error = Math.abs(value.doubleValue() - expected) / Math.max(1, Math.abs(expected));
      assertThat(error).as("%s in%n%s", one.getKey(), sample.network()).isLessThan(TOLERANCE);
      worst = Math.max(worst, error);
    }
    return worst;
  }

  private static Sample sample(String line) {
    try (JsonParser json = new JsonFactory().createParser(line)) {
      String network = "";
      Map<String, Double> expected = new LinkedHashMap<>();
      while (json.nextToken() != null) {
        switch (json.currentToken() == JsonToken.FIELD_NAME ? json.currentName() : "") {
          case "network" -> network = json.nextTextValue();
          case "loss" -> {
            json.nextToken();
            expected.put("L", json.getDoubleValue());
          }
          case "gradients" -> gradients(json, expected);
          default -> {}
        }
      }
      return new Sample(network, expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `{"w_1": [[…], …], …}`
  private static void gradients(JsonParser json, Map<String, Double> expected) throws IOException {
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      List<List<Double>> rows = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        List<Double> row = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          row.add(json.getDoubleValue());
        }
        rows.add(row);
      }
      enter("dL/d" + name, rows, expected);
    }
  }

  private static void enter(String name, List<List<Double>> rows, Map<String, Double> expected) {
    int columns = rows.getFirst().size();
    for (int i = 1; i <= rows.size(); i++) {
      for (int j = 1; j <= columns; j++) {
        String indices =
            rows.size() == 1 && columns == 1
                ? ""
                : columns == 1 ? "_{" + i + "}" : "_{" + i + "," + j + "}";
        expected.put(name + indices, rows.get(i - 1).get(j - 1));
      }
    }
  }
}
