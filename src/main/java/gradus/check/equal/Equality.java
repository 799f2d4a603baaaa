package gradus.check.equal;

import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.source.Diagnostic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether two formulas have the same values, and are defined, at the same arguments; what happens
/// on a null set (at a pole, on a kink) does not count.
public sealed interface Equality {
  record Equivalent(Grounds grounds) implements Equality {}

  record Different(Grounds grounds, Witness witness) implements Equality {}

  /// One is a matrix or vector of other sizes than the other.
  record Misshapen(Shape left, Shape right) implements Equality {}

  record Undecided(Reason reason) implements Equality {}

  /// What is to be said of two pairs together, of which none differs.
  default Equality worse(Equality other) {
    if (this instanceof Equivalent(Grounds one) && other instanceof Equivalent(Grounds two)) {
      return one.compareTo(two) >= 0 ? this : other;
    }
    return this instanceof Equivalent ? other : this;
  }

  /// One of the texts cannot be read.
  record Unreadable(List<Diagnostic> diagnostics) implements Equality {
    public Unreadable {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Why one may believe it.
  enum Grounds {
    SAME_FORM,
    /// By exact arithmetic.
    EXACT,
    /// By an algebra system.
    PROVED,
    /// At points of all kinds, to far more digits than a coincidence could have.
    SAMPLED
  }

  /// Where the two differ, and their values there; one of them may be undefined. Values too close
  /// for doubles can still be told apart by `apart`, which is `NaN` where one is undefined.
  ///
  /// @param entry of vectors and matrices, which entry the values are of; else empty
  record Witness(
      Map<Quantity, Value> at, Value left, Value right, double apart, List<Integer> entry) {
    Witness(Map<Quantity, Value> at, Value left, Value right, double apart) {
      this(at, left, right, apart, List.of());
    }

    public Witness {
      entry = List.copyOf(entry);
      at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
    }

    /// With the values of further names, first.
    Witness with(Map<Quantity, Rational> more) {
      Map<Quantity, Value> all = new LinkedHashMap<>();
      more.forEach((name, value) -> all.put(name, Value.of(value)));
      all.putAll(at);
      return new Witness(all, left, right, apart, entry);
    }

    /// @param all names; those without a value at this point may have any
    Witness ofEntry(List<Integer> entry, List<Quantity> all) {
      Map<Quantity, Value> values = new LinkedHashMap<>();
      all.forEach(name -> values.put(name, Value.in(at, name)));
      values.putAll(at);
      return new Witness(values, left, right, apart, entry);
    }
  }

  enum Reason {
    /// The facts cannot all hold, or hold on too small a set to be found.
    NO_POINT,
    LEFT_NOWHERE_DEFINED,
    RIGHT_NOWHERE_DEFINED,
    /// Constants that agree in hundreds of digits, but are not of a kind that can be decided.
    CONSTANTS,
    /// The values are too large or too small, or too close together, for the digits there are.
    OUT_OF_REACH,
    TOO_LONG
  }
}
