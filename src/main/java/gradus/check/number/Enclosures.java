package gradus.check.number;

import gradus.calculus.tape.Elementary;
import gradus.calculus.tape.NumberSystem;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalInt;

/// Interval arithmetic, whatever the ends are made of: what is undefined and what is not known, and
/// the functions that are made of others.
///
/// A comparison whose sides cannot be told apart is not known, except where the difference is 0
/// itself. A sum also records how much smaller one term was than the other ([#widestGap()]): what
/// is too small to be seen must not be taken for absent.
public abstract class Enclosures<E extends Enclosure> implements NumberSystem<E> {
  private static final int LARGEST_EXPONENT = 1 << 30;
  private static final int AMBIGUOUS = 2;

  /// Bits of some ten digits: constants of a task are shorter.
  private static final int LONG_CONSTANT = 34;

  private static final Rational TWO = Rational.of(2);

  private int widestGap;
  private int finestConstant;
  private int longConstants;

  abstract E undefined();

  abstract E unknown();

  public abstract E of(Rational number);

  abstract E sum(E left, E right);

  abstract E product(E left, E right);

  abstract E negated(E number);

  /// Of a number that is certainly not zero.
  abstract E inverse(E number);

  /// Of a positive number, as the logarithm.
  abstract E squareRoot(E number);

  abstract E exponential(E number);

  abstract E logarithm(E number);

  abstract E sine(E number);

  abstract E cosine(E number);

  /// -1 or 1; 0 for zero itself; [#ambiguous()] where the interval holds zero and other numbers.
  abstract int sign(E number);

  /// The number itself, if it is a whole one and known without error.
  abstract OptionalInt whole(E number);

  abstract boolean mayBeWhole(E number);

  /// Bits by which one term of a sum was smaller than the other, at most, since [#forgetGaps()]; or
  /// the bits of a constant that had to be rounded, or those of all long constants together.
  public int widestGap() {
    return Math.max(widestGap, Math.max(finestConstant, longConstants));
  }

  void roundedConstant(Rational constant) {
    finestConstant = Math.max(finestConstant, length(constant));
  }

  private static int length(Rational constant) {
    return Math.max(constant.numerator().bitLength(), constant.denominator().bitLength());
  }

  /// A power of ten is a short constant.
  private void sawConstant(Rational constant) {
    if (length(constant) > LONG_CONSTANT) {
      int bits = Math.max(significant(constant.numerator()), significant(constant.denominator()));
      longConstants += bits > LONG_CONSTANT ? bits : 0;
    }
  }

  private static int significant(BigInteger number) {
    return new BigDecimal(number).stripTrailingZeros().unscaledValue().bitLength();
  }

  public void forgetGaps() {
    widestGap = 0;
  }

  final int gap() {
    return widestGap;
  }

  /// Forgets what was seen since the gap was this.
  final void setGap(int gap) {
    widestGap = gap;
  }

  void sawGap(int bits) {
    widestGap = Math.max(widestGap, Math.abs(bits));
  }

  static int ambiguous() {
    return AMBIGUOUS;
  }

  /// -1 or 1 where the two certainly differ; 0 where they cannot be told apart. Both are numbers.
  public int compare(E left, E right) {
    int sign = sign(sum(left, negated(right)));
    return sign == AMBIGUOUS ? 0 : sign;
  }

  /// How far apart the two are. Both are numbers.
  public double distance(E left, E right) {
    return Math.abs(sum(left, negated(right)).doubleValue());
  }

  /// Whether the two certainly agree to so many bits of the larger, or of `scale`. Both are
  /// numbers.
  public abstract boolean agree(E left, E right, double scale, int bits);

  @Override
  public E of(Value constant) {
    return switch (constant) {
      case Value.Exact(Rational number) -> {
        sawConstant(number);
        yield of(number);
      }
      case Value.Approximate(double number) -> of(Rational.of(number));
      case Value.Undefined(Cause cause) -> cause == Cause.TOO_LARGE ? unknown() : undefined();
    };
  }

  @Override
  public E plus(E left, E right) {
    return left.isNumber() && right.isNumber() ? sum(left, right) : worse(left, right);
  }

