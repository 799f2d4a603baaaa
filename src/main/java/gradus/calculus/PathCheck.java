package gradus.calculus;

import gradus.calculus.FiniteDifference.Estimate;
import gradus.calculus.Paths.Path;
import gradus.calculus.Verification.Tally;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Reading;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Compares what each path of a gradient contributes with the product of the differences along it,
/// each of one definition by one operand, at independently drawn operands.
final class PathCheck {
  private static final int POINTS = 3;
  private static final int ATTEMPTS = 60;

  private final Functions functions;
  private final Worlds worlds;
  private final Paths paths;
  private final Map<Partial, FormulaTape> edges = new LinkedHashMap<>();
  private final Map<Quantity, FormulaTape> recalled = new LinkedHashMap<>();
  private final Set<Symbol> operands = new LinkedHashSet<>();

  PathCheck(Graph graph, Functions functions, Worlds worlds, Paths paths) {
    this.functions = functions;
    this.worlds = worlds;
    this.paths = paths;
    Terms terms = new Terms(graph);
    for (Path path : paths.paths()) {
      for (Partial edge : edges(path.quantities())) {
        Expr mentioning = terms.mentioning(edge.of(), edge.by());
        operands.addAll(Formulas.symbols(mentioning));
        edges.put(edge, FormulaTape.of(mentioning, functions));
      }
      operands.addAll(Formulas.symbols(path.product()));
      operands.addAll(Formulas.symbols(path.local()));
    }
    paths.factored().map(Formulas::symbols).ifPresent(operands::addAll);
    operands.removeIf(Partial.class::isInstance);
    graph.definitions().forEach(this::recall);
  }

  private static List<Partial> edges(List<Quantity> way) {
    return IntStream.range(1, way.size())
        .mapToObj(i -> Partial.direct(way.get(i), way.get(i - 1)))
        .toList();
  }

  /// A formula may go by the name of what it defines, which then has its value.
  private void recall(Definition definition) {
    if (definition.symbol() instanceof Quantity name
        && definition.formula() instanceof Call
        && operands.contains(name)
        && edges.keySet().stream().anyMatch(edge -> edge.of().equals(name))) {
      recalled.put(name, FormulaTape.of(definition.formula(), functions));
    }
  }

  void check(Tally tally) {
    List<Line> lines = lines();
    int accepted = 0;
    Optional<Partial> rough = Optional.empty();
    for (int attempt = 0; attempt < ATTEMPTS && accepted < POINTS; attempt++) {
      Map<Symbol, Value> world = worlds.draw(operands, attempt);
      recalled.forEach((name, value) -> world.put(name, Value.of(value.at(world))));
      Map<Partial, Estimate> slopes = slopes(world);
      if (slopes.size() == edges.size()) {
        accepted += compare(lines, slopes, world, tally) ? 1 : 0;
      } else {
        rough = edges.keySet().stream().filter(edge -> !slopes.containsKey(edge)).findFirst();
      }
    }
    if (accepted == 0) {
      rough.ifPresentOrElse(tally::nowhere, () -> tally.missing(name()));
    }
  }

  /// A formula that is the sum of the products along some ways.
  private record Line(String name, LineTape tape, List<List<Partial>> ways) {}

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    List<List<Partial>> all = new ArrayList<>();
    for (Path path : paths.paths()) {
      List<Partial> way = edges(path.quantities());
      all.add(way);
      for (Expr formula : List.of(path.product(), path.local())) {
        lines.add(line("path " + all.size(), formula, List.of(way)));
      }
    }
    paths.factored().ifPresent(formula -> lines.add(line("all paths", formula, all)));
    return lines;
  }

  private Line line(String what, Expr formula, List<List<Partial>> ways) {
    return new Line(name() + ", " + what, new LineTape(formula, functions), ways);
  }

  private String name() {
    return Verification.name(paths.partial());
  }

  private Map<Partial, Estimate> slopes(Map<Symbol, Value> world) {
    Map<Partial, Estimate> slopes = new LinkedHashMap<>();
    edges.forEach((edge, formula) ->
        formula.slope(edge.by(), world).ifPresent(slope -> slopes.put(edge, slope)));
    return slopes;
  }

  private boolean compare(
      List<Line> lines, Map<Partial, Estimate> slopes, Map<Symbol, Value> world, Tally tally) {
    slopes.forEach((edge, slope) -> world.put(edge, Value.of(slope.value())));
    shared().ifPresent(total -> world.put(total, Value.of(product(behind(total), slopes))));
    double[] values = lines.stream().mapToDouble(line -> line.tape.at(world)).toArray();
    if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      Line line = lines.get(i);
      double expected = line.ways.stream().mapToDouble(way -> product(way, slopes)).sum();
      double scale = line.ways.stream().mapToDouble(way -> Math.abs(product(way, slopes))).sum();
      double noise = line.ways.stream().mapToDouble(way -> noise(way, slopes)).sum();
      tally.compare(line.name, expected, values[i], scale, noise);
    }
    return true;
  }

  /// The derivative by what all paths share behind it, where they are put together.
  private Optional<Partial> shared() {
    return paths.factored().stream()
        .flatMap(formula -> Formulas.symbols(formula).stream())
        .filter(
            symbol -> symbol instanceof Partial(_, _, Reading reading) && reading == Reading.TOTAL)
        .map(Partial.class::cast)
        .findFirst();
  }

  private List<Partial> behind(Partial shared) {
    List<Quantity> way = paths.paths().getFirst().quantities();
    return edges(way.subList(way.indexOf(shared.by()), way.size()));
  }

  private static double product(List<Partial> way, Map<Partial, Estimate> slopes) {
    return way.stream().mapToDouble(edge -> slope(edge, slopes).value()).reduce(1, (a, b) -> a * b);
  }

  /// How far off a product of differences may be.
  private static double noise(List<Partial> way, Map<Partial, Estimate> slopes) {
    double noise = 0;
    for (Partial edge : way) {
      List<Partial> others = way.stream().filter(other -> !other.equals(edge)).toList();
      noise += slope(edge, slopes).noise() * Math.abs(product(others, slopes));
    }
    return noise;
  }

  private static Estimate slope(Partial edge, Map<Partial, Estimate> slopes) {
    return Objects.requireNonNull(slopes.get(edge));
  }
}
