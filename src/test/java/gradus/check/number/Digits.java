package gradus.check.number;

import java.math.BigInteger;

/// Elementary functions to so many bits, by series that the program does not use; slow, and held
/// against another library by [DigitsTest].
final class Digits {
  private static final int GUARD = 96;
  private static final int HALVINGS = 12;

  private final int bits;

  /// Of the numbers with a point in them: they are wholes over two to this power.
  private final int width;

  private final BigInteger log2;
  private final BigInteger halfPi;

  Digits(int bits) {
    this.bits = bits;
    width = bits + GUARD;
    // 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749)
    log2 = arcus(26, 18, 1).add(arcus(4801, -2, 1)).add(arcus(8749, 8, 1));
    // Gauss: 12 arctan(1/18) + 8 arctan(1/57) - 5 arctan(1/239) is a quarter of π
    halfPi = arcus(18, 24, -1).add(arcus(57, 16, -1)).add(arcus(239, -10, -1));
  }

  /// `factor · Σ sign^k / ((2k + 1) n^(2k+1))`
  private BigInteger arcus(int n, int factor, int sign) {
    BigInteger power = BigInteger.valueOf(factor).shiftLeft(width).divide(BigInteger.valueOf(n));
    BigInteger square = BigInteger.valueOf((long) sign * n * n);
    BigInteger sum = BigInteger.ZERO;
    for (int k = 1; power.signum() != 0; k += 2) {
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
      power = power.divide(square);
    }
    return sum;
  }

  int bits() {
    return bits;
  }

  Dyadic halfPi() {
    return value(halfPi);
  }

  private BigInteger fixed(Dyadic x) {
    long shift = Math.max(x.exponent() + width, -x.mantissa().bitLength() - 1L);
    return x.mantissa().shiftLeft((int) shift);
  }

  private Dyadic value(BigInteger fixed) {
    return new Dyadic(fixed, -width).cut(bits + GUARD / 2);
  }

  private BigInteger times(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(width);
  }

  private static BigInteger nearest(BigInteger above, BigInteger below) {
    BigInteger twice = above.shiftLeft(1).add(below);
    BigInteger[] parts = twice.divideAndRemainder(below.shiftLeft(1));
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  Dyadic quotient(Dyadic above, Dyadic below) {
    int shift = bits + GUARD + below.mantissa().bitLength();
    return new Dyadic(
        above.mantissa().shiftLeft(shift).divide(below.mantissa()),
        above.exponent() - below.exponent() - shift);
  }

  Dyadic squareRoot(Dyadic x) {
    int shift = 2 * (bits + GUARD) + Math.floorMod(x.exponent(), 2);
    return new Dyadic(x.mantissa().shiftLeft(shift).sqrt(), (x.exponent() - shift) / 2);
  }

  Dyadic exponential(Dyadic x) {
    if (x.signum() == 0) {
      return Dyadic.ONE;
    }
    BigInteger argument = fixed(x);
    BigInteger n = nearest(argument, log2);
    BigInteger small = argument.subtract(n.multiply(log2)).shiftRight(HALVINGS);
    BigInteger one = BigInteger.ONE.shiftLeft(width);
    BigInteger sum = one.add(small);
    BigInteger term = small;
    for (int k = 2; term.bitLength() > 1; k++) {
      term = times(term, small).divide(BigInteger.valueOf(k));
      sum = sum.add(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = times(sum, sum);
    }
    return value(sum).shifted(n.longValueExact());
  }

  /// `2^(k+1) artanh((m - 1)/(m + 1))` of the 2^k-th root m, and the powers of two.
  Dyadic logarithm(Dyadic x) {
    if (x.compareTo(Dyadic.ONE) == 0) {
      return Dyadic.ZERO;
    }
    long power = x.magnitude();
    BigInteger root = fixed(x.shifted(-power));
    for (int i = 0; i < HALVINGS; i++) {
      root = root.shiftLeft(width).sqrt();
    }
    BigInteger one = BigInteger.ONE.shiftLeft(width);
    BigInteger z = root.subtract(one).shiftLeft(width).divide(root.add(one));
    BigInteger square = times(z, z);
    BigInteger term = z;
    BigInteger sum = z;
    for (int k = 3; term.bitLength() > 1; k += 2) {
      term = times(term, square);
      sum = sum.add(term.divide(BigInteger.valueOf(k)));
    }
    return value(sum.shiftLeft(HALVINGS + 1).add(log2.multiply(BigInteger.valueOf(power))));
  }

  /// Of a tiny number `x - x³/6`.
  Dyadic sine(Dyadic x) {
    return x.signum() == 0 || x.magnitude() > -bits / 3
        ? wave(x, 0)
        : x.minus(quotient(x.times(x).times(x), Dyadic.of(6)));
  }

  Dyadic cosine(Dyadic x) {
    return wave(x, 1);
  }

  private Dyadic wave(Dyadic x, int quarters) {
    BigInteger argument = fixed(x);
    BigInteger n = nearest(argument, halfPi);
    BigInteger rest = argument.subtract(n.multiply(halfPi));
    int quarter = n.add(BigInteger.valueOf(quarters)).mod(BigInteger.valueOf(4)).intValueExact();
    BigInteger square = times(rest, rest);
    BigInteger term = quarter % 2 == 0 ? rest : BigInteger.ONE.shiftLeft(width);
    BigInteger sum = term;
    for (int k = 2 - quarter % 2; term.bitLength() > 1; k += 2) {
      term = times(term, square).divide(BigInteger.valueOf((long) k * (k + 1))).negate();
      sum = sum.add(term);
    }
    return value(quarter < 2 ? sum : sum.negate());
  }

  /// `(e^u - e^-u)/(e^u + e^-u)`
  Dyadic tanh(Dyadic u) {
    Dyadic up = exponential(u);
    Dyadic down = exponential(u.negated());
    return quotient(up.minus(down), up.plus(down));
  }

  Dyadic sigmoid(Dyadic u) {
    return quotient(Dyadic.ONE, Dyadic.ONE.plus(exponential(u.negated())));
  }

  Dyadic softplus(Dyadic u) {
    return logarithm(Dyadic.ONE.plus(exponential(u)));
  }

  /// Of a positive number.
  Dyadic power(Dyadic base, Dyadic exponent) {
    return exponential(exponent.times(logarithm(base)));
  }

  Dyadic power(Dyadic base, int exponent) {
    Dyadic power = Dyadic.ONE;
    for (int bit = 31 - Integer.numberOfLeadingZeros(Math.abs(exponent)); bit >= 0; bit--) {
      power = power.times(power).cut(bits + GUARD);
      power = (Math.abs(exponent) >> bit & 1) == 1 ? power.times(base).cut(bits + GUARD) : power;
    }
    return exponent < 0 ? quotient(Dyadic.ONE, power) : power;
  }
}
