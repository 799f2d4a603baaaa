package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.calculus.Functions;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Statement.Combination;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network file, resolved: every name has its meaning, every formula is a graph node.
///
/// @param functions the rule page under the file's conventions, and the file's own functions
/// @param ownFunctions names of the functions that the file declares, in order
/// @param conventions the kinks the file decides: function, and the derivative used there
///     (empty: undefined)
/// @param given values that hold at every point: of parameters, intermediates or adjoints
/// @param requests the partials to derive, in order: the file's, or the loss by every trainable
///     parameter
public record Problem(
    String title,
    List<Declaration> declarations,
    Functions functions,
    List<Name> ownFunctions,
    Graph graph,
    Optional<Quantity> loss,
    Optional<Combination> lossOverPoints,
    List<Alias> aliases,
    List<Convention> conventions,
    List<Assignment> given,
    List<Point> points,
    List<Descent> descents,
    Rounding rounding,
    List<Request> requests,
    List<Task> tasks) {

  public Problem {
    declarations = List.copyOf(declarations);
    ownFunctions = List.copyOf(ownFunctions);
    aliases = List.copyOf(aliases);
    conventions = List.copyOf(conventions);
    given = List.copyOf(given);
    points = List.copyOf(points);
    descents = List.copyOf(descents);
    requests = List.copyOf(requests);
    tasks = List.copyOf(tasks);
  }

  /// A declared name; definitions (intermediates and the loss) are in the graph.
  public record Declaration(
      Quantity quantity, gradus.syntax.Statement.Role role, boolean frozen, List<Fact> facts) {
    public Declaration {
      facts = List.copyOf(facts);
    }

    public boolean isParameter() {
      return switch (role) {
        case WEIGHT, BIAS -> true;
        case INPUT, TARGET, CONSTANT, QUANTITY -> false;
      };
    }

    public boolean isTrainable() {
      return isParameter() && !frozen;
    }
  }

  /// What is known of a name's values.
  public sealed interface Fact {
    record OneOf(List<Rational> values) implements Fact {
      public OneOf {
        values = List.copyOf(values);
      }
    }

    /// An integer between two bounds.
    record Within(long from, long to) implements Fact {}

    record Bound(gradus.expr.Condition.Relation relation, Rational value) implements Fact {}
  }

  public record Convention(Name function, Optional<Expr> value) {}

  /// A value as typed, so that it is printed as typed.
  public record Assignment(Symbol symbol, Expr.Number value) {}

  /// Data: the point's own assignments; those of `given` hold as well. Without a name it is the
  /// only one, or numbered by its place.
  public record Point(
      Optional<Name> name, List<Assignment> assignments, Map<Name, Name> functions) {
    public Point {
      assignments = List.copyOf(assignments);
      functions = Map.copyOf(functions);
    }
  }

  /// `descend rate eta = 0.9 on w_0 at first, then second times 2`: points are indices into
  /// `points`; the sequence of points is run `times` times. Without a value the rule is printed,
  /// not the step.
  public record Descent(
      Optional<Name> rateName,
      Optional<Expr.Number> rate,
      List<Quantity> moved,
      List<Integer> points,
      int times,
      boolean showLast) {
    public Descent {
      moved = List.copyOf(moved);
      points = List.copyOf(points);
    }
  }

  /// Decimal places to which values are rounded before they are used, as by hand.
  public record Rounding(Optional<Integer> everywhere, Map<Symbol, Integer> places) {
    public static final Rounding NONE = new Rounding(Optional.empty(), Map.of());

    public Rounding {
      places = Map.copyOf(places);
    }

    public Optional<Integer> placesOf(Symbol symbol) {
      return Optional.ofNullable(places.get(symbol)).or(() -> everywhere);
    }
  }

  public record Request(Partial partial, boolean byPaths) {}

  public record Task(
      String label, Optional<Rational> points, String text, List<Request> requests) {
    public Task {
      requests = List.copyOf(requests);
    }
  }
}
