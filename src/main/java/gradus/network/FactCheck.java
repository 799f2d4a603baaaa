package gradus.network;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.DataReader.Datum;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Fact;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reports given values that a declaration excludes.
///
/// @param sizes what the data make of letters: of `c in 1..k` the k
record FactCheck(Lexicon lexicon, Map<Letter, Integer> sizes, Report report) {
  void check(List<Declaration> declarations, Points points) {
    Map<Quantity, Declaration> byName = new LinkedHashMap<>();
    declarations.stream()
        .filter(declaration -> !declaration.facts().isEmpty())
        .forEach(declaration -> byName.put(declaration.quantity(), declaration));
    if (!byName.isEmpty()) {
      points.together().forEach(data -> check(byName, data));
    }
  }

  private void check(Map<Quantity, Declaration> declarations, Collection<Datum> data) {
    data.stream()
        .collect(Collectors.groupingBy(this::whole, LinkedHashMap::new, Collectors.toList()))
        .forEach((whole, values) ->
            declaration(whole, declarations)
                .ifPresent(declaration -> check(declaration, whole, values)));
  }

  /// Also of an entry that is given by itself.
  private Symbol whole(Datum datum) {
    return datum.whole() instanceof Quantity quantity && quantity.isEntry()
        ? lexicon.entry(quantity.whole()).<Symbol>map(Lexicon.Entry::quantity).orElse(quantity)
        : datum.whole();
  }

  private Optional<Declaration> declaration(Symbol whole, Map<Quantity, Declaration> all) {
    return whole instanceof Quantity quantity
        ? lexicon.whole(quantity).flatMap(entry -> Optional.ofNullable(all.get(entry.quantity())))
        : Optional.empty();
  }

  private void check(Declaration declaration, Symbol whole, List<Datum> values) {
    for (Fact fact : declaration.facts()) {
      if (fact instanceof Fact.OneHot) {
        rows(whole.shape(), values).forEach(row -> checkOneHot(whole, row));
      } else {
        values.stream()
            .filter(datum -> !inNumbers(fact).holds(datum.value().value()))
            .forEach(datum -> tell(datum, datum.symbol(), fact, Spelling.of(datum.value())));
      }
    }
  }

  private Fact inNumbers(Fact fact) {
    return fact instanceof Fact.Within(Index from, Index to)
        ? new Fact.Within(inNumbers(from), inNumbers(to))
        : fact;
  }

  private Index inNumbers(Index index) {
    return index.with(
        letter -> Optional.ofNullable(sizes.get(letter)).map(Index::of).orElse(Index.of(letter)));
  }

  /// A vector is one row, also where it stands upright.
  private static Collection<List<Datum>> rows(Shape shape, List<Datum> values) {
    return shape.axes().size() < 2
        ? List.of(values)
        : values.stream()
            .collect(
                Collectors.groupingBy(
                    datum -> ((Quantity) datum.symbol()).indices().getFirst(),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values();
  }

  /// Where only some entries are given, the 1 may be among the others.
  private void checkOneHot(Symbol whole, List<Datum> row) {
    List<Rational> numbers = row.stream().map(datum -> datum.value().value()).toList();
    long ones = numbers.stream().filter(Rational.ONE::equals).count();
    long zeros = numbers.stream().filter(Rational::isZero).count();
    List<Index> axes = whole.shape().axes();
    boolean isComplete = axes.isEmpty() || inNumbers(axes.getLast()).is(row.size());
    if (ones + zeros < row.size() || ones > 1 || (isComplete && ones < 1)) {
      String values =
          row.stream().map(d -> Spelling.of(d.value())).collect(Collectors.joining(", "));
      tell(row.getFirst(), whole, new Fact.OneHot(), "[" + values + "]");
    }
  }

  private void tell(Datum datum, Symbol symbol, Fact fact, String value) {
    Diagnostic violated =
        Fault.FACT_VIOLATED.at(
            report.source(), datum.span(), Spelling.of(symbol), Spelling.of(fact), value);
    report.accept(
        fact instanceof Fact.OneHot
            ? violated.suggesting("one entry is 1, the others are 0")
            : violated);
  }
}
