package gradus.calculus.step;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Expr;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixSpellingTest {
  private static final Expr W = ref("W", "n", "m");
  private static final Expr M = ref("M", "m", "d");
  private static final Expr X = ref("x", "n");
  private static final Expr Y = ref("y", "n");

  private static Expr ref(String name, String... sizes) {
    Shape shape = new Shape(Arrays.stream(sizes).map(MatrixSpellingTest::index).toList());
    return new Ref(Quantity.of(name).shaped(shape));
  }

  private static Index index(String letter) {
    return Index.of(Name.of(letter));
  }

  private static Expr at(Expr whole, String... letters) {
    return new Entry(whole, Arrays.stream(letters).map(MatrixSpellingTest::index).toList());
  }

  private static Expr sum(String letter, String to, Expr body) {
    return new IndexSum(Name.of(letter), Index.ONE, index(to), body);
  }

  private static Expr forAll(String letters, String sizes, Expr body) {
    return new ByEntries(
        Arrays.stream(letters.split(" ")).map(Name::of).toList(),
        new Shape(Arrays.stream(sizes.split(" ")).map(MatrixSpellingTest::index).toList()),
        body);
  }

  private static Expr times(Expr... factors) {
    return Formulas.matrixProduct(List.of(factors));
  }

  @Test
  void sumsOverOneLetterAreProductsOfMatrices() {
    Expr fromTo = forAll("j", "m", sum("i", "n", Formulas.product(at(W, "i", "j"), at(X, "i"))));
    assertThat(MatrixSpelling.of(fromTo)).contains(times(Formulas.transposed(W), X));
    Expr product =
        forAll("i k", "n d", sum("j", "m", Formulas.product(at(W, "i", "j"), at(M, "j", "k"))));
    assertThat(MatrixSpelling.of(product)).contains(times(W, M));
    Expr outer = forAll("i j", "n n", Formulas.product(at(X, "i"), at(Y, "j")));
    assertThat(MatrixSpelling.of(outer)).contains(times(X, Formulas.transposed(Y)));
  }

  @Test
  void whatStandsBesideTheSumIsAdded() {
    Expr bias = ref("b", "m");
    Expr layer =
        forAll(
            "j",
            "m",
            Formulas.sum(
                sum("i", "n", Formulas.product(at(W, "i", "j"), at(X, "i"))), at(bias, "j")));
    assertThat(MatrixSpelling.of(layer))
        .contains(Formulas.sum(times(Formulas.transposed(W), X), bias));
  }

  @Test
  void sumsToANumber() {
    Expr difference = Formulas.sum(at(X, "i"), Formulas.negated(at(Y, "i")));
    Expr half = Number.of(gradus.expr.Rational.HALF);
    Expr squares = Formulas.product(half, sum("i", "n", new Power(difference, Number.of(2))));
    Expr wholeDifference = Formulas.sum(X, Formulas.negated(Y));
    assertThat(MatrixSpelling.of(squares))
        .contains(Formulas.product(half, Formulas.apply(Plain.SQUARED_NORM, wholeDifference)));
    assertThat(MatrixSpelling.of(sum("i", "n", Formulas.product(at(X, "i"), at(Y, "i")))))
        .contains(Formulas.apply(Plain.DOT, X, Y));
    assertThat(MatrixSpelling.of(sum("i", "n", sum("j", "m", at(W, "i", "j")))))
        .contains(Formulas.apply(new Operation.Total(Along.ALL), W));
  }

  @Test
  void partOfAnAxisOrThreeLettersAtOnceStayAsTheyAre() {
    Expr part = new IndexSum(Name.of("i"), Index.of(2), index("n"), at(X, "i"));
    assertThat(MatrixSpelling.of(part)).isEmpty();
    Expr cube =
        forAll(
            "i k",
            "n n",
            sum("j", "m", new Power(Formulas.sum(at(W, "i", "j"), at(W, "k", "j")), Number.of(2))));
    assertThat(MatrixSpelling.of(cube)).isEmpty();
  }
}
