package gradus.calculus.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.Typed;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewritesTest {
  private static final String TABLE =
      """
      DropZeroTerms           | x + 0                  | x
      DropZeroTerms           | 0 + x + 0 + y          | x + y
      FoldTerms               | 2 + x + 1              | 3 + x
      FoldTerms               | x - 0.5 + 0.25         | x - 0.25
      SubtractNumber          | x + (-2)               | x - 2
      SubtractNumber          | x + (-2)*y             | x - 2 * y
      SubtractNumber          | x - 2*y - y            | x - 3 * y
      SubtractNumber          | -2 + x                 | -2 + x
      CollectLikeTerms        | x + x                  | 2 * x
      CollectLikeTerms        | x - x                  | 0
      CollectLikeTerms        | 3*x*y - x*y            | 2 * x * y
      CollectLikeTerms        | x*y + x*z              | x * y + x * z
      FoldPower               | x^1                    | x
      FoldPower               | x^0                    | 1
      FoldPower               | 2^3                    | 8
      FoldPower               | (x^2)^3                | x^6
      FoldPower               | (x^2)^(1/2)            | (x^2)^(1/2)
      FoldFactors             | x * 2 * 3              | 6 * x
      FoldFactors             | 1 * x                  | x
      FoldFactors             | 0 * x                  | 0
      FoldFactors             | x * (1/2) * 2          | x
      FoldFactors             | 0.5 * x * 4            | 2 * x
      CollectLikeFactors      | x * x                  | x^2
      CollectLikeFactors      | x^3 / x                | x^2
      CollectLikeFactors      | x * y * x              | x^2 * y
      FlipDifference          | -(y - p)               | p - y
      FlipDifference          | -2 * (y - p) * x       | 2 * (p - y) * x
      FlipDifference          | -(a + b)               | -(a + b)
      FlipDifference          | -(1 - p)*x             | -(1 - p) * x
      FlipDifference          | 0 - x                  | -x
      PullSignFromOddFunction | sign(-x)               | -sign(x)
      PullSignFromOddFunction | tanh(-2*x)             | -tanh(2 * x)
      PullSignFromOddFunction | cos(-x)                | cos(-x)
      PushSignIntoOddFunction | -sign(y - p)           | sign(p - y)
      PushSignIntoOddFunction | -3 * sign(y - p)       | 3 * sign(p - y)
      MergeEqualCases         | {2 if x > 0; 2 otherwise} | 2
      MergeEqualCases         | {2 if x > 0; 3 otherwise} | {2 if x > 0; 3 otherwise}
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void simplifies(String rewrite, String before, String after) {
    assertThat(Typed.plain(simplified(before))).isEqualTo(after);
  }

  @Test
  void everyRewriteHasRows() {
    Set<String> tested = new TreeSet<>();
    (TABLE + MatrixRewritesTest.TABLE)
        .lines()
        .forEach(row -> tested.add(row.split("\\|")[0].strip()));
    Set<String> listed = new TreeSet<>();
    Rewrites.IN_ORDER.forEach(rewrite -> listed.add(rewrite.getClass().getSimpleName()));
    assertThat(tested).isEqualTo(listed);
  }

  /// Both sides agree at ten points of both signs, wherever the left one has a value.
  private static Expr simplified(String before) {
    Expr left = Typed.formula(before);
    Expr right = Simplifier.simplified(left);
    for (int seed = 0; seed < 10; seed++) {
      Map<Symbol, Value> point = Typed.random(Formulas.symbols(left), seed);
      double expected = Evaluation.of(left, Typed.functions(), point).doubleValue();
      double actual = Evaluation.of(right, Typed.functions(), point).doubleValue();
      if (!Double.isNaN(expected)) {
        assertThat(actual).as(before + " at " + point).isCloseTo(expected, within(1e-9));
      }
    }
    return right;
  }
}
