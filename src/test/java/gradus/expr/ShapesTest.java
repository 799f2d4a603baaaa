package gradus.expr;

import static gradus.expr.Operation.Plain.CONCAT;
import static gradus.expr.Operation.Plain.DIAGONAL;
import static gradus.expr.Operation.Plain.DIAGONAL_MATRIX;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Operation.Along;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private static final Index N = Index.of(Name.of("n"));
  private static final Index D = Index.of(Name.of("d"));

  private static final Quantity X = Quantity.of("X").shaped(Shape.matrix(N, D));
  private static final Quantity V = Quantity.of("v").shaped(Shape.vector(D));
  private static final Quantity R = Quantity.of("r").shaped(Shape.matrix(Index.ONE, D));
  private static final Quantity C = Quantity.of("c");

  private static String shape(Expr expr) {
    return Shapes.of(expr).toString();
  }

  private static Expr.Ref ref(Symbol symbol) {
    return new Expr.Ref(symbol);
  }

  @Test
  void columnsAreVectorsAndOneByOneIsANumber() {
    assertThat(Shape.matrix(N, Index.ONE)).isEqualTo(Shape.vector(N));
    assertThat(Shape.matrix(Index.ONE, Index.ONE)).isEqualTo(Shape.SCALAR);
    assertThat(Shape.matrix(Index.ONE, N).isRow()).isTrue();
    assertThat(Shape.vector(N).transposed()).isEqualTo(Shape.matrix(Index.ONE, N));
  }

  @Test
  void numbersRowsAndColumnsGoWithWhatTheyFit() {
    Shape matrix = Shape.matrix(N, D);
    assertThat(Shapes.fit(matrix, Shape.SCALAR)).isTrue();
    assertThat(Shapes.fit(matrix, Shape.vector(N))).isTrue();
    assertThat(Shapes.fit(Shape.matrix(Index.ONE, D), matrix)).isTrue();
    assertThat(Shapes.fit(matrix, Shape.vector(D))).isFalse();
    assertThat(Shapes.fit(Shape.vector(N), Shape.matrix(Index.ONE, D))).isFalse();
  }

  @Test
  void everyNodeHasItsShapeRule() {
    assertThat(shape(Formulas.product(ref(C), ref(X)))).isEqualTo("n x d");
    assertThat(shape(Formulas.sum(ref(R), ref(X)))).isEqualTo("n x d");
    assertThat(shape(Formulas.matrixProduct(List.of(ref(X), ref(V))))).isEqualTo("n x 1");
    assertThat(shape(Formulas.transposed(ref(V)))).isEqualTo("1 x d");
    assertThat(shape(Formulas.apply(new Operation.Total(Along.ROWS), ref(X)))).isEqualTo("n x 1");
    assertThat(shape(Formulas.apply(new Operation.Total(Along.COLUMNS), ref(X))))
        .isEqualTo("1 x d");
    assertThat(shape(Formulas.apply(new Operation.Total(Along.ALL), ref(X)))).isEqualTo("scalar");
    assertThat(shape(Formulas.apply(CONCAT, ref(X), Formulas.ONE))).isEqualTo("n x d+1");
    assertThat(shape(Formulas.apply(CONCAT, ref(V), Formulas.ONE))).isEqualTo("d+1 x 1");
    assertThat(shape(Formulas.apply(DIAGONAL_MATRIX, ref(V)))).isEqualTo("d x d");
    assertThat(shape(Formulas.apply(DIAGONAL, Formulas.apply(DIAGONAL_MATRIX, ref(V)))))
        .isEqualTo("d x 1");
    Operation slice =
        new Operation.Slice(new Range(Index.of(2), Index.of(2)), new Range(Index.ONE, D));
    assertThat(shape(Formulas.apply(slice, ref(X)))).isEqualTo("1 x d");
    assertThat(shape(new Expr.Entry(ref(X), List.of(Index.ONE, D)))).isEqualTo("scalar");
  }

  @Test
  void aGradientHasTheShapeOfItsParameterAndAJacobianARowForEachOutput() {
    assertThat(shape(ref(Partial.total(C, X)))).isEqualTo("n x d");
    Quantity z = Quantity.of("z").shaped(Shape.vector(N));
    assertThat(shape(ref(Partial.direct(z, V)))).isEqualTo("n x d");
    assertThat(shape(ref(Partial.direct(z, V.entry(List.of(Index.ONE)))))).isEqualTo("n x 1");
  }
}
