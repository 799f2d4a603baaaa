package gradus.calculus.tape;

/// What one instruction of a [Tape] does with its operands a, b and c.
enum Opcode {
  /// `a + b`
  ADD,
  /// `a · b`
  MULTIPLY,
  /// `a ^ b`
  POWER,
  /// `a ^ -1`
  RECIPROCAL,
  /// `a ^ 2`
  SQUARE,
  /// The function of [Elementary] with index b, at a.
  FUNCTION,
  /// 1 where the [gradus.expr.Condition.Relation] with index c holds between a and b, else 0;
  /// missing where a side is undefined.
  HOLDS,
  /// b where a is 1, c where a is 0; missing where a is undefined.
  CHOOSE,
  /// b, but a where a is undefined: a function has no value at an undefined argument, whatever its
  /// definition makes of it.
  GUARD,
  /// a as it is used from here on, as the value of the symbol with index b: rounded by hand.
  SETTLE
}
