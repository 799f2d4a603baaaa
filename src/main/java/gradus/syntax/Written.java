package gradus.syntax;

import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// Mathematics as it was written: nothing looked up, nothing rearranged, every part with its place.
public sealed interface Written {
  /// How deep brackets, powers and signs may nest.
  int DEEPEST = 256;

  Span span();

  record Number(Rational value, boolean decimal, Span span) implements Written {
    static Number whole(String digits, Span span) {
      return new Number(new Rational(new BigInteger(digits), BigInteger.ONE), false, span);
    }
  }

  /// `w_1`, `W[k-1]`, `W[2]_{1,:}`.
  record Name(String text, List<Written> labels, List<Written> entries, Span span)
      implements Written {
    public Name {
      labels = List.copyOf(labels);
      entries = List.copyOf(entries);
    }

    static Name plain(String text, Span span) {
      return new Name(text, List.of(), List.of(), span);
    }

    /// Whether it may stand for a change, as `dL` and `∂L` do.
    boolean isDifferential() {
      boolean d = text.startsWith("d") || text.startsWith("∂");
      return d && text.length() > 1 && Character.isLetter(text.codePointAt(1));
    }
  }

  record Sum(List<Term> terms, Span span) implements Written {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  record Term(boolean negative, Written value) {}

  record Product(List<Factor> factors, Span span) implements Written {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /// `operator` stands before the factor; that of the first is TIMES.
  record Factor(Operator operator, Written value) {}

  enum Operator {
    TIMES,
    DIVIDED_BY,
    ENTRYWISE_TIMES,
    ENTRYWISE_DIVIDED_BY
  }

  record Negated(Written value, Span span) implements Written {}

  record Power(Written base, Written exponent, boolean entrywise, Span span) implements Written {}

  record Transposed(Written value, Span span) implements Written {}

  /// `|value|`
  record Absolute(Written value, Span span) implements Written {}

  /// `f(…)`, `g'(…)`, `φ[k](…)`.
  record Call(Name function, int primes, List<Written> arguments, Span span) implements Written {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `[1, 2; 3, 4]`
  record Matrix(List<List<Written>> rows, Span span) implements Written {
    public Matrix {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// `{z if z > 0; 0 otherwise}`
  record Cases(List<Branch> branches, Span span) implements Written {
    public Cases {
      branches = List.copyOf(branches);
    }
  }

  /// Without comparisons: otherwise.
  record Branch(Written value, List<Comparison> comparisons) {
    public Branch {
      comparisons = List.copyOf(comparisons);
    }
  }

  record Comparison(Written left, Relation relation, Written right) {}

  /// `i in 1..n`, as in `sum(i in 1..n, …)`.
  record Ranging(String letter, Written from, Written to, Span span) implements Written {}

  /// `:` in the place of an entry: the whole row or column.
  record All(Span span) implements Written {}

  /// `softmax(z)_i`, `(A*B)_{1,:}`: entries of what is no name.
  record Entry(Written value, List<Written> entries, Span span) implements Written {
    public Entry {
      entries = List.copyOf(entries);
    }
  }

  /// `1..3` in the place of an entry.
  record Between(Written from, Written to, Span span) implements Written {}

  /// `stride s` among the arguments of a call.
  record Option(String name, Written value, Span span) implements Written {}

  /// `for k in 1..L` behind a statement.
  record Family(String letter, Written from, Written to, Span span) {}

  /// `a = b = 1/2`: several names, one value.
  record Assignment(List<Written> names, Written value, Span span) {
    public Assignment {
      names = List.copyOf(names);
    }
  }

  /// What a declaration states of a name beyond its shape.
  sealed interface Fact {
    record OneHot(Span span) implements Fact {}

    record OneOf(List<Written> values, Span span) implements Fact {
      public OneOf {
        values = List.copyOf(values);
      }
    }

    record Within(Written from, Written to, Span span) implements Fact {}

    record Bound(Relation relation, Written value, Span span) implements Fact {}
  }

  /// A declared name, with a value where one was given (`size d = 3`).
  record Declared(Name name, Optional<Written> value) {}
}