  @Override
  public E times(E left, E right) {
    return left.isNumber() && right.isNumber() ? product(left, right) : worse(left, right);
  }

  private E worse(E left, E right) {
    return left.isUndefined() || right.isUndefined() ? undefined() : unknown();
  }

  @Override
  public E reciprocal(E number) {
    return number.isNumber()
        ? switch (sign(number)) {
          case 0 -> undefined();
          case AMBIGUOUS -> unknown();
          default -> inverse(number);
        }
        : number;
  }

  @Override
  public E power(E base, E exponent) {
    if (!base.isNumber() || !exponent.isNumber()) {
      return worse(base, exponent);
    }
    OptionalInt whole = whole(exponent);
    if (whole.isPresent() && Math.abs(whole.getAsInt()) <= LARGEST_EXPONENT) {
      return power(base, whole.getAsInt());
    }
    return switch (sign(base)) {
      case 1 -> exponential(product(exponent, logarithm(base)));
      case 0 -> powerOfZero(exponent);
      case -1 -> mayBeWhole(exponent) ? unknown() : undefined();
      default -> unknown();
    };
  }

  private E powerOfZero(E exponent) {
    return switch (sign(exponent)) {
      case 1 -> of(Rational.ZERO);
      case -1 -> undefined();
      default -> unknown();
    };
  }

  private E power(E base, int exponent) {
    if (exponent < 0) {
      return reciprocal(power(base, -exponent));
    }
    E result = of(Rational.ONE);
    E square = base;
    for (int rest = exponent; rest > 0 && result.isNumber() && square.isNumber(); rest >>= 1) {
      result = (rest & 1) == 1 ? times(result, square) : result;
      square = rest > 1 ? times(square, square) : square;
    }
    return square.isNumber() ? result : square;
  }

  @Override
  public E at(Elementary function, E argument) {
    if (!argument.isNumber()) {
      return argument;
    }
    return switch (function) {
      case EXP -> exponential(argument);
      case LOG -> ofPositive(argument, false);
      case SQRT -> ofPositive(argument, true);
      case SIN -> sine(argument);
      case COS -> cosine(argument);
      case TANH -> tanh(argument);
      case SIGMOID -> sigmoid(argument);
      case SOFTPLUS -> softplus(argument);
    };
  }

  private E ofPositive(E argument, boolean root) {
    return switch (sign(argument)) {
      case 1 -> root ? squareRoot(argument) : logarithm(argument);
      case 0 -> root ? argument : undefined();
      case -1 -> undefined();
      default -> unknown();
    };
  }

  /// `(1 - e^-2u)/(1 + e^-2u)`, or with all signs changed, so that the power is at most 1.
  private E tanh(E u) {
    boolean positive = u.doubleValue() >= 0;
    E power = exponential(product(of(positive ? TWO.negated() : TWO), u));
    E quotient = times(plus(one(), negated(power)), reciprocal(plus(one(), power)));
    return positive ? quotient : negated(quotient);
  }

  private E sigmoid(E u) {
    boolean positive = u.doubleValue() >= 0;
    E power = exponential(positive ? negated(u) : u);
    E share = reciprocal(plus(one(), power));
    return positive ? share : times(power, share);
  }

  private E softplus(E u) {
    boolean positive = u.doubleValue() >= 0;
    E rest = at(Elementary.LOG, plus(one(), exponential(positive ? negated(u) : u)));
    return positive ? plus(u, rest) : rest;
  }

  private E one() {
    return of(Rational.ONE);
  }

  @Override
  public E holds(Relation relation, E left, E right) {
    if (!left.isNumber() || !right.isNumber()) {
      return worse(left, right);
    }
    int sign = left == right ? 0 : sign(sum(left, negated(right)));
    return sign == AMBIGUOUS ? unknown() : of(relation.holds(sign) ? Rational.ONE : Rational.ZERO);
  }

  @Override
  public E chosen(E condition, E value, E otherwise) {
    if (!condition.isNumber()) {
      return condition.isUndefined() || value != otherwise ? condition : value;
    }
    return sign(condition) == 0 ? otherwise : value;
  }

  @Override
  public E guarded(E argument, E value) {
    return argument.isNumber() ? value : worse(argument, value);
  }
}
