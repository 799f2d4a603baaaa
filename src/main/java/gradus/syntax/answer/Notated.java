package gradus.syntax.answer;

import gradus.syntax.Span;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Mathematics as it stands on paper: the marks and their arrangement, not yet their meaning.
///
/// A superscript is a superscript, be it a power, a layer or a transposition; a name before
/// brackets is neither called nor multiplied yet. Spans are offsets in the answer's text; what a
/// macro wrote has the span of its call.
public sealed interface Notated {
  Span span();

  /// What it is made of, from left to right, scripts left out.
  default List<Notated> children() {
    return Children.of(this);
  }

  /// The same made of others, of as many as there are [#children].
  default Notated with(List<Notated> children) {
    return Children.with(this, children.iterator());
  }

  /// The letters of all names in it, with their marks, scripts left out.
  default Set<String> lettersOfNames() {
    return switch (this) {
      case Symbol(String letters, _, List<String> marks, _) ->
          Set.of(letters + String.join("", marks));
      case Letters(String word, _) -> new LinkedHashSet<>(List.of(word.split("")));
      default ->
          children().stream()
              .flatMap(child -> child.lettersOfNames().stream())
              .collect(Collectors.toCollection(LinkedHashSet::new));
    };
  }

  /// As typed, with a decimal point whatever stood there: `0.50` has two decimals.
  record Number(String digits, Span span) implements Notated {
    public BigDecimal value() {
      return new BigDecimal(digits);
    }

    /// The places behind the point, by which its rounding is judged.
    public int decimals() {
      return Math.max(value().scale(), 0);
    }
  }

  /// A letter or a name set as one word, Greek spelled out: `w`, `sigma`, `ReLU`. Marks are those
  /// above it, from the inside: `hat`, `bar`, `tilde`.
  record Symbol(String letters, Face face, List<String> marks, Span span) implements Notated {
    public Symbol {
      marks = List.copyOf(marks);
    }
  }

  /// How a symbol is set. Two faces of a letter may or may not be two names.
  enum Face {
    PLAIN,
    BOLD,
    UPRIGHT,
    CALLIGRAPHIC,
    BLACKBOARD
  }

  /// Plain letters side by side: one name (`relu`, `dL`) or a product of single letters (`wx`). As
  /// a product, scripts and brackets behind it belong to the last letter.
  record Letters(String letters, Span span) implements Notated {}

  /// A sign in the place of an operand: `+` in `w^{+}` and `[z]_+`, `:` in `W_{:,1}`, `·` in
  /// `f(\cdot)`, `*` in `w^*`.
  record Mark(String sign, Span span) implements Notated {}

  /// `\dots` of every direction.
  record Dots(Span span) implements Notated {}

  /// With subscripts and superscripts in the order written; primes are superscripts.
  record Scripted(Notated base, List<Notated> below, List<Superscript> above, Span span)
      implements Notated {
    public Scripted {
      below = List.copyOf(below);
      above = List.copyOf(above);
    }
  }

  sealed interface Superscript {
    /// `x^2`, `a^k`, `W^{-1}`, `w^{new}`; `w^{+}` holds a [Mark].
    record Raised(Notated value) implements Superscript {}

    /// In brackets: `h^{(3)}`, `a^{[1]}`, `x^{\langle t \rangle}`.
    record Label(List<Notated> values) implements Superscript {
      public Label {
        values = List.copyOf(values);
      }
    }

    /// @param letter whether it was written with the letter T, which may also be a name
    record Transposition(boolean letter) implements Superscript {}

    record Primes(int count) implements Superscript {}
  }

  /// Signs may stand before the first term, and a sum may have a single one: `-x`.
  record Sum(List<Term> terms, Span span) implements Notated {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  record Term(Sign sign, Notated value) {}

  enum Sign {
    PLUS,
    MINUS,
    PLUS_MINUS
  }

