package gradus.check.number;

import java.math.BigInteger;
import java.util.SplittableRandom;

/// Numbers with error bounds of one kind, seen from outside: a middle and a radius.
interface Kind<E extends Enclosure> {
  Enclosures<E> numbers();

  /// To which the truth is computed.
  Digits digits();

  Dyadic middle(E number);

  Dyadic radius(E number);

  /// The number nearest to `middle` with about this radius.
  E of(Dyadic middle, Dyadic radius);

  /// Bits of a middle, and of the exponents of the huge and the large.
  int bits();

  long huge();

  long large();

  default E drawn(Size size, Accuracy accuracy, SplittableRandom random) {
    Dyadic middle = middle(size, random);
    Dyadic signed = random.nextBoolean() ? middle : middle.negated();
    return of(signed, accuracy.radius(signed, bits(), random));
  }

  /// Which a sum with `number`, or a comparison, cancels down to its last bits.
  default E opposite(E number, Accuracy accuracy, SplittableRandom random) {
    Dyadic middle = middle(number).negated();
    Dyadic last = leading(10, random).shifted(middle.magnitude() - random.nextInt(2, bits() + 9));
    Dyadic near = middle.signum() == 0 ? middle : middle.plus(last).cut(bits());
    return of(near, accuracy.radius(near, bits(), random));
  }

  private Dyadic middle(Size size, SplittableRandom random) {
    Dyadic leading = leading(random.nextInt(3) == 0 ? 1 + random.nextInt(20) : bits(), random);
    return switch (size) {
      case TINY -> leading.shifted(-random.nextLong(20, huge()));
      case NEAR_ONE -> Dyadic.ONE.plus(leading.shifted(-random.nextInt(1, bits()))).cut(bits());
      case MODERATE -> leading.shifted(random.nextInt(-6, 6));
      case WHOLE -> Dyadic.of(random.nextInt(0, 40));
      case QUARTER_TURNS -> digits().halfPi().times(Dyadic.of(random.nextInt(1, 1000))).cut(bits());
      case LARGE -> leading.shifted(random.nextLong(0, large()));
      case HUGE -> leading.shifted(random.nextLong(20, huge()));
    };
  }

  /// Between 1/2 and 1, of so many bits.
  private static Dyadic leading(int bits, SplittableRandom random) {
    BigInteger all = BigInteger.ONE;
    for (int i = 1; i < bits; i++) {
      all = all.shiftLeft(1).or(random.nextBoolean() ? BigInteger.ONE : BigInteger.ZERO);
    }
    return new Dyadic(all, -bits);
  }
}
