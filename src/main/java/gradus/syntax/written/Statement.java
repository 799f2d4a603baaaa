package gradus.syntax.written;

import gradus.expr.Rational;
import gradus.syntax.source.Span;
import gradus.syntax.written.Written.Assignment;
import gradus.syntax.written.Written.Declared;
import gradus.syntax.written.Written.Fact;
import gradus.syntax.written.Written.Family;
import gradus.syntax.written.Written.Name;
import java.util.List;
import java.util.Optional;

/// A statement of a network file, as written.
public sealed interface Statement {
  Span span();

  /// The range behind `for`; only statements that name quantities can have one.
  default Optional<Family> family() {
    return Optional.empty();
  }

  /// The names that it gives a meaning to, as typed.
  default List<Written.Name> introduced() {
    return switch (this) {
      case Size size -> size.names().stream().map(Declared::name).toList();
      case Declare declare -> declare.names();
      case Define define -> List.of(define.name());
      case Function function -> List.of(function.name());
      case NameAdjoint alias -> List.of(alias.name());
      case Network _, LossOverPoints _, Convention _, Layout _, IndexFrom _, Given _ -> List.of();
      case At _, Descend _, Round _, Derive _, Task _ -> List.of();
    };
  }

  record Network(String title, Span span) implements Statement {}

  record Size(List<Declared> names, Optional<Family> family, Span span) implements Statement {
    public Size {
      names = List.copyOf(names);
    }
  }

  /// `weight W[k] : n[k-1] x n[k] for k in 1..L`; no shape: a scalar.
  record Declare(
      Role role,
      List<Name> names,
      List<Written> shape,
      List<Fact> facts,
      boolean frozen,
      Optional<Family> family,
      Span span)
      implements Statement {
    public Declare {
      names = List.copyOf(names);
      shape = List.copyOf(shape);
      facts = List.copyOf(facts);
    }
  }

  enum Role {
    INPUT,
    TARGET,
    WEIGHT,
    BIAS,
    CONSTANT,
    QUANTITY
  }

  /// Without a formula the function is abstract; a formula that is a bare function name renames it.
  record Function(
      Name name,
      List<Name> parameters,
      Optional<Written> formula,
      Optional<Family> family,
      Span span)
      implements Statement {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  record Define(Name name, Written formula, boolean loss, Optional<Family> family, Span span)
      implements Statement {}

  record LossOverPoints(Combination combination, Span span) implements Statement {}

  enum Combination {
    SUM,
    MEAN
  }

  /// `name delta = dE/da`, the adjoint as written, perhaps with a sign.
  record NameAdjoint(Name name, Written adjoint, Optional<Family> family, Span span)
      implements Statement {}

  /// `convention relu'(0) = 1`; without `at` it is the tie of `max' at a tie`; no value: undefined.
  record Convention(Name function, Optional<Written> at, Optional<Written> value, Span span)
      implements Statement {}

  record Layout(boolean numerator, Span span) implements Statement {}

  record IndexFrom(int origin, Span span) implements Statement {}

  record Given(List<Assignment> assignments, Span span) implements Statement {
    public Given {
      assignments = List.copyOf(assignments);
    }
  }

  record At(Optional<Name> name, List<Assignment> assignments, Span span) implements Statement {
    public At {
      assignments = List.copyOf(assignments);
    }
  }

  /// `descend rate eta = 0.9 times 3 show last on w_0 at first, then second`
  record Descend(
      Optional<Name> rateName,
      Optional<Written> rate,
      int times,
      boolean showLast,
      List<Name> on,
      List<Name> points,
      Span span)
      implements Statement {
    public Descend {
      on = List.copyOf(on);
      points = List.copyOf(points);
    }
  }

  /// To decimal places; without a name, every value.
  record Round(Optional<Name> name, int places, Span span) implements Statement {}

  record Derive(List<Request> requests, Span span) implements Statement {
    public Derive {
      requests = List.copyOf(requests);
    }
  }

  record Request(Written partial, boolean byPaths, boolean entryByEntry, Span span) {}

  record Task(
      String label, Optional<Rational> points, String text, List<Request> requests, Span span)
      implements Statement {
    public Task {
      requests = List.copyOf(requests);
    }
  }
}
