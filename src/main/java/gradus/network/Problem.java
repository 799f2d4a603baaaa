package gradus.network;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Differentiator;
import gradus.calculus.Evaluation;
import gradus.calculus.Function;
import gradus.calculus.Functions;
import gradus.calculus.Paths;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Rational;
import gradus.expr.Register;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.Statement.Combination;
import gradus.syntax.Statement.Role;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A network file, resolved: every name has its meaning, every formula is a graph node.
///
/// @param functions the rule page under the file's conventions, and the file's own functions
/// @param ownFunctions names of the functions that the file declares, in order
/// @param conventions the kinks the file decides: function, and the derivative used there (empty:
///   undefined)
/// @param indexOrigin what the file counts from: rows, columns and class labels; formulas count
///   from 1, and so do class labels in them
/// @param given values that hold at every point: of parameters, intermediates or adjoints
/// @param requests the partials to derive, in order: the file's, or the loss by every trainable
///   parameter
/// @param origin where in its source the problem stands
public record Problem(
    String title,
    Sizes sizes,
    Register<Quantity, Declaration> declarations,
    Functions functions,
    List<Name> ownFunctions,
    Graph graph,
    Optional<Quantity> loss,
    Optional<Combination> lossOverPoints,
    List<Alias> aliases,
    List<Convention> conventions,
    Layout layout,
    int indexOrigin,
    List<Assignment> given,
    List<Point> points,
    List<Descent> descents,
    Rounding rounding,
    List<Request> requests,
    List<Task> tasks,
    Origin origin) {

  public Problem {
    ownFunctions = List.copyOf(ownFunctions);
    aliases = List.copyOf(aliases);
    conventions = List.copyOf(conventions);
    given = List.copyOf(given);
    points = List.copyOf(points);
    descents = List.copyOf(descents);
    requests = List.copyOf(requests);
    tasks = List.copyOf(tasks);
  }

  /// Empty for what is defined (intermediates and the loss) and for what the file does not know.
  public Optional<Declaration> declaration(Quantity quantity) {
    return declarations.find(quantity);
  }

  /// Whether it is one of numbers only, without shapes, entries and letters.
  public boolean isScalar() {
    return sizes.open().isEmpty()
        && declarations.stream()
            .allMatch(d -> d.quantity().shape().isScalar() && d.family().isEmpty())
        && graph.definitions().stream()
            .allMatch(d ->
                d.symbol().shape().isScalar()
                    && d.family().isEmpty()
                    && Typing.isOfNumbers(d.formula()));
  }

  /// The whole numbers that are known to lie in a range, class labels for one.
  public Map<Symbol, Range> labels() {
    Map<Symbol, Range> labels = new LinkedHashMap<>();
    for (Declaration declaration : declarations) {
      for (Fact fact : declaration.facts()) {
        if (fact instanceof Fact.Within(Index from, Index to)
            && from.constant().isPresent()
            && to.constant().isPresent()) {
          labels.put(declaration.quantity(), new Range(from, to));
        }
      }
    }
    return labels;
  }

  public List<Quantity> trainable() {
    return declarations.stream()
        .filter(Declaration::isTrainable)
        .map(Declaration::quantity)
        .toList();
  }

  public List<Quantity> inputs() {
    return declarations.stream()
        .filter(declaration -> declaration.role() == Role.INPUT)
        .map(Declaration::quantity)
        .toList();
  }

  public boolean isParameter(Quantity quantity) {
    return declaration(quantity).filter(Declaration::isParameter).isPresent();
  }

  /// What descends: the loss, or the one quantity whose derivatives are given.
  public Optional<Quantity> objective() {
    Stream<Assignment> own = points.stream().flatMap(point -> point.assignments().stream());
    return loss.or(
        () -> Objective.ofGiven(Stream.concat(given.stream(), own).map(Assignment::symbol)));
  }

  /// Every partial that the sheet needs: the requests, and what the descents use.
  public List<Partial> partials() {
    Set<Partial> partials = new LinkedHashSet<>();
    requests.forEach(request -> partials.add(request.partial()));
    descents.forEach(descent -> partials.addAll(gradients(descent)));
    return List.copyOf(partials);
  }

  /// The quantities whose derivatives are asked for.
  public Set<Quantity> targets() {
    Set<Quantity> targets = new LinkedHashSet<>();
    partials().forEach(partial -> targets.add(partial.of()));
    return targets;
  }

  /// The partials that a step of `descent` uses, one for each name it moves.
  public List<Partial> gradients(Descent descent) {
    Quantity objective = objective().orElseThrow();
    return descent.moved().stream().map(moved -> Partial.total(objective, moved)).toList();
  }

  /// All of [#partials] derived, and split into paths where that is asked for.
  public Derivation derivation() {
    return Differentiator.derive(graph, functions, partials(), aliases, givenEverywhere())
        .with(paths());
  }

  private List<Paths> paths() {
    return requests.stream()
        .filter(Request::byPaths)
        .flatMap(request -> Paths.of(graph, functions, request.partial(), targets()).stream())
        .toList();
  }

  /// Symbols that have a given value at every point.
  public Set<Symbol> givenEverywhere() {
    Set<Symbol> everywhere = new HashSet<>();
    points.forEach(point -> everywhere.addAll(valuesAt(point).keySet()));
    points.forEach(point -> everywhere.retainAll(valuesAt(point).keySet()));
    given.forEach(assignment -> everywhere.add(assignment.symbol()));
    return everywhere;
  }

  /// All values given at a point; where an adjoint that has a name is given, so is the name.
  public Map<Symbol, Value> valuesAt(Point point) {
    Map<Symbol, Value> values = new LinkedHashMap<>();
    given.forEach(assignment -> values.put(assignment.symbol(), assignment.known()));
    point.assignments().forEach(assignment -> values.put(assignment.symbol(), assignment.known()));
    for (Alias alias : aliases) {
      if (values.containsKey(alias.partial())) {
        values.put(alias.name(), Evaluation.of(alias.meaning(), functions, values));
      }
    }
    return values;
  }

  /// The functions, the abstract ones as the point fixes them.
  public Functions functionsAt(Point point) {
    Functions fixed = functions;
    for (Map.Entry<Name, Name> entry : point.functions().entrySet()) {
      Function declared =
          functions
              .named(entry.getKey())
              .or(() -> functions.named(LabelledCalls.family(entry.getKey())))
              .orElseThrow();
      Function value =
          functions
              .named(entry.getValue())
              .or(() -> functions.loss(entry.getValue()))
              .orElseThrow();
      fixed = fixed.with(Renaming.of(value, entry.getKey(), declared.parameters().size()));
    }
    return fixed;
  }

  /// A declared name; definitions (intermediates and the loss) are in the graph.
  public record Declaration(
      Quantity quantity, Role role, boolean frozen, List<Fact> facts, Optional<Family> family) {
    public Declaration(Quantity quantity, Role role, boolean frozen, List<Fact> facts) {
      this(quantity, role, frozen, facts, Optional.empty());
    }

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

    /// An integer between two bounds: a class label, where the upper one is a number of classes.
    record Within(Index from, Index to) implements Fact {}

    /// One entry of the vector, or of each row, is 1 and the others are 0.
    record OneHot() implements Fact {}

    record Bound(Relation relation, Rational value) implements Fact {}

    /// As typed behind a name: `in {0, 1}`, `>= 1`.
    default String typed() {
      return Spelling.of(this);
    }

    /// Of a single number, as far as it can be judged without a letter's value.
    default boolean holds(Rational number) {
      return switch (this) {
        case OneOf(List<Rational> values) -> values.contains(number);
        case Within(Index from, Index to) ->
            number.isInteger()
                && number.compareTo(Rational.of(from.constant().orElse(Integer.MIN_VALUE))) >= 0
                && number.compareTo(Rational.of(to.constant().orElse(Integer.MAX_VALUE))) <= 0;
        case OneHot() -> number.isZero() || number.equals(Rational.ONE);
        case Bound(Relation relation, Rational value) -> relation.holds(number.compareTo(value));
      };
    }
  }

  /// A letter for a size; of a family `n[k] for k in 0..L` it has the family's letter as label.
  public record Size(Letter letter, Optional<Integer> value, Optional<Family> family) {}

  /// The letters of the file, and what the data make of those without a value.
  public record Sizes(List<Size> letters, Map<Letter, Integer> bound) {
    public Sizes {
      letters = List.copyOf(letters);
      bound = Map.copyOf(bound);
    }

    /// Those without a number in the file.
    public List<Size> open() {
      return letters.stream().filter(size -> size.value().isEmpty()).toList();
    }
  }

  /// How the entries of a derivative stand.
  public enum Layout {
    /// In the shape of the parameter.
    PARAMETER,
    /// Rows by what is derived, columns by the parameter.
    NUMERATOR
  }

  public record Convention(Name function, Optional<Expr> value) {}

  /// A value as typed, so that it is printed as typed.
  public record Assignment(Symbol symbol, Expr.Number value) {
    public Value known() {
      return value.notation() == Expr.Notation.APPROXIMATE
          ? Value.of(value.value().doubleValue())
          : Value.of(value.value());
    }
  }

  /// Data: the point's own assignments; those of `given` hold as well. Without a name it is the
  /// only one, or numbered by its place.
  public record Point(
      Optional<Name> name, List<Assignment> assignments, Map<Name, Name> functions) {
    public Point {
      assignments = List.copyOf(assignments);
      functions = Map.copyOf(functions);
    }
  }

  /// `descend rate eta = 0.9 on w_0, w_1 at first, then second times 2`: points are indices into
  /// `points`, one step each; their sequence is run `times` times. Without points each step uses
  /// all points of the problem at once, their losses combined. Without a rate's value the rule is
  /// printed, not the step.
  public record Descent(
      Optional<Name> rateName,
      Optional<Expr.Number> rate,
      List<Quantity> moved,
      List<Integer> points,
      int times,
      boolean showLast) {
    /// What the rate is called where the file does not name it.
    public static final Name USUAL_RATE = Name.of("eta");

    public Descent {
      moved = List.copyOf(moved);
      points = List.copyOf(points);
    }

    public Quantity symbolOfRate() {
      return Quantity.of(rateName.orElse(USUAL_RATE));
    }
  }

  /// Decimal places to which computed values are rounded before they are used, as by hand. Given
  /// values are used as they are given.
  public record Rounding(Optional<Integer> everywhere, Map<Symbol, Integer> places) {
    public static final Rounding NONE = new Rounding(Optional.empty(), Map.of());

    public Rounding {
      places = Map.copyOf(places);
    }

    public Optional<Integer> placesOf(Symbol symbol) {
      return Optional.ofNullable(places.get(symbol)).or(() -> everywhere);
    }

    public Value rounded(Symbol symbol, Value value) {
      Optional<Integer> places = placesOf(symbol);
      if (places.isEmpty()) {
        return value;
      }
      return switch (value) {
        case Value.Exact(Rational number) -> Value.of(number.roundedTo(places.get()));
        case Value.Approximate(double number) ->
            Value.of(Rational.of(number).roundedTo(places.get()));
        case Value.Undefined _ -> value;
      };
    }
  }

  /// @param entryByEntry whether each entry has its own derivation, also where the rest is written
  ///   with matrices
  public record Request(Partial partial, boolean byPaths, boolean entryByEntry) {
    public Request(Partial partial, boolean byPaths) {
      this(partial, byPaths, false);
    }
  }

  public record Task(String label, Optional<Rational> points, String text, List<Request> requests) {
    public Task {
      requests = List.copyOf(requests);
    }
  }
}
