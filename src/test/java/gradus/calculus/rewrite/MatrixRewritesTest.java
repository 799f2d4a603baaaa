package gradus.calculus.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.Shaped;
import gradus.calculus.Typed;
import gradus.calculus.entry.Scalarization;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Condition;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.print.PlainText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each rewrite says of vectors and matrices, and that it is true: both sides have the same
/// shape, and the same entries at random numbers, with sizes that all differ.
class MatrixRewritesTest {
  static final String TABLE =
      """
      DropZeroTerms       | A + 0*A                          | A
      DropZeroTerms       | u + 0*A                          | u + 0*A
      FoldFactors         | 0*A                              | 0*A
      FoldFactors         | 2*A .* 3                         | 6*A
      FoldPower           | A.^0                              | ones(n, d)
      CollectLikeTerms    | A + A                            | 2*A
      CollectLikeTerms    | A - A                            | 0*ones(n, d)
      CollectLikeTerms    | A*v - A*v                        | 0*ones(n)
      CollectLikeFactors  | A .* A                           | A.^2
      CollectLikeFactors  | A ./ A                           | ones(n, d)
      CollectLikeFactors  | A .* u ./ u                      | A
      FlipDifference      | -(A - D)                         | D - A
      MergeEqualCases     | {A if c > 0; A otherwise}        | A
      FoldWhole           | ones(3)'*ones(3)                 | 3
      PushTranspose       | (A*B)'                           | B'*A'
      PushTranspose       | (A + D)'                         | A' + D'
      PushTranspose       | (A .* D)'                        | A' .* D'
      PushTranspose       | A''                              | A
      PushTranspose       | (c*A)'                           | c*A'
      PushTranspose       | (u'*A*v)'                        | u'*A*v
      PushTranspose       | diag(u)'                         | diag(u)
      PushTranspose       | tanh(A)'                         | tanh(A)'
      PushTranspose       | tanh(A')'                        | tanh(A)
      PushTranspose       | (tanh(u*u').^2)'                 | tanh(u*u').^2
      PushTranspose       | (1 - tanh(A'*D).^2)'             | 1 - tanh(D'*A).^2
      PushTranspose       | max(A', c)'                      | max(A, c)
      FlattenMatrixProduct | B*(v'*A')'                      | B*A*v
      FlattenMatrixProduct | u*(2*u'*u)                      | 2*(u'*u)*u
      PullScalars         | A*(2*B)                          | 2*A*B
      PullScalars         | (c*A)*(2*B)                      | 2*c*A*B
      PullScalars         | sum(c*A)                         | c*sum(A)
      PullScalars         | dot(2*u, c*u)                    | 2*c*norm2(u)^2
      PullScalars         | tr(c*(A*B))                      | c*tr(A*B)
      ScalarsFirst        | A .* D ./ c                      | 1/c*A .* D
      DropOnes            | A .* ones(n, d)                  | A
      DropOnes            | c*ones(n, d)                     | c*ones(n, d)
      DropOnes            | u .* ones(n, d)                  | u*ones(1, d)
      DropOnes            | c*u .* ones(n, d)                | c*(u*ones(1, d))
      DropOnes            | v' .* ones(n, d)                 | ones(n)*v'
      DropOnes            | v' .* ones(n, d) .* u            | v' .* ones(n, d) .* u
      DropIdentity        | eye(n)*A                         | A
      DropIdentity        | A*eye(d)*v                       | A*v
      MultiplyByDiagonal  | diag(u)*A                        | u .* A
      MultiplyByDiagonal  | A*diag(v)                        | A .* v'
      MultiplyByDiagonal  | diag(u)*u                        | u.^2
      SumByOnes           | A*ones(d)                        | sum(A, rows)
      SumByOnes           | ones(n)'*A                       | sum(A, columns)
      SumByOnes           | A'*ones(n)                       | sum(A, columns)'
      SumByOnes           | u'*ones(n)                       | sum(u)
      SumByOnes           | ones(n)*v'                       | ones(n)*v'
      TotalOfOnes         | c*sum(ones(n))                   | c*n
      TotalOfOnes         | sum(c*ones(n, d), rows)          | c*d*ones(n)
      TotalOfTotal        | sum(A')                          | sum(A)
      TotalOfTotal        | sum(A', rows)                    | sum(A, columns)'
      TotalOfTotal        | sum(sum(A, rows))                | sum(A)
      TotalOfTotal        | sum(u, rows)                     | u
      DotForSum           | sum(A .* D)                      | dot(A, D)
      DotForSum           | sum(u .* A)                      | sum(u .* A)
      SquaredNormForDot   | dot(A, A)                        | norm2(A)^2
      ChooseByOneHot      | sum(onehot(y, n))                | 1
      ChooseByOneHot      | dot(onehot(y, n), u)             | u_y
      FlipDifferenceInMatrixProduct | -(A'*(u - A*v))        | A'*(A*v - u)
      FlipDifferenceInMatrixProduct | -2*c*A'*(u - A*v)      | 2*c*A'*(A*v - u)
      """;

  private static final Shaped TYPED =
      Shaped.where("A: n x d; D: n x d; B: d x n; u: n; v: d; c: scalar; y: scalar");

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void simplifies(String rewrite, String before, String after) {
    Expr left = TYPED.formula(before);
    Expr right = Simplifier.simplified(left);
    assertThat(Shapes.of(right)).isEqualTo(Shapes.of(left));
    assertSameEntries(left, right);
    assertThat(PlainText.of(right)).isEqualTo(PlainText.of(canonical(after)));
  }

  @Test
  void casesOfAMatrixKeepItsShape() {
    Condition positive = Condition.of(TYPED.formula("A"), Relation.GREATER, Formulas.ZERO);
    Expr cases =
        new Cases(
            List.of(
                new Branch(Formulas.ONE, positive), new Branch(Formulas.ONE, Condition.OTHERWISE)));
    assertThat(Simplifier.simplified(cases)).isEqualTo(TYPED.formula("ones(n, d)"));
  }

  /// `0*A` is typed; what stands there is a matrix of zeros.
  private static Expr canonical(String after) {
    Expr expected = TYPED.formula(after);
    return after.contains("0*A") ? Simplifier.simplified(expected) : expected;
  }

  private static void assertSameEntries(Expr left, Expr right) {
    Expr before = sized(left);
    Expr after = sized(right);
    Shape shape = Shapes.of(before);
    for (int seed = 0; seed < 3; seed++) {
      for (int i = 1; i <= shape.rows().constant().orElseThrow(); i++) {
        for (int j = 1; j <= shape.columns().constant().orElseThrow(); j++) {
          List<Integer> at = List.of(i, j).subList(0, shape.axes().size());
          Expr one = Scalarization.of(before, at);
          Expr other = Scalarization.of(after, at);
          Map<Symbol, Value> point = Typed.random(Formulas.symbols(Formulas.sum(one, other)), seed);
          point.computeIfPresent(Quantity.of("y"), (_, _) -> Value.of(Rational.of(2)));
          assertThat(value(other, point)).isCloseTo(value(one, point), within(1e-9));
        }
      }
    }
  }

  private static double value(Expr formula, Map<Symbol, Value> point) {
    return Evaluation.of(formula, Typed.functions(), point).doubleValue();
  }

  /// n is 3, d is 2.
  private static Expr sized(Expr formula) {
    return IndexSubstitution.with(
        formula, letter -> Index.of(letter.name().key().equals("n") ? 3 : 2));
  }
}
