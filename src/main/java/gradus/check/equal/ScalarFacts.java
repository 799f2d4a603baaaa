package gradus.check.equal;

import gradus.calculus.entry.Instance;
import gradus.calculus.entry.UnitSum;
import gradus.check.equal.Facts.Choice;
import gradus.expr.Condition.Comparison;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is known of vectors and matrices, as what is known of their entries at some sizes.
record ScalarFacts(Instance instance, ShapeFacts shaping) {
  Facts of(Facts typed) {
    Map<Quantity, OpenInterval> ranges = new LinkedHashMap<>();
    typed
        .ranges()
        .forEach((name, range) -> entries(name).forEach(entry -> ranges.put(entry, range)));
    return new Facts(
        typed.comparisons().stream().flatMap(this::comparisons).toList(),
        ranges,
        Stream.concat(typed.choices().stream().flatMap(this::choices), oneHot()).toList(),
        Stream.concat(unitSums(), typed.definitions().stream().flatMap(this::definitions)).toList(),
        typed.functions());
  }

  private <T> Stream<T> atEach(Shape shape, Function<List<Integer>, T> written) {
    return instance.positions(shape).stream().map(written);
  }

  private Stream<Comparison> comparisons(Comparison typed) {
    Shape shape = Shapes.together(Shapes.of(typed.left()), Shapes.of(typed.right()));
    return atEach(
        shape,
        at -> new Comparison(entry(typed.left(), at), typed.relation(), entry(typed.right(), at)));
  }

  private Expr entry(Expr formula, List<Integer> at) {
    return instance.written(formula, Shapes.isScalar(formula) ? List.of() : at);
  }

  private Stream<Definition> definitions(Definition typed) {
    Quantity name = (Quantity) typed.symbol();
    return atEach(name.shape(), at -> new Definition(entry(name, at), entry(typed.formula(), at)));
  }

  private Stream<Quantity> entries(Quantity name) {
    return atEach(name.shape(), at -> entry(name, at));
  }

  private static Quantity entry(Quantity name, List<Integer> at) {
    return name.entry(at.stream().map(Index::of).toList());
  }

  /// Each entry may be any of the values.
  private Stream<Choice> choices(Choice typed) {
    Quantity name = typed.alternatives().getFirst().keySet().iterator().next();
    List<Rational> values =
        typed.alternatives().stream().map(alternative -> alternative.get(name)).toList();
    return entries(name).map(entry -> Choice.of(entry, values));
  }

  private Stream<Choice> oneHot() {
    return shaping.oneHot().stream().flatMap(this::lines).map(ScalarFacts::oneHot);
  }

  /// The entries of a vector, or of each row of a matrix.
  private Stream<List<Quantity>> lines(Quantity name) {
    List<Quantity> entries = entries(name).toList();
    boolean isVector = name.shape().isVector() || name.shape().isRow();
    int length =
        isVector ? entries.size() : (int) instance.size(Shape.vector(name.shape().columns()));
    return IntStream.range(0, entries.size() / length)
        .mapToObj(i -> entries.subList(i * length, (i + 1) * length));
  }

  /// The last entry of each line is what is left of 1.
  private Stream<Definition> unitSums() {
    return shaping.unitSums().stream()
        .flatMap(sum -> along(sum).stream())
        .map(entries -> new Definition(entries.getLast(), rest(entries)));
  }

  private List<List<Quantity>> along(UnitSum sum) {
    List<Quantity> entries = entries(sum.quantity()).toList();
    return switch (sum.along()) {
      case ALL -> List.of(entries);
      case ROWS -> lines(sum.quantity()).toList();
      case COLUMNS -> {
        List<List<Quantity>> rows = lines(sum.quantity()).toList();
        yield IntStream.range(0, rows.getFirst().size())
            .mapToObj(j -> rows.stream().map(row -> row.get(j)).toList())
            .toList();
      }
    };
  }

  private static Expr rest(List<Quantity> entries) {
    List<Expr> terms = new ArrayList<>(List.of(Formulas.ONE));
    entries
        .subList(0, entries.size() - 1)
        .forEach(entry -> terms.add(Formulas.negated(new Ref(entry))));
    return Formulas.sum(terms);
  }

  private static Choice oneHot(List<Quantity> entries) {
    List<Map<Quantity, Rational>> alternatives = new ArrayList<>();
    for (Quantity hot : entries) {
      Map<Quantity, Rational> values = new LinkedHashMap<>();
      entries.forEach(e -> values.put(e, e.equals(hot) ? Rational.ONE : Rational.ZERO));
      alternatives.add(values);
    }
    return new Choice(alternatives);
  }
}
