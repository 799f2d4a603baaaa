package gradus.calculus.entry;

import static gradus.expr.Operation.Plain.CHOSEN;
import static gradus.expr.Operation.Plain.CONCAT;
import static gradus.expr.Operation.Plain.DIAGONAL;
import static gradus.expr.Operation.Plain.DIAGONAL_MATRIX;
import static gradus.expr.Operation.Plain.DOT;
import static gradus.expr.Operation.Plain.NORM1;
import static gradus.expr.Operation.Plain.NORM2;
import static gradus.expr.Operation.Plain.SQUARED_NORM;
import static gradus.expr.Operation.Plain.TRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each operation at small integers, worked out by hand.
class EntriesTest {
  private static final Matrix A = matrix("1 2; 3 4; 5 -6");
  private static final Matrix B = matrix("1 0 2; -1 3 1");
  private static final Matrix SQUARE = matrix("1 2; 3 4");
  private static final Matrix U = matrix("1; 2; -2");
  private static final Matrix V = matrix("3; 0; 4");

  private static Matrix matrix(String text) {
    return new Matrix(
        Arrays.stream(text.split(";"))
            .map(row ->
                Arrays.stream(row.strip().split(" "))
                    .<Expr>map(number -> Number.of(Long.parseLong(number)))
                    .toList())
            .toList());
  }

