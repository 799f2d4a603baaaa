package gradus.check.number;

import gradus.calculus.tape.Elementary;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What numbers with error bounds are asked to do, and what truly comes out.
enum Operation {
  PLUS,
  TIMES,
  NEGATION,
  RECIPROCAL,
  QUOTIENT,
  POWER,
  WHOLE_POWER,
  EXP,
  LOG,
  SQRT,
  SIN,
  COS,
  TANH,
  SIGMOID,
  SOFTPLUS,
  ABS,
  MAX,
  STEP;

  /// From which operands are drawn.
  Set<Size> sizes() {
    return switch (this) {
      case PLUS, TIMES, NEGATION, RECIPROCAL, QUOTIENT, POWER, LOG, SQRT, ABS, MAX, STEP ->
          EnumSet.complementOf(EnumSet.of(Size.QUARTER_TURNS));
      case WHOLE_POWER -> EnumSet.complementOf(EnumSet.of(Size.QUARTER_TURNS, Size.HUGE));
      case SIN, COS -> EnumSet.complementOf(EnumSet.of(Size.HUGE));
      case EXP, TANH, SIGMOID, SOFTPLUS ->
          EnumSet.complementOf(EnumSet.of(Size.QUARTER_TURNS, Size.HUGE));
    };
  }

  boolean isSumOrComparison() {
    return this == PLUS || this == MAX;
  }

  /// Of negative operands it is mostly undefined.
  boolean isOfPositive() {
    return this == POWER || this == LOG || this == SQRT;
  }

  /// What comes out is an operand, or 0 or 1.
  boolean isWithoutRounding() {
    return this == NEGATION || this == ABS || this == MAX || this == STEP;
  }

  <E extends Enclosure> E of(Enclosures<E> numbers, E a, E b) {
    return switch (this) {
      case PLUS -> numbers.plus(a, b);
      case TIMES -> numbers.times(a, b);
      case NEGATION -> numbers.negated(a);
      case RECIPROCAL -> numbers.reciprocal(a);
      case QUOTIENT -> numbers.times(a, numbers.reciprocal(b));
      case POWER, WHOLE_POWER -> numbers.power(a, b);
      case EXP, LOG, SQRT, SIN, COS, TANH, SIGMOID, SOFTPLUS ->
          numbers.at(Elementary.valueOf(name()), a);
      case ABS -> {
        E isNegative = numbers.holds(Relation.LESS, a, numbers.of(Rational.ZERO));
        yield numbers.chosen(isNegative, numbers.negated(a), a);
      }
      case MAX -> numbers.chosen(numbers.holds(Relation.GREATER, a, b), a, b);
      case STEP -> numbers.holds(Relation.GREATER, a, numbers.of(Rational.ZERO));
    };
  }

  /// Empty where there is no value.
  Optional<Dyadic> truth(Digits digits, Dyadic a, Dyadic b) {
    return switch (this) {
      case PLUS -> Optional.of(a.plus(b));
      case TIMES -> Optional.of(a.times(b));
      case NEGATION -> Optional.of(a.negated());
      case RECIPROCAL -> when(a.signum() != 0, () -> digits.quotient(Dyadic.ONE, a));
      case QUOTIENT -> when(b.signum() != 0, () -> digits.quotient(a, b));
      case POWER, WHOLE_POWER -> power(digits, a, b);
      case EXP -> Optional.of(digits.exponential(a));
      case LOG -> when(a.signum() > 0, () -> digits.logarithm(a));
      case SQRT -> when(a.signum() >= 0, () -> digits.squareRoot(a));
      case SIN -> Optional.of(digits.sine(a));
      case COS -> Optional.of(digits.cosine(a));
      case TANH -> Optional.of(digits.tanh(a));
      case SIGMOID -> Optional.of(digits.sigmoid(a));
      case SOFTPLUS -> Optional.of(digits.softplus(a));
      case ABS -> Optional.of(a.abs());
      case MAX -> Optional.of(a.compareTo(b) > 0 ? a : b);
      case STEP -> Optional.of(a.signum() > 0 ? Dyadic.ONE : Dyadic.ZERO);
    };
  }

  /// Of a negative base only to whole powers; to the power 0 it is 1, whatever the base.
  private static Optional<Dyadic> power(Digits digits, Dyadic base, Dyadic exponent) {
    Optional<BigInteger> whole = exponent.whole();
    if (whole.isPresent() && whole.get().bitLength() < 31) {
      int n = whole.get().intValueExact();
      return when(base.signum() != 0 || n >= 0, () -> digits.power(base, n));
    }
    return switch (base.signum()) {
      case 1 -> Optional.of(digits.power(base, exponent));
      case 0 -> when(exponent.signum() > 0, () -> Dyadic.ZERO);
      default -> whole.map(n -> signed(digits.power(base.negated(), exponent), n.testBit(0)));
    };
  }

  private static Dyadic signed(Dyadic number, boolean negative) {
    return negative ? number.negated() : number;
  }

  private static Optional<Dyadic> when(boolean hasValue, Supplier<Dyadic> value) {
    return hasValue ? Optional.of(value.get()) : Optional.empty();
  }
}
