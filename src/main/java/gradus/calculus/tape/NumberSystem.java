package gradus.calculus.tape;

import gradus.expr.Condition.Relation;
import gradus.expr.Value;

/// An arithmetic in which a [Tape] can be run: doubles with error bounds, long decimals, residues.
///
/// What is undefined is a number of the system too; nothing is thrown.
public interface NumberSystem<T> {
  T[] memory(int length);

  T of(Value constant);

  T plus(T left, T right);

  T times(T left, T right);

  T reciprocal(T number);

  T power(T base, T exponent);

  T at(Elementary function, T argument);

  /// 1 or 0.
  T holds(Relation relation, T left, T right);

  /// `value` where the condition is 1, `otherwise` where it is 0.
  T chosen(T condition, T value, T otherwise);

  /// The value, undefined where the argument is.
  T guarded(T argument, T value);
}
