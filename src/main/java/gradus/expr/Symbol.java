package gradus.expr;

import java.util.List;

/// What a formula can refer to and a graph can define.
public sealed interface Symbol {
  /// A quantity that a person would name: `z_1`, `L`, and with labels `W[1]`.
  record Quantity(Name name, List<Expr> labels) implements Symbol {
    public Quantity {
      labels = List.copyOf(labels);
    }

    public static Quantity of(String name) {
      return of(Name.of(name));
    }

    public static Quantity of(Name name) {
      return new Quantity(name, List.of());
    }
  }

  /// `∂of/∂by`.
  record Partial(Quantity of, Quantity by, Reading reading) implements Symbol {
    public static Partial total(Quantity of, Quantity by) {
      return new Partial(of, by, Reading.TOTAL);
    }

    public static Partial direct(Quantity of, Quantity by) {
      return new Partial(of, by, Reading.DIRECT);
    }
  }

  /// The value of a quantity after a descent step: `w^+`.
  record Updated(Quantity quantity) implements Symbol {}

  /// What a partial holds fixed. On paper both are written `∂z_2/∂h_0`.
  enum Reading {
    /// Along all paths: everything between the two quantities moves along.
    TOTAL,
    /// Only the explicit dependence in the definition: everything else is held.
    DIRECT
  }
}
