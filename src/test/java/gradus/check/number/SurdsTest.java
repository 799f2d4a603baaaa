package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.tape.Elementary;
import gradus.check.number.Surds.Difference;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.expr.Value;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Constants of roots: those that are equal, by hand, and against exact arithmetic with `a + b √2 +
/// c √3 + d √6`.
class SurdsTest {
  private static final int BITS = 200;
  private static final int TREES = 10_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          sqrt(2)*sqrt(3)         ~ sqrt(6)                 ~ zero
          sqrt(2) + sqrt(3)       ~ sqrt(5 + 2*sqrt(6))     ~ zero
          1/(sqrt(2) - 1)         ~ sqrt(2) + 1             ~ zero
          8^(1/3)                 ~ 2                       ~ zero
          sqrt(8)                 ~ 2*sqrt(2)               ~ zero
          2^(3/2)                 ~ 2*sqrt(2)               ~ zero
          2^(-1/2)                ~ sqrt(2)/2               ~ zero
          (7 + 5*sqrt(2))^(1/3)   ~ 1 + sqrt(2)             ~ zero
          (sqrt(5) + 1)/2         ~ 2/(sqrt(5) - 1)         ~ zero
          (1 + sqrt(2))^4         ~ 17 + 12*sqrt(2)         ~ zero
          (1 + sqrt(2))^-4        ~ 17 - 12*sqrt(2)         ~ zero
          sqrt(4/9)               ~ 2/3                     ~ zero
          sqrt(sqrt(2) - sqrt(2)) ~ 0                       ~ zero
          sqrt(2)                 ~ 1.41421356237309504880  ~ not zero
          sqrt(2) + sqrt(3)       ~ sqrt(10)                ~ not zero
          2/3                     ~ 0.666666666666667       ~ not zero
          sqrt(2)                 ~ -sqrt(2)                ~ not zero
          {1 if sqrt(2) > 1; 2 otherwise}   ~ 1             ~ zero
          {1 if sqrt(2) < 1; 2 otherwise}   ~ 1             ~ not zero
          exp(1)                  ~ exp(1)                  ~ unknown
          sqrt(-1)                ~ sqrt(-1)                ~ unknown
          1/(sqrt(4) - 2)         ~ 1                       ~ unknown
          2^sqrt(2)               ~ 2^sqrt(2)               ~ unknown
          2^(1/67)                ~ 2^(1/67)                ~ unknown
          log(2)                  ~ 1                       ~ unknown
          """)
  void byHand(String left, String right, String difference) {
    Surds numbers = new Surds(400);
    Surd a = Calculation.of(numbers, left);
    Surd b = Calculation.of(numbers, right);
    assertThat(name(numbers.difference(a, b))).isEqualTo(difference);
  }

  private static String name(Difference difference) {
    return switch (difference) {
      case Difference.Zero _ -> "zero";
      case Difference.NotZero _ -> "not zero";
      case Difference.Needs _ -> "needs more";
      case Difference.Unknown _ -> "unknown";
    };
  }

  private record Both(Surd surd, Biquadratic exactly) {}

  private static final class Tree {
    final Surds numbers = new Surds(BITS);
    private final SplittableRandom random;
    private final Both[] roots = new Both[4];

    Tree(SplittableRandom random) {
      this.random = random;
      roots[0] = constant(Rational.ONE);
      roots[1] = new Both(root(2), Biquadratic.of(1, Rational.ONE));
      roots[2] = new Both(root(3), Biquadratic.of(2, Rational.ONE));
      roots[3] = new Both(root(6), Biquadratic.of(3, Rational.ONE));
    }

    private Surd root(int number) {
      return numbers.at(Elementary.SQRT, numbers.of(Value.of(Rational.of(number))));
    }

    Both constant(Rational number) {
      return new Both(numbers.of(Value.of(number)), Biquadratic.of(0, number));
    }

    Both plus(Both a, Both b) {
      return new Both(numbers.plus(a.surd, b.surd), a.exactly.plus(b.exactly));
    }

    Both times(Both a, Both b) {
      return new Both(numbers.times(a.surd, b.surd), a.exactly.times(b.exactly));
    }

    Both drawn(int depth) {
      if (depth == 0) {
        Rational number = Rational.of(random.nextInt(-4, 5), random.nextInt(1, 4));
        return times(constant(number), roots[random.nextInt(4)]);
      }
      Both a = drawn(depth - 1);
      Both b = drawn(depth - 1);
      return random.nextBoolean() ? plus(a, b) : times(a, b);
    }

    /// The same number as the sum of its four parts.
    Both expanded(Biquadratic exactly) {
      Both sum = constant(Rational.ZERO);
      for (int i = 0; i < 4; i++) {
        sum = plus(sum, times(constant(exactly.parts().get(i)), roots[i]));
      }
      return sum;
    }
  }

  @Test
  void drawnTrees() {
    SplittableRandom random = new SplittableRandom(3);
    int decided = 0;
    for (int i = 0; i < TREES; i++) {
      Tree tree = new Tree(random);
      Both left = tree.drawn(random.nextInt(1, 4));
      Both right =
          random.nextBoolean() ? tree.expanded(left.exactly) : tree.drawn(random.nextInt(0, 3));
      Biquadratic difference =
          left.exactly.plus(right.exactly.times(Biquadratic.of(0, Rational.MINUS_ONE)));
      Difference said = tree.numbers.difference(left.surd, right.surd);
      String isSo = difference.isZero() ? "zero" : "not zero";
      assertThat(name(said)).isIn(isSo, "needs more");
      decided += name(said).equals(isSo) ? 1 : 0;
      comparisonsAreCertain(tree.numbers, left.surd, right.surd, difference);
    }
    assertThat(decided).isGreaterThan(TREES * 9 / 10);
  }

  private static void comparisonsAreCertain(
      Surds numbers, Surd left, Surd right, Biquadratic difference) {
    int sign = difference.isZero() ? 0 : difference.value().signum();
    for (Relation relation : Relation.values()) {
      Surd holds = numbers.holds(relation, left, right);
      boolean wanted = relation.holds(sign);
      assertThat(holds.rational())
          .isIn(Optional.empty(), Optional.of(wanted ? Rational.ONE : Rational.ZERO));
      assertThat(holds.rational().isPresent()).isEqualTo(sign != 0);
    }
  }

  /// `(√2 - 1)^a (√3 - √2)^b (2 - √3)^c` multiplied out: large numbers that nearly cancel are not
  /// zero, with however few bits one looks; with as many as are asked for that is seen.
  @ParameterizedTest
  @CsvSource({"10, 8, 7", "40, 30, 26", "75, 57, 50", "150, 115, 100", "1, 0, 0", "300, 0, 0"})
  void nearlyNothing(int a, int b, int c) {
    Tree first = new Tree(new SplittableRandom(1));
    Biquadratic small = small(first, a, b, c);
    assertThat(small.value().signum()).isEqualTo(1);
    Difference said =
        first.numbers.difference(first.expanded(small).surd, first.constant(Rational.ZERO).surd);
    while (said instanceof Difference.Needs(double bits)) {
      Surds more = new Surds((int) bits + 20);
      said = difference(more, small);
    }
    assertThat(name(said)).isEqualTo("not zero");
  }

  /// Their roots are as far from 0 as the numbers are from what can be seen.
  @ParameterizedTest
  @CsvSource({"10, 8, 7", "24, 18, 16", "30, 22, 19", "75, 57, 50"})
  void rootsOfNearlyNothing(int a, int b, int c) {
    Tree tree = new Tree(new SplittableRandom(1));
    Surd root = tree.expanded(small(tree, a, b, c)).surd;
    Surd square = tree.expanded(small(tree, 2 * a, 2 * b, 2 * c)).surd;
    for (String half : List.of("1/2", "1/4")) {
      Surd left = tree.numbers.power(square, Calculation.of(tree.numbers, half));
      Surd right = half.equals("1/2") ? root : tree.numbers.at(Elementary.SQRT, root);
      assertThat(name(tree.numbers.difference(left, right))).isIn("zero", "needs more");
    }
  }

  private static Difference difference(Surds numbers, Biquadratic small) {
    Surd sum = numbers.of(Value.ZERO);
    for (int i = 0; i < 4; i++) {
      Surd root =
          numbers.at(Elementary.SQRT, numbers.of(Value.of(Rational.of(Biquadratic.ROOTS[i]))));
      sum = numbers.plus(sum, numbers.times(numbers.of(Value.of(small.parts().get(i))), root));
    }
    return numbers.difference(sum, numbers.of(Value.ZERO));
  }

  private static Biquadratic small(Tree tree, int a, int b, int c) {
    Both minusOne = tree.constant(Rational.MINUS_ONE);
    Biquadratic ofTwo = tree.plus(tree.roots[1], minusOne).exactly;
    Biquadratic ofBoth = tree.plus(tree.roots[2], tree.times(minusOne, tree.roots[1])).exactly;
    Biquadratic ofThree =
        tree.plus(tree.constant(Rational.of(2)), tree.times(minusOne, tree.roots[2])).exactly;
    return power(ofTwo, a).times(power(ofBoth, b)).times(power(ofThree, c));
  }

  private static Biquadratic power(Biquadratic base, int exponent) {
    Biquadratic power = Biquadratic.of(0, Rational.ONE);
    for (int i = 0; i < exponent; i++) {
      power = power.times(base);
    }
    return power;
  }
}
