package gradus.calculus;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.print.PlainText;
import gradus.syntax.read.FormulaParse;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.source.Source;
import gradus.syntax.written.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Formulas for tests, in the notation that users type. Every name that is no function is a
/// quantity.
public final class Typed {
  private static final Functions FUNCTIONS =
      Functions.rulePage().with(Function.abstracted(Name.of("g"), List.of(Name.of("u"))));

  private Typed() {}

  public static Functions functions() {
    return FUNCTIONS;
  }

  public static Expr formula(String typed) {
    Source source = new Source("test", typed);
    List<Object> faults = new ArrayList<>();
    FormulaParse reading = FormulaReader.read(source);
    faults.addAll(reading.diagnostics());
    return reading
        .formula()
        .flatMap(written -> new Resolver(source, new Names(), faults::add).resolve(written))
        .orElseThrow(() -> new AssertionError(typed + " cannot be read: " + faults));
  }

  public static String plain(Expr expr) {
    return PlainText.of(expr);
  }

  public static Quantity quantity(String name) {
    return Quantity.of(name);
  }

  /// One definition a line.
  public static Graph graph(String definitions) {
    List<Definition> all = new ArrayList<>();
    for (String line : definitions.strip().split("\n")) {
      String[] sides = line.split("=", 2);
      all.add(new Definition(quantity(sides[0].strip()), formula(sides[1].strip())));
    }
    return Graph.of(all);
  }

  /// `x = 1/2, y = -3`
  public static Map<Symbol, Value> values(String assignments) {
    Map<Symbol, Value> values = new LinkedHashMap<>();
    for (String assignment : assignments.split(",")) {
      String[] sides = assignment.split("=");
      values.put(
          quantity(sides[0].strip()),
          Evaluation.of(formula(sides[1].strip()), FUNCTIONS, Map.of()));
    }
    return values;
  }

  /// Seeded values of both signs for the symbols of a formula.
  public static Map<Symbol, Value> random(Iterable<Symbol> symbols, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Symbol, Value> values = new LinkedHashMap<>();
    symbols.forEach(symbol -> values.put(symbol, Value.of(random.nextDouble(-2, 2))));
    return values;
  }

  private static final class Names implements Scope {
    @Override
    public Optional<Meaning> meaning(Name name) {
      return Optional.of(
          FUNCTIONS
              .named(name)
              .<Meaning>map(f ->
                  new Meaning.Callable(
                      name,
                      f.parameters().size(),
                      f.defaults(),
                      List.of("max", "min").contains(name.key())))
              .orElseGet(() -> new Meaning.Named(Quantity.of(name))));
    }

    @Override
    public Collection<Name> names() {
      return List.of();
    }
  }
}