  /// Rows by semicolons, whole numbers as such.
  private static String value(Expr formula) {
    Shape shape = Shapes.of(formula);
    int rows = shape.rows().constant().orElseThrow();
    int columns = shape.columns().constant().orElseThrow();
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      List<String> line = new ArrayList<>();
      for (int j = 1; j <= columns; j++) {
        List<Integer> at = List.of(i, j).subList(0, shape.axes().size());
        double entry =
            Evaluation.of(Scalarization.of(formula, at), Functions.rulePage(), Map.of())
                .doubleValue();
        line.add(entry == Math.rint(entry) ? String.valueOf((long) entry) : String.valueOf(entry));
      }
      lines.add(String.join(" ", line));
    }
    return String.join("; ", lines);
  }

  private static Expr apply(Operation operation, Expr... operands) {
    return Formulas.apply(operation, operands);
  }

  @Test
  void productsOfMatrices() {
    assertThat(value(Formulas.matrixProduct(List.of(A, B))))
        .isEqualTo("-1 6 4; -1 12 10; 11 -18 4");
    assertThat(value(Formulas.matrixProduct(List.of(A, B, U)))).isEqualTo("3; 3; -33");
    assertThat(value(Formulas.matrixProduct(List.of(U, Formulas.transposed(V)))))
        .isEqualTo("3 0 4; 6 0 8; -6 0 -8");
    assertThat(value(Formulas.transposed(A))).isEqualTo("1 3 5; 2 4 -6");
    assertThat(value(apply(DOT, U, V))).isEqualTo("-5");
    assertThat(value(apply(DOT, A, A))).isEqualTo("91");
  }

  @Test
  void entryByEntryWithBroadcasting() {
    assertThat(value(Formulas.product(A, A))).isEqualTo("1 4; 9 16; 25 36");
    assertThat(value(Formulas.sum(A, U))).isEqualTo("2 3; 5 6; 3 -8");
    assertThat(value(Formulas.sum(matrix("10 20"), A))).isEqualTo("11 22; 13 24; 15 14");
    assertThat(value(Formulas.product(Number.of(2), U))).isEqualTo("2; 4; -4");
    assertThat(value(new Power(U, Number.of(2)))).isEqualTo("1; 4; 4");
    assertThat(value(Formulas.call("relu", A))).isEqualTo("1 2; 3 4; 5 0");
    Range all = new Range(Index.ONE, Index.of(3));
    Range first = new Range(Index.ONE, Index.ONE);
    Expr column = apply(new Operation.Slice(all, first), A);
    assertThat(value(Formulas.product(column, A))).isEqualTo("1 2; 9 12; 25 -30");
    Shape vector = Shape.vector(Index.of(3));
    Expr padded = apply(new Operation.Padded(vector, first, first), Number.of(2));
    assertThat(value(Formulas.product(padded, A))).isEqualTo("2 4; 0 0; 0 0");
  }

  @Test
  void sumsAndNorms() {
    assertThat(value(apply(new Operation.Total(Along.ALL), A))).isEqualTo("9");
    assertThat(value(apply(new Operation.Total(Along.ROWS), A))).isEqualTo("3; 7; -1");
    assertThat(value(apply(new Operation.Total(Along.COLUMNS), A))).isEqualTo("9 0");
    assertThat(value(apply(new Operation.Maximum(Along.ALL), A))).isEqualTo("5");
    assertThat(value(apply(new Operation.Maximum(Along.ROWS), A))).isEqualTo("2; 4; 5");
    assertThat(value(apply(new Operation.Maximum(Along.COLUMNS), A))).isEqualTo("5 4");
    assertThat(value(apply(SQUARED_NORM, V))).isEqualTo("25");
    assertThat(value(apply(NORM2, U))).isEqualTo("3");
    assertThat(value(apply(NORM1, U))).isEqualTo("5");
    assertThat(value(apply(TRACE, SQUARE))).isEqualTo("5");
  }

  @Test
  void softmaxAndLogSumExp() {
    double all = Math.exp(1) + Math.exp(2) + Math.exp(-2);
    Expr softmax = apply(new Operation.Softmax(Along.ALL), U);
    assertThat(Double.parseDouble(value(softmax).split("; ")[1]))
        .isCloseTo(Math.exp(2) / all, within(1e-15));
    Expr sum = apply(new Operation.LogSumExp(Along.ALL), U);
    assertThat(Double.parseDouble(value(sum))).isCloseTo(Math.log(all), within(1e-15));
    Expr rows = apply(new Operation.Softmax(Along.ROWS), SQUARE);
    Expr columns = apply(new Operation.Softmax(Along.COLUMNS), SQUARE);
    assertThat(Double.parseDouble(value(rows).split("[ ;]+")[2]))
        .isCloseTo(1 / (1 + Math.E), within(1e-15));
    assertThat(Double.parseDouble(value(columns).split("[ ;]+")[2]))
        .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
  }

  @Test
  void partsAndWholes() {
    assertThat(value(apply(CONCAT, A, Formulas.ONE))).isEqualTo("1 2 1; 3 4 1; 5 -6 1");
    assertThat(value(apply(CONCAT, U, Formulas.ONE))).isEqualTo("1; 2; -2; 1");
    assertThat(value(apply(CONCAT, A, U))).isEqualTo("1 2 1; 3 4 2; 5 -6 -2");
    assertThat(value(apply(DIAGONAL_MATRIX, U))).isEqualTo("1 0 0; 0 2 0; 0 0 -2");
    assertThat(value(apply(DIAGONAL, SQUARE))).isEqualTo("1; 4");
    Range second = new Range(Index.of(2), Index.of(2));
    Range lastTwo = new Range(Index.of(2), Index.of(3));
    Range both = new Range(Index.ONE, Index.of(2));
    assertThat(value(apply(new Operation.Slice(second, both), A))).isEqualTo("3 4");
    assertThat(value(apply(new Operation.Slice(lastTwo, second), A))).isEqualTo("4; -6");
    Shape shape = Shape.matrix(Index.of(3), Index.of(2));
    assertThat(value(apply(new Operation.Padded(shape, lastTwo, second), matrix("7; 8"))))
        .isEqualTo("0 0; 0 7; 0 8");
    assertThat(value(apply(new Operation.Ones(Shape.vector(Index.of(2)))))).isEqualTo("1; 1");
    assertThat(value(apply(new Operation.Identity(Index.of(2))))).isEqualTo("1 0; 0 1");
    assertThat(value(apply(new Operation.OneHot(Index.of(3)), Number.of(2)))).isEqualTo("0; 1; 0");
    assertThat(value(apply(CHOSEN, V, Number.of(3)))).isEqualTo("4");
    assertThat(value(new Expr.Entry(A, List.of(Index.of(3), Index.of(2))))).isEqualTo("-6");
  }

  @Test
  void aSummationIndexIsNeitherFreeNorAName() {
    Quantity w = quantity("W", "l", "n");
    Quantity x = quantity("x", "n", "1");
    Index l = Index.of(Name.of("l"));
    Expr entry = Entries.of(product(w, x), List.of(l), Set.of(Name.of("m")));
    assertThat(entry).isInstanceOf(IndexSum.class);
    assertThat(((IndexSum) entry).letter()).isNotIn(Name.of("l"), Name.of("m"), Name.of("n"));
  }

  @Test
  void anEntryFormulaTakesIndicesForItsLetters() {
    Index i = Index.of(Name.of("i"));
    Index j = Index.of(Name.of("j"));
    Shape square = Shape.matrix(Index.of(2), Index.of(2));
    Expr swapped =
        new Expr.ByEntries(
            List.of(Name.of("i"), Name.of("j")), square, new Expr.Entry(SQUARE, List.of(j, i)));
    assertThat(value(swapped)).isEqualTo("1 3; 2 4");
    Expr row =
        new IndexSum(Name.of("j"), Index.ONE, Index.of(2), new Expr.Entry(SQUARE, List.of(i, j)));
    Expr rows = new Expr.ByEntries(List.of(Name.of("i")), Shape.vector(Index.of(2)), row);
    assertThat(value(rows)).isEqualTo("3; 7");
    IndexSum caught = (IndexSum) Entries.of(rows, List.of(j), Set.of());
    assertThat(caught.letter()).isNotEqualTo(Name.of("j"));
  }

  private static Expr product(Quantity left, Quantity right) {
    return Formulas.matrixProduct(List.of(new Ref(left), new Ref(right)));
  }

  private static Quantity quantity(String name, String rows, String columns) {
    return Quantity.of(name).shaped(Shape.matrix(size(rows), size(columns)));
  }

  private static Index size(String text) {
    return text.equals("1") ? Index.ONE : Index.of(Name.of(text));
  }
}
