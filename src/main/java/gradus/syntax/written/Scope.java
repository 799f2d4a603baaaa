package gradus.syntax.written;

import gradus.expr.Expr;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What names mean, told by the room that reads a formula.
public interface Scope {
  Optional<Meaning> meaning(Name name);

  /// What a name with labels means, such as `z[1]`; unless a scope knows better, the labels of a
  /// quantity are free.
  default Optional<Meaning> meaning(Quantity typed) {
    return meaning(typed.name())
        .map(meaning ->
            meaning instanceof Meaning.Named(Quantity quantity) && !typed.labels().isEmpty()
                ? new Meaning.Named(quantity.labelled(typed.labels()))
                : meaning);
  }

  /// What is said of a name with labels where others of that name there are: `z[0]` beside `z[k]
  /// for k in 1..L`. Empty where nothing is called that.
  default Optional<Diagnostic> outside(Quantity typed, Source source, Span span) {
    return Optional.empty();
  }

  /// Whether the letter of a sum must not be called that.
  default boolean isTaken(Name letter) {
    return meaning(letter).filter(meaning -> !meaning.isFunction()).isPresent();
  }

  /// Every name that has a meaning, to suggest from.
  Collection<Name> names();

  /// What the first row and column, and the first class label, are typed as: 1, or 0.
  default int indexOrigin() {
    return 1;
  }

  sealed interface Meaning {
    /// Whether it can only be called.
    default boolean isFunction() {
      return switch (this) {
        case Named _, Faulty _, Whole _ -> false;
        case Callable _, Abbreviation _ -> true;
      };
    }

    record Named(Quantity quantity) implements Meaning {}

    /// A quantity without a sound definition, so of no known shape: formulas that refer to it have
    /// failed, and nothing more is said of that.
    record Faulty(Quantity quantity) implements Meaning {}

    /// A letter for a whole number: a size, or the letter of a family.
    record Whole(Index value) implements Meaning {}

    /// A function that keeps its name in formulas. Missing last arguments take the defaults; a
    /// folding one (max, min) takes two or more.
    record Callable(Name function, int parameters, List<Expr> defaults, boolean folding)
        implements Meaning {
      public Callable {
        defaults = List.copyOf(defaults);
      }
    }

    /// A function that stands for its formula, such as a loss by name.
    record Abbreviation(List<Name> parameters, Expr formula) implements Meaning {
      public Abbreviation {
        parameters = List.copyOf(parameters);
      }
    }
  }
}
