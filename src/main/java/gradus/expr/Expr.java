package gradus.expr;

import java.util.List;

/// A formula. Nodes are data; [Formulas] builds the common ones and walks them.
public sealed interface Expr {
  /// A literal, or a value put in for a name.
  record Number(Rational value, Notation notation) implements Expr {
    public static Number of(long integer) {
      return new Number(Rational.of(integer), Notation.FRACTION);
    }

    public static Number of(Rational value) {
      return new Number(value, Notation.FRACTION);
    }
  }

  /// A quantity, a partial derivative or an updated value, by name.
  record Ref(Symbol symbol) implements Expr {}

  /// `t_1 + t_2 + …`, flat; a difference has a term with a leading factor -1.
  record Sum(List<Expr> terms) implements Expr {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /// `f_1 · f_2 · …`, flat; a quotient has a factor with exponent -1.
  record Product(List<Expr> factors) implements Expr {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  record Power(Expr base, Expr exponent) implements Expr {}

  /// A function at its arguments, differentiated `orders.get(i)` times in argument i.
  record Call(Name function, List<Integer> orders, List<Expr> arguments) implements Expr {
    public Call {
      orders = List.copyOf(orders);
      arguments = List.copyOf(arguments);
      if (orders.size() != arguments.size()) {
        throw new IllegalArgumentException("one order of differentiation per argument");
      }
    }

    public boolean isDerivative() {
      return orders.stream().anyMatch(order -> order > 0);
    }
  }

  /// The value of the first branch whose condition holds.
  record Cases(List<Branch> branches) implements Expr {
    public Cases {
      branches = List.copyOf(branches);
    }
  }

  record Branch(Expr value, Condition condition) {}

  /// `∂/∂by (body)`, not yet worked out; everything but `by` is held.
  record Derivative(Expr body, Symbol.Quantity by) implements Expr {}

  /// How a number was typed, and is printed.
  enum Notation {
    /// `3`, `3/4`
    FRACTION,
    /// `0.75`
    DECIMAL,
    /// A double, or rounded: printed to the digits asked for.
    APPROXIMATE
  }
}
