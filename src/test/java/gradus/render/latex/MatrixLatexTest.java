package gradus.render.latex;

import static gradus.render.latex.Shaped.D;
import static gradus.render.latex.Shaped.I;
import static gradus.render.latex.Shaped.J;
import static gradus.render.latex.Shaped.K;
import static gradus.render.latex.Shaped.N;
import static gradus.render.latex.Shaped.W;
import static gradus.render.latex.Shaped.X;
import static gradus.render.latex.Shaped.Y;
import static gradus.render.latex.Shaped.difference;
import static gradus.render.latex.Shaped.entry;
import static gradus.render.latex.Shaped.matrix;
import static gradus.render.latex.Shaped.numbers;
import static gradus.render.latex.Shaped.product;
import static gradus.render.latex.Shaped.quantity;
import static gradus.render.latex.Shaped.size;
import static gradus.render.latex.Shaped.vector;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.render.box.Box;
import gradus.render.box.MathStyle;
import gradus.render.formula.Typesetter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MatrixLatexTest {
  private static final Index ONE = Index.ONE;
  private static final Index TWO = Index.of(2);
  private static final Number MINUS_ONE = Number.of(-1);

  @Test
  void juxtaposesMatrices() {
    says(Formulas.sum(product(matrix("W", J, D, ONE), W), vector("b", J, ONE)), "W^{(1)}w+b^{(1)}");
    says(
        Formulas.product(
            Number.of(2), product(Formulas.transposed(X), difference(product(X, W), Y))),
        "2X^{\\top}(Xw-y)");
    says(
        Formulas.product(
            Number.of(2), new Power(new Whole(N), MINUS_ONE), product(Formulas.transposed(X), Y)),
        "\\frac{2}{n}\\,X^{\\top}y");
  }

  @Test
  void keepsTransposesApartFromLabels() {
    says(Formulas.transposed(matrix("W", N, D, TWO)), "W^{(2)\\top}");
    says(Formulas.transposed(matrix("W", N, D, K)), "(W^k)^{\\top}");
    says(Formulas.transposed(difference(product(X, W), Y)), "(Xw-y)^{\\top}");
    says(
        Formulas.transposed(new Ref(Partial.total(Quantity.of("L"), (Quantity) X.symbol()))),
        "\\biggl(\\frac{\\partial L}{\\partial X}\\biggr)^{\\top}");
  }

  @Test
  void writesProductsEntryByEntryWithTheirSign() {
    says(Formulas.product(Y, Y), "y\\odot y");
    says(Formulas.product(Number.of(3), Y, Y), "3(y\\odot y)");
    says(Formulas.product(Y, Number.of(3)), "3y");
    says(Formulas.product(product(X, W), call("φ", K, Y)), "(Xw)\\odot\\varphi_k'(y)");
    says(new Power(Y, Number.of(2)), "y^{\\odot 2}");
    says(Formulas.quotient(Y, vector("u", N)), "y\\oslash u");
    says(new Call(Name.of("abs"), List.of(0), List.of(Y)), "\\mathrm{abs}(y)");
  }

  private static Call call(String name, Index label, Expr argument) {
    return new Call(Name.of(name), List.of(label), List.of(1), List.of(argument));
  }

  @Test
  void printsLettersAboveBareAndNumbersInParentheses() {
    Ref weight = matrix("W", size(K.plus(-1)), size(K), K);
    says(entry(weight, I, J), "W_{ij}^k");
    says(entry(vector("z", size(K.plus(-1)), K.plus(-1)), I), "z_i^{k-1}");
    says(entry(matrix("W", N, D, ONE), ONE, TWO), "W_{1,2}^{(1)}");
    says(entry(matrix("W", N, D, ONE), ONE, J.plus(1)), "W_{1,j+1}^{(1)}");
    says(new Ref(new Updated(quantity("W", ONE))), "W^{(1)+}");
    says(new Power(entry(weight, I, J), Number.of(2)), "(W_{ij}^k)^2");
  }

  @Test
  void writesSumsOverIndices() {
    Expr term =
        Formulas.product(entry(matrix("W", N, D, K), I, J), entry(vector("z", D, K.plus(-1)), I));
    says(
        new IndexSum(Name.of("i"), ONE, size(K.plus(-1)), term),
        "\\sum_{i=1}^{n_{k-1}}\\,W_{ij}^kz_i^{k-1}");
    says(
        Formulas.product(
            Number.of(Rational.HALF),
            new IndexSum(
                Name.of("j"),
                ONE,
                D,
                new Power(difference(entry(Y, J), entry(W, J)), Number.of(2)))),
        "\\tfrac{1}{2}\\,\\sum_{j=1}^d\\,(y_j-w_j)^2");
    says(Formulas.product(new Kronecker(I, J), entry(Y, I)), "[\\,i=j\\,]\\,y_i");
    says(
        Formulas.product(
            entry(Y, I), Formulas.sum(new Kronecker(I, J), Formulas.negated(entry(Y, J)))),
        "y_i\\,\\bigl([\\,i=j\\,]-y_j\\bigr)");
  }

  @Test
  void writesOperationsAsTextbooksDo() {
    says(apply(Plain.SQUARED_NORM, difference(Y, W)), "\\lVert y-w\\rVert_2^2");
    says(apply(Plain.NORM1, Y), "\\lVert y\\rVert_1");
    says(apply(Plain.DOT, W, W), "w^{\\top}w");
    says(apply(Plain.CONCAT, X, Number.of(1)), "[X\\;\\;\\mathbf{1}]");
    says(apply(Plain.CONCAT, W, Number.of(1)), "\\begin{pmatrix} w\\\\ 1 \\end{pmatrix}");
    says(apply(Plain.CHOSEN, Y, Formulas.ref("c")), "y_c");
    says(apply(new Operation.Softmax(Along.ROWS), X), "\\mathrm{softmax}_{\\mathrm{rows}}(X)");
    says(
        new Entry(apply(new Operation.Softmax(Along.ALL), W), List.of(I)),
        "\\mathrm{softmax}(w)_i");
    says(
        product(Formulas.transposed(X), apply(new Operation.Ones(Shape.vector(N)))),
        "X^{\\top}\\mathbf{1}");
    says(
        apply(new Operation.Slice(new Range(ONE, Index.of(3)), new Range(ONE, D)), X), "X_{1:3,:}");
    says(apply(new Operation.Slice(new Range(TWO, TWO), new Range(ONE, D)), X), "X_{2,:}");
  }

  private static Expr apply(Operation operation, Expr... operands) {
    return Formulas.apply(operation, operands);
  }

  @Test
  void tellsJacobiansApartByDots() {
    Quantity loss = Quantity.of("L");
    Quantity second = (Quantity) vector("z_2", N).symbol();
    Quantity first = (Quantity) vector("z_1", D).symbol();
    says(
        product(new Ref(Partial.total(loss, second)), new Ref(Partial.direct(second, first))),
        "\\frac{\\partial L}{\\partial z_2}\\cdot\\frac{\\partial z_2}{\\partial z_1}");
  }

  @Test
  void writesMatricesOfNumbers() {
    says(
        Formulas.sum(product(numbers("0.5 1; -1 2"), numbers("1; 2")), numbers("3; 4")),
        "\\begin{pmatrix} 0.5 & 1\\\\ -1 & 2 \\end{pmatrix}"
            + "\\begin{pmatrix} 1\\\\ 2 \\end{pmatrix}+\\begin{pmatrix} 3\\\\ 4 \\end{pmatrix}");
    says(
        numbers("1 2 3 4 5 6 7 8 9 10"),
        "\\begin{pmatrix} 1 & 2 & 3 & \\cdots & 9 & 10 \\end{pmatrix}");
  }

  @Test
  void putsSizesBelowFactorsOnRequest() {
    Box box =
        new Typesetter(MathStyle.DISPLAY, true)
            .whole(product(Formulas.transposed(X), difference(product(X, W), Y)));
    assertThat(BoxWriter.latex(box))
        .isEqualTo(
            "\\underset{d\\times n}{X^{\\top}}\\;"
                + "\\Bigl(\\underset{n\\times d}{X}\\;\\underset{d\\times 1}{w}-y\\Bigr)");
  }

  private static void says(Expr formula, String latex) {
    assertThat(LatexFormula.display(formula)).isEqualTo(latex);
  }
}
