package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is said of two numbers is so for all that they may be, and something is said wherever they
/// are well apart.
class ComparisonsTest {
  private static final int PAIRS = 10_000;

  /// Thirty digits end where products of doubles do.
  private static final Dyadic SMALLEST = Dyadic.powerOfTwo(-825);

  @Test
  void thirtyDigits() {
    areCertain(new ShortKind(), 1.001);
  }

  @Test
  void aHundredDigits() {
    areCertain(new LongKind(340), 64);
  }

  @Test
  void sevenHundredDigits() {
    areCertain(new LongKind(2_400), 64);
  }

  /// @param margin how many times the sum of their radii two numbers are apart which are told apart
  private static <E extends Enclosure> void areCertain(Kind<E> kind, double margin) {
    SplittableRandom random = new SplittableRandom(9);
    kind.numbers().sawGap(kind.bits()); // so that nothing is taken for zero without being it
    Accuracy[] accuracies = Accuracy.values();
    int decided = 0;
    for (int i = 0; i < PAIRS; i++) {
      Accuracy accuracy = accuracies[i % accuracies.length];
      E left = kind.drawn(Size.values()[random.nextInt(4)], accuracy, random);
      E right =
          random.nextBoolean()
              ? kind.numbers().negated(kind.opposite(left, accuracy, random))
              : kind.drawn(Size.values()[random.nextInt(4)], accuracy, random);
      Range range = Range.of(kind, left, right);
      int said = kind.numbers().compare(left, right);
      assertThat(range.allows(said)).as("%s and %s: %s", left, right, said).isTrue();
      relationsHold(kind, left, right, range);
      assertThat(said != 0 || range.isWithin(margin)).as("%s and %s", left, right).isTrue();
      decided += said != 0 ? 1 : 0;
    }
    assertThat(decided).isBetween(PAIRS / 2, PAIRS - PAIRS / 20);
  }

  /// How far apart the middles are, and by how much that may be wrong.
  private record Range(Dyadic apart, Dyadic radii, Dyadic rounding) {
    static <E extends Enclosure> Range of(Kind<E> kind, E left, E right) {
      Dyadic apart = kind.middle(left).minus(kind.middle(right));
      Dyadic radii = kind.radius(left).plus(kind.radius(right));
      return new Range(apart, radii, apart.abs().shifted(9 - kind.bits()));
    }

    /// -1 or 1 only where it is so throughout.
    boolean allows(int sign) {
      return sign == 0 || apart.signum() == sign && apart.abs().compareTo(radii) > 0;
    }

    boolean isWithin(double times) {
      Dyadic least = radii.times(Dyadic.of(times)).plus(rounding).plus(SMALLEST);
      return apart.abs().compareTo(least) <= 0;
    }

    boolean mayBe(Relation relation) {
      return relation.holds(apart.signum()) || mayBeAnything();
    }

    boolean mayFail(Relation relation) {
      return !relation.holds(apart.signum()) || mayBeAnything();
    }

    private boolean mayBeAnything() {
      return radii.signum() > 0 && apart.abs().compareTo(radii) <= 0;
    }
  }

  private static <E extends Enclosure> void relationsHold(
      Kind<E> kind, E left, E right, Range range) {
    for (Relation relation : Relation.values()) {
      E holds = kind.numbers().holds(relation, left, right);
      boolean isTrue = holds.isNumber() && holds.doubleValue() == 1;
      boolean isFalse = holds.isNumber() && holds.doubleValue() == 0;
      assertThat(isTrue && range.mayFail(relation) || isFalse && range.mayBe(relation))
          .as("%s %s %s: %s", left, relation, right, holds)
          .isFalse();
      assertThat(isTrue || isFalse || holds.equals(kind.numbers().unknown())).isTrue();
    }
  }

  @Test
  void agreementIsCertain() {
    agree(new ShortKind(), 70);
    agree(new LongKind(340), 150);
    agree(new LongKind(2_400), 1_500);
  }

  private static <E extends Enclosure> void agree(Kind<E> kind, int bits) {
    SplittableRandom random = new SplittableRandom(11);
    int agreed = 0;
    for (int i = 0; i < PAIRS; i++) {
      Accuracy accuracy = Accuracy.values()[i % 3];
      E left = kind.drawn(Size.values()[random.nextInt(4)], accuracy, random);
      E right = kind.numbers().negated(kind.opposite(left, accuracy, random));
      double scale = random.nextBoolean() ? 0 : random.nextDouble() * 4;
      Dyadic size = larger(kind.middle(left).abs(), kind.middle(right).abs());
      Dyadic allowed = larger(size, Dyadic.of(scale)).shifted(1 - bits);
      Range range = Range.of(kind, left, right);
      if (kind.numbers().agree(left, right, scale, bits)) {
        agreed++;
        assertThat(range.apart.abs().plus(range.radii))
            .as("%s and %s", left, right)
            .isLessThanOrEqualTo(allowed);
      }
    }
    assertThat(agreed).isBetween(PAIRS / 10, PAIRS * 9 / 10);
  }

  private static Dyadic larger(Dyadic a, Dyadic b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  @Test
  void distances() {
    for (Kind<?> kind : new Kind<?>[] {new ShortKind(), new LongKind(340)}) {
      assertThat(distance(kind, Rational.of(7), Rational.of(-2))).isEqualTo(9);
      assertThat(distance(kind, Rational.of(1, 3), Rational.of(1, 3))).isZero();
    }
  }

  private static <E extends Enclosure> double distance(Kind<E> kind, Rational a, Rational b) {
    return kind.numbers().distance(kind.numbers().of(a), kind.numbers().of(b));
  }

  /// `x - x` is 0 to all its bits and taken for it; of `1 + 2^-300 - 1` the last bits may have been
  /// what matters.
  @Test
  void longZeroes() {
    LongBinaries numbers = LongBinaries.of(340);
    LongBinary third = numbers.of(Rational.of(1, 3));
    LongBinary zero = numbers.plus(third, numbers.negated(third));
    assertThat(numbers.sign(zero)).isZero();
    assertThat(numbers.reciprocal(zero).isUndefined()).isTrue();
    assertThat(numbers.sign(new LongBinary(zero.mantissa(), 0, -100)))
        .isEqualTo(Enclosures.ambiguous());
    numbers.plus(numbers.of(Rational.ONE), new LongBinary(third.mantissa(), -700, -900));
    assertThat(numbers.widestGap()).isGreaterThan(170);
    assertThat(numbers.sign(zero)).isEqualTo(Enclosures.ambiguous());
    numbers.forgetGaps();
    assertThat(numbers.sign(zero)).isZero();
  }

  /// Thirty digits never say 0 of what is not known to be.
  @Test
  void shortZeroes() {
    DoubleDoubles numbers = new DoubleDoubles();
    DoubleDouble third = numbers.of(Rational.of(1, 3));
    assertThat(numbers.sign(numbers.plus(third, numbers.negated(third))))
        .isEqualTo(Enclosures.ambiguous());
    assertThat(numbers.sign(numbers.of(Rational.ZERO))).isZero();
  }
}
