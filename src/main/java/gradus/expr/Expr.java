package gradus.expr;

import java.util.List;

/// A formula. Nodes are data; [Formulas] builds the common ones and walks them, [Shapes] tells what
/// shape each has.
///
/// Sums, products, powers and calls work entry by entry, as `.*` does; for scalars that is the
/// usual arithmetic. A scalar goes with every entry, a literal axis of length 1 with every entry
/// along it. What mixes entries is an [Operation].
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

  /// `f_1 · f_2 · …` entry by entry, flat; a quotient has a factor with exponent -1. The product of
  /// matrices is [Operation.Plain#MATRIX_PRODUCT].
  record Product(List<Expr> factors) implements Expr {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  record Power(Expr base, Expr exponent) implements Expr {}

  /// A function at its arguments, entry by entry, differentiated `orders.get(i)` times in argument
  /// i. A function of a family has labels: `φ[k](a)`.
  record Call(Name function, List<Index> labels, List<Integer> orders, List<Expr> arguments)
      implements Expr {
    public Call(Name function, List<Integer> orders, List<Expr> arguments) {
      this(function, List.of(), orders, arguments);
    }

    public Call {
      labels = List.copyOf(labels);
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

  /// A whole number in letters, as a factor: the `n` in `1/n`.
  record Whole(Index value) implements Expr {}

  /// What mixes the entries of its operands.
  record Apply(Operation operation, List<Expr> operands) implements Expr {
    public Apply {
      operands = List.copyOf(operands);
    }
  }

  /// One entry of a vector (one index) or a matrix (two).
  record Entry(Expr operand, List<Index> indices) implements Expr {
    public Entry {
      indices = List.copyOf(indices);
    }
  }

  /// A matrix or a vector by its entries, which are scalars: `[1, 2; 3, 4]`.
  record Matrix(List<List<Expr>> rows) implements Expr {
    public Matrix {
      rows = rows.stream().map(List::copyOf).toList();
      int width = rows.getFirst().size();
      if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("rows of one length, at least one entry");
      }
    }
  }

  /// `Σ body` over `letter` from `from` to `to`, both included; the letter is known in the body
  /// only.
  record IndexSum(Name letter, Index from, Index to, Expr body) implements Expr {}

  /// A vector or a matrix given by its entry formula, in which the letters stand for the indices:
  /// `a_j = Σ_i W_ij z_i` for all j.
  record ByEntries(List<Name> letters, Shape shape, Expr body) implements Expr {
    public ByEntries {
      letters = List.copyOf(letters);
      if (letters.size() != shape.axes().size()) {
        throw new IllegalArgumentException("one letter for each axis");
      }
    }
  }

  /// `[left = right]`: 1 if the two are equal, else 0.
  record Kronecker(Index left, Index right) implements Expr {}

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
