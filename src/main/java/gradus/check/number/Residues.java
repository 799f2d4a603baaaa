package gradus.check.number;

import gradus.calculus.tape.Elementary;
import gradus.calculus.tape.NumberSystem;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.expr.Value;
import java.math.BigInteger;

/// Remainders modulo the prime 2^61 - 1, in which sums, products and quotients are exact.
///
/// Functions, comparisons and powers without a known whole exponent are drawn at random, the same
/// of the same. Two formulas with the same residue at random arguments are the same rational
/// expression of such parts (Schwartz 1980, Zippel 1979), unless by a chance of one in 10^16 or a
/// coefficient that was chosen to be 0 here. Different residues say nothing.
public final class Residues implements NumberSystem<Long> {
  private static final long PRIME = (1L << 61) - 1;
  private static final BigInteger MODULUS = BigInteger.valueOf(PRIME);
  private static final long LARGEST_EXPONENT = 1 << 20;
  private static final Long NONE = -1L;

  @Override
  public Long[] memory(int length) {
    return new Long[length];
  }

  /// A residue drawn at random, by its number.
  public static Long drawn(long number) {
    return mixed(number, 0x5851f42d4c957f2dL);
  }

  /// Whether both are residues, and the same.
  public static boolean areSame(Long left, Long right) {
    return !left.equals(NONE) && left.equals(right);
  }

  @Override
  public Long of(Value constant) {
    return constant instanceof Value.Exact(Rational number) ? of(number) : NONE;
  }

  private Long of(Rational number) {
    Long top = number.numerator().mod(MODULUS).longValueExact();
    return number.isInteger()
        ? top
        : times(top, reciprocal(number.denominator().mod(MODULUS).longValueExact()));
  }

  @Override
  public Long plus(Long left, Long right) {
    return left < 0 || right < 0 ? NONE : (Long) reduced(left + right);
  }

  @Override
  public Long times(Long left, Long right) {
    return left < 0 || right < 0 ? NONE : (Long) multiplied(left, right);
  }

  private static long reduced(long number) {
    return number >= PRIME ? number - PRIME : number;
  }

  private static long multiplied(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    long folded = (low & PRIME) + ((high << 3) | (low >>> 61));
    return reduced((folded & PRIME) + (folded >>> 61));
  }

  @Override
  public Long reciprocal(Long number) {
    return number <= 0 ? NONE : (Long) raised(number, PRIME - 2);
  }

  private static long raised(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? multiplied(result, square) : result;
      square = multiplied(square, square);
    }
    return result;
  }

  @Override
  public Long power(Long base, Long exponent) {
    if (base < 0 || exponent < 0) {
      return NONE;
    }
    if (exponent < LARGEST_EXPONENT) {
      return raised(base, exponent);
    }
    if (PRIME - exponent < LARGEST_EXPONENT) {
      return reciprocal(raised(base, PRIME - exponent));
    }
    return mixed(base, exponent);
  }

  @Override
  public Long at(Elementary function, Long argument) {
    return argument < 0 ? NONE : mixed(argument, function.ordinal() + 17L);
  }

  @Override
  public Long holds(Relation relation, Long left, Long right) {
    if (left < 0 || right < 0) {
      return NONE;
    }
    return mixed(reduced(left + PRIME - right), relation.ordinal() + 71L);
  }

  /// `c · value + (1 - c) · otherwise`
  @Override
  public Long chosen(Long condition, Long value, Long otherwise) {
    if (condition < 0 || value < 0 || otherwise < 0) {
      return NONE;
    }
    long rest = reduced(1 + PRIME - condition);
    return reduced(multiplied(condition, value) + multiplied(rest, otherwise));
  }

  @Override
  public Long guarded(Long argument, Long value) {
    return argument < 0 ? NONE : value;
  }

  /// SplitMix (Steele, Lea and Flood 2014) of both.
  private static Long mixed(long a, long b) {
    long z = a * 0x9e3779b97f4a7c15L + Long.rotateLeft(b * 0xd1342543de82ef95L, 31);
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return Long.remainderUnsigned(z ^ (z >>> 31), PRIME);
  }
}
