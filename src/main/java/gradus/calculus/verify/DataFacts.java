package gradus.calculus.verify;

import gradus.calculus.entry.ClassLabel;
import gradus.calculus.entry.UnitSum;
import gradus.calculus.family.ScalarDerivation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What data must be like for a network to make sense: class labels are whole numbers from 1, the
/// entries of a one-hot target add up to 1. Random worlds obey.
///
/// @param classes what a label chooses from
/// @param unitSums entries that add up to 1
record DataFacts(Map<Symbol, Classes> classes, List<List<Symbol>> unitSums) {
  /// The labels from one number to another.
  record Classes(int from, int to) {
    private long near(Value drawn) {
      return from + Math.floorMod((long) (drawn.doubleValue() * 1000), to - from + 1);
    }
  }

  static final DataFacts NONE = new DataFacts(Map.of(), List.of());

  static DataFacts ofLabels(Map<Symbol, Operation.Range> labels) {
    Map<Symbol, Classes> classes = new LinkedHashMap<>();
    labels.forEach((label, range) ->
        classes.put(
            label,
            new Classes(
                range.from().constant().orElseThrow(), range.to().constant().orElseThrow())));
    return new DataFacts(classes, List.of());
  }

  /// @param graph the network in whole vectors and matrices, its sizes numbers
  static DataFacts of(Graph graph, List<UnitSum> facts, ScalarDerivation written) {
    Map<Symbol, Classes> classes = new LinkedHashMap<>();
    graph
        .definitions()
        .forEach(definition ->
            Formulas.visit(
                definition.formula(),
                node -> {
                  if (node instanceof Apply apply) {
                    addLabel(apply, written, classes);
                  }
                }));
    List<List<Symbol>> unitSums = new ArrayList<>();
    for (UnitSum fact : facts) {
      written.members(fact).forEach(member -> unitSums.addAll(lines(member, written)));
    }
    return new DataFacts(ofMembers(classes, written.graph()), unitSums);
  }

  /// A label of a family, `y[t]`, is one for each member.
  private static Map<Symbol, Classes> ofMembers(Map<Symbol, Classes> classes, Graph members) {
    Map<Symbol, Classes> all = new LinkedHashMap<>(classes);
    for (Definition definition : members.definitions()) {
      for (Symbol used : members.operands(definition.symbol())) {
        classes.forEach((label, range) -> {
          if (isMember(used, label)) {
            all.putIfAbsent(used, range);
          }
        });
      }
    }
    return all;
  }

  private static boolean isMember(Symbol symbol, Symbol label) {
    return symbol instanceof Quantity member
        && label instanceof Quantity family
        && member.name().equals(family.name())
        && family.labels().stream().anyMatch(index -> index.constant().isEmpty());
  }

  private static void addLabel(Apply node, ScalarDerivation written, Map<Symbol, Classes> classes) {
    Shape shape = Shapes.of(node.operands().isEmpty() ? node : node.operands().getFirst());
    if (node.operation() == Plain.CHOSEN) {
      addLabel(node.operands().getLast(), written.lengths(shape).getFirst(), classes);
    }
    if (node.operation() instanceof Operation.OneHot(var size)) {
      int entries = written.lengths(Shape.vector(size)).getFirst();
      addLabel(node.operands().getFirst(), entries, classes);
    }
  }

  private static void addLabel(Expr chooses, int entries, Map<Symbol, Classes> classes) {
    ClassLabel.of(chooses)
        .ifPresent(label ->
            classes.put(label.name(), new Classes(1 - label.shift(), entries - label.shift())));
  }

  private static List<List<Symbol>> lines(UnitSum fact, ScalarDerivation written) {
    List<Symbol> entries = written.entries(fact.quantity());
    List<Integer> lengths = written.lengths(fact.quantity().shape());
    int columns = lengths.size() < 2 ? 1 : lengths.get(1);
    Map<Integer, List<Symbol>> lines = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      int line =
          switch (fact.along()) {
            case Along.ALL -> 0;
            case Along.ROWS -> i / columns;
            case Along.COLUMNS -> i % columns;
          };
      lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(entries.get(i));
    }
    return List.copyOf(lines.values());
  }

  /// Labels become classes; the last entry of a sum makes up for the others where all are drawn.
  void imposeOn(Map<Symbol, Value> world) {
    classes.forEach((label, range) ->
        world.computeIfPresent(label, (_, value) -> Value.of(Rational.of(range.near(value)))));
    for (List<Symbol> line : unitSums) {
      if (world.keySet().containsAll(line)) {
        double others =
            line.stream()
                .limit(line.size() - 1L)
                .mapToDouble(s -> Value.in(world, s).doubleValue())
                .sum();
        world.put(line.getLast(), Value.of(1 - others));
      }
    }
  }
}