  record Product(List<Factor> factors, Span span) implements Notated {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /// `operator` stands before the factor; that of the first is SIDE_BY_SIDE.
  record Factor(Operator operator, Notated value) {}

  enum Operator {
    SIDE_BY_SIDE,
    DOT,
    CROSS,
    STAR,
    ENTRYWISE,
    TENSOR,
    /// A slash divides by the next factor only.
    OVER
  }

  /// A fraction bar, or a slash between what may be differentials.
  ///
  /// @param derivative how it reads if `d` is not a name: `\frac{dL}{dw}`
  record Fraction(
      Notated numerator, Notated denominator, Optional<Derivative> derivative, Span span)
      implements Notated {}

  /// `\frac{\partial L}{\partial w}`, `\frac{\partial}{\partial x}(…)`, `\nabla_w L`, `\partial_w
  /// L`.
  ///
  /// @param of empty where the operator stands alone
  /// @param by once for each order; empty in `\nabla L`
  record Derivative(Differential kind, Optional<Notated> of, List<Notated> by, Span span)
      implements Notated {
    public Derivative {
      by = List.copyOf(by);
    }
  }

  enum Differential {
    PARTIAL,
    TOTAL,
    GRADIENT
  }

  record Root(Optional<Notated> index, Notated value, Span span) implements Notated {}

  /// Brackets around one or several things: a group, a list, a vector, an interval, an indicator
  /// `[i = j]`. A list of a whole side stands in no brackets.
  record Group(Fence fence, List<Notated> items, Span span) implements Notated {
    public Group {
      items = List.copyOf(items);
    }
  }

  enum Fence {
    NONE,
    ROUND,
    SQUARE,
    CURLY,
    ANGLE,
    BAR,
    DOUBLE_BAR,
    /// `[0, 1)`
    MIXED
  }

  /// `|x|`
  record Absolute(Notated value, Span span) implements Notated {}

  /// `\|x\|`; index and power are scripts around it.
  record Norm(Notated value, Span span) implements Notated {}

  /// A function applied, or a name before brackets.
  ///
  /// @param certain whether it is a known function word (`\log`) or set as one (`\text{ReLU}`), or
  ///   has several arguments; else `w(x+1)` may be a product, and scripts around it belong to the
  ///   brackets then
  record Application(Notated function, List<Notated> arguments, boolean certain, Span span)
      implements Notated {
    public Application {
      arguments = List.copyOf(arguments);
    }
  }

  /// `\sum_{i=1}^n a_i`: reaches to the end of its term.
  record Big(Kind kind, List<Notated> below, List<Superscript> above, Notated body, Span span)
      implements Notated {
    public Big {
      below = List.copyOf(below);
      above = List.copyOf(above);
    }

    public enum Kind {
      SUM,
      PRODUCT
    }
  }

  record Matrix(Fence fence, List<List<Notated>> rows, Span span) implements Notated {
    public Matrix {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  record Cases(List<Branch> branches, Span span) implements Notated {
    public Cases {
      branches = List.copyOf(branches);
    }
  }

  /// Without conditions: otherwise. Conditions hold together.
  record Branch(Notated value, List<Notated> conditions) {
    public Branch {
      conditions = List.copyOf(conditions);
    }
  }

  /// A relation inside brackets, bounds and conditions: `z > 0`, `i = 1`, `0 < p < 1`, `i \in I`,
  /// `y | x`.
  record Comparison(List<Notated> sides, List<Relation> relations, Span span) implements Notated {
    public Comparison {
      sides = List.copyOf(sides);
      relations = List.copyOf(relations);
    }
  }

  /// `\left. … \right|_{x=0}`
  record Evaluated(Notated value, List<Notated> at, Span span) implements Notated {
    public Evaluated {
      at = List.copyOf(at);
    }
  }

  /// What stands above or below without taking part: `\overset{k}{W}`, with the note below or
  /// above.
  record Annotated(Notated value, Notated note, Span span) implements Notated {}
}
