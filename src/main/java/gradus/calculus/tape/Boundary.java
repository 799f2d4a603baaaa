package gradus.calculus.tape;

/// Where on its way through a [Tape] a value can pass into another branch or out of the domain, by
/// slots of the memory.
public sealed interface Boundary {
  /// Where `left` and `right` meet, another branch may hold; `holds` is 1 or 0.
  record Branch(int left, int right, int holds) implements Boundary {}

  /// Below zero, a logarithm or a square root has no value.
  record Domain(int argument) implements Boundary {}

  /// Below zero, a power has no value unless the exponent is a whole number.
  record Power(int base, int exponent) implements Boundary {}
}
