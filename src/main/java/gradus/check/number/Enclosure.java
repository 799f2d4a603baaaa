package gradus.check.number;

/// An interval that holds a real number, or the knowledge that there is none.
public interface Enclosure {
  /// Whether it is an interval; else there is certainly no value, or it is not known whether there
  /// is one.
  boolean isNumber();

  /// Certainly without a value: a logarithm of a negative number.
  boolean isUndefined();

  /// The middle; `NaN` if it is no number.
  double doubleValue();
}
