package gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.entry.Scalarization;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.ShapedScope;
import gradus.syntax.print.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is read of a random matrix formula, and what is read of its printed text, has the value
/// that the typed text has.
final class ReadingRandomTest {
  private static final Map<String, Integer> SIZES = Map.of("n", 2, "d", 3, "m", 4);

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void meansWhatWasTyped(long seed) {
    RandomMatrixText texts = new RandomMatrixText(new Random(seed));
    RandomMatrixText.Text text = texts.formula(3);
    Expr formula = ShapedScope.formula(text.typed());
    String printed = PlainText.of(formula);

    assertThat(value(formula, texts)).as(text.typed()).satisfies(isNear(text.value()));
    assertThat(ShapedScope.formula(printed)).as(text.typed()).isEqualTo(formula);
  }

  private static org.assertj.core.api.ThrowingConsumer<TypedMatrix> isNear(TypedMatrix expected) {
    return found -> {
      assertThat(found.rows()).isEqualTo(expected.rows());
      assertThat(found.columns()).isEqualTo(expected.columns());
      for (int i = 0; i < expected.rows(); i++) {
        for (int j = 0; j < expected.columns(); j++) {
          double size = 1 + Math.abs(expected.at(i, j));
          assertThat(found.at(i, j)).isCloseTo(expected.at(i, j), within(1e-9 * size));
        }
      }
    };
  }

  private static TypedMatrix value(Expr formula, RandomMatrixText texts) {
    Expr sized = IndexSubstitution.with(formula, ReadingRandomTest::size);
    Map<Symbol, Value> values = new HashMap<>();
    texts.values().forEach((name, matrix) -> enter(name, matrix, values));
    Shape shape = Shapes.of(sized);
    int rows = shape.rows().constant().orElseThrow();
    int columns = shape.columns().constant().orElseThrow();
    int axes = shape.axes().size();
    return TypedMatrix.of(
        rows,
        columns,
        (i, j) -> {
          Expr entry = Scalarization.of(sized, List.of(i + 1, j + 1).subList(0, axes));
          return Evaluation.of(entry, Typed.functions(), values).doubleValue();
        });
  }

  private static Index size(Letter letter) {
    Integer size = SIZES.get(letter.name().key());
    return size == null ? Index.of(letter) : Index.of(size);
  }

  private static void enter(String name, TypedMatrix matrix, Map<Symbol, Value> values) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        List<Index> at = List.of(Index.of(i + 1), Index.of(j + 1));
        int axes = matrix.isScalar() ? 0 : matrix.columns() == 1 ? 1 : 2;
        values.put(Quantity.of(name).entry(at.subList(0, axes)), Value.of(matrix.at(i, j)));
      }
    }
  }
}
