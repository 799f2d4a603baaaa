package gradus.calculus;

import gradus.calculus.Operand.Slot;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Exact values of a graph, where so many values are given: compiled once, for many valuations.
public final class Evaluation {
  /// What a kink between the branches of cases is said to be of.

  private final Tape tape;

  private final List<Watch> watches = new ArrayList<>();
  private final List<Place> given = new ArrayList<>();
  private final List<Place> defined = new ArrayList<>();

  private record Place(Symbol symbol, Slot slot) {}

  private Evaluation(Graph graph, Functions functions, Set<Symbol> given) {
    TapeWriter writer = new TapeWriter();
    Compilation compilation = new Compilation(functions, writer);
    Watches kinks = new Watches(functions, compilation);
    given.forEach(symbol -> this.given.add(new Place(symbol, compilation.input(symbol))));
    for (Definition definition : graph.definitions()) {
      Symbol symbol = definition.symbol();
      if (!given.contains(symbol)) {
        if (symbol instanceof Quantity) {
          watches.addAll(kinks.of(definition.formula()));
        }
        Operand value = compilation.operand(definition.formula());
        defined.add(new Place(symbol, compilation.settled(symbol, value)));
      }
    }
    tape = writer.tape(Map.of());
  }

  /// An argument that lies on a kink.
  public sealed interface OnKink {
    Expr argument();

    Value at();

    /// What has the kink, as results name it.
    Name function();

    /// The derivative that a convention takes there; empty where it is undefined.
    Optional<Value> used();

    /// Of the function that is called at the argument.
    record OfFunction(Expr argument, Name function, Value at, Optional<Value> used)
        implements OnKink {}

    /// Where two branches of typed cases meet; there is no convention.
    record OfCases(Expr argument, Value at) implements OnKink {
      @Override
      public Name function() {
        return Name.of("cases");
      }

      @Override
      public Optional<Value> used() {
        return Optional.empty();
      }
    }
  }

  /// Values of everything given and everything defined, in graph order; what lacks an operand is
  /// Undefined(MISSING). Kinks are those met while evaluating definitions of quantities.
  public record Result(Map<Symbol, Value> values, List<OnKink> kinks) {}

  /// For valuations of exactly the symbols in `given`; a given value replaces the definition's.
  public static Evaluation of(Graph graph, Functions functions, Set<Symbol> given) {
    return new Evaluation(graph, functions, given);
  }

  /// Evaluates every definition of the graph; a given value replaces the definition's.
  ///
  /// @param rounded what becomes of each value before it is used
  public static Result of(
      Graph graph,
      Functions functions,
      Map<Symbol, Value> given,
      BiFunction<Symbol, Value, Value> rounded) {
    return of(graph, functions, given.keySet()).at(given, rounded);
  }

  /// The value of one formula.
  public static Value of(Expr formula, Functions functions, Map<Symbol, Value> values) {
    return Compilation.value(formula, functions, values);
  }

  /// @param rounded what becomes of each value before it is used
  public Result at(Map<Symbol, Value> valuation, BiFunction<Symbol, Value, Value> rounded) {
    Value[] memory = tape.values();
    given.forEach(place -> memory[place.slot.index()] = Value.in(valuation, place.symbol));
    tape.run(memory, rounded);
    Map<Symbol, Value> values = new LinkedHashMap<>(valuation);
    defined.forEach(place -> values.put(place.symbol, memory[place.slot.index()]));
    Set<OnKink> kinks = new LinkedHashSet<>();
    new KinksMet(memory).tell(watches, kinks::add);
    return new Result(values, List.copyOf(kinks));
  }
}
