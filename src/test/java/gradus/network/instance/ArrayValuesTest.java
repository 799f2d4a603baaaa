package gradus.network.instance;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Index;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.read.ProblemReader;
import gradus.syntax.source.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ArrayValuesTest {
  private static final Quantity L = Quantity.of("L");
  private static final Problem PROBLEM =
      ProblemReader.read(new Source("test", "weight w\nloss L = w\n")).problem().orElseThrow();

  @Test
  void makesRowsOfTheEntriesOfAMatrix() {
    Map<Symbol, Value> values = new LinkedHashMap<>();
    for (int i = 1; i <= 2; i++) {
      for (int j = 1; j <= 3; j++) {
        values.put(entry("W", i, j), Value.of(10.0 * i + j));
        values.put(Partial.total(L, entry("W", i, j)), Value.of(0.5));
      }
    }
    values.put(L, Value.ONE);
    Map<Symbol, ArrayValue> gathered = ArrayValues.of(values, PROBLEM);
    assertThat(gathered).containsOnlyKeys(Quantity.of("W"), Partial.total(L, Quantity.of("W")), L);
    assertThat(gathered.get(Quantity.of("W")).rows())
        .containsExactly(doubles(11, 12, 13), doubles(21, 22, 23));
  }

  @Test
  void leavesEntriesAloneWhereOthersAreMissing() {
    Partial only = Partial.total(L, entry("w", 1));
    Map<Symbol, Value> values = new LinkedHashMap<>();
    values.put(entry("w", 1), Value.ONE);
    values.put(entry("w", 2), Value.ONE);
    values.put(only, Value.ONE);
    assertThat(ArrayValues.of(values, PROBLEM)).containsOnlyKeys(Quantity.of("w"), only);
  }

  @Test
  void makesAMatrixOfTheDerivativesOfAVector() {
    Map<Symbol, Value> values = new LinkedHashMap<>();
    for (int i = 1; i <= 2; i++) {
      for (int j = 1; j <= 2; j++) {
        values.put(Partial.total(entry("z", i), entry("x", j)), Value.of(10.0 * i + j));
      }
    }
    Partial jacobian = Partial.total(Quantity.of("z"), Quantity.of("x"));
    assertThat(ArrayValues.of(values, PROBLEM).get(jacobian).rows())
        .containsExactly(doubles(11, 12), doubles(21, 22));
  }

  private static Quantity entry(String name, int... indices) {
    return Quantity.of(name).entry(IntStream.of(indices).mapToObj(Index::of).toList());
  }

  private static List<Value> doubles(double... values) {
    return java.util.stream.DoubleStream.of(values).mapToObj(Value::of).toList();
  }
}
