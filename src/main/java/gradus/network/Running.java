package gradus.network;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All entries that one symbol stands for where sizes are numbers: of `W[k]` every entry of W[1],
/// W[2] and so on, row by row; of `da[k]_j/dW[k]_{i,j}` for all k, i and j.
///
/// @param shapes of everything that has a value, its labels in numbers
record Running(Map<Quantity, Shape> shapes, Numbers numbers) {
  Running {
    shapes = Map.copyOf(shapes);
  }

  List<Symbol> entries(Symbol symbol) {
    Symbol here = numbers.in(symbol);
    Optional<Name> letter = letter(here);
    return letter
        .map(running ->
            values(here, running).stream()
                .flatMap(value -> with(numbers.with(running, value)).entries(symbol).stream())
                .toList())
        .orElseGet(() -> isThere(here) ? written(here) : List.of());
  }

  Running with(Numbers more) {
    return new Running(shapes, more);
  }

  /// Numbers for the letters in the labels of a name and of the derivative it stands for.
  List<Numbers> members(Quantity name, Partial partial) {
    Symbol here = numbers.in((Symbol) partial);
    Optional<Name> letter =
        numbers.in(name).labels().stream()
            .flatMap(label -> label.letters().stream())
            .map(Letter::name)
            .findFirst();
    return letter
        .map(running ->
            values(here, running).stream()
                .map(value -> numbers.with(running, value))
                .filter(at -> isThere(at.in((Symbol) partial)))
                .toList())
        .orElse(List.of(numbers));
  }

  /// Labels before indices: they tell along which axes the others run.
  private static Optional<Name> letter(Symbol symbol) {
    return Stream.concat(
            symbol.quantities().stream().flatMap(quantity -> quantity.labels().stream()),
            symbol.quantities().stream().flatMap(quantity -> quantity.indices().stream()))
        .flatMap(index -> index.letters().stream())
        .filter(letter -> letter.labels().isEmpty())
        .map(Letter::name)
        .findFirst();
  }

  private Set<Integer> values(Symbol symbol, Name letter) {
    Set<Integer> values = new TreeSet<>();
    symbol
        .quantities()
        .forEach(quantity -> {
          shapes.keySet().stream()
              .filter(there -> there.name().equals(quantity.name()))
              .forEach(there -> addLabels(quantity, there, letter, values));
          shape(quantity).ifPresent(shape -> addIndices(quantity, shape, letter, values));
        });
    return values;
  }

  private static void addLabels(
      Quantity quantity, Quantity there, Name letter, Set<Integer> values) {
    for (int i = 0; i < Math.min(quantity.labels().size(), there.labels().size()); i++) {
      Index offset = quantity.labels().get(i).minus(Index.of(letter));
      OptionalInt value = there.labels().get(i).minus(offset).constant();
      if (quantity.labels().get(i).mentions(letter) && value.isPresent()) {
        values.add(value.getAsInt());
      }
    }
  }

  private static void addIndices(Quantity quantity, Shape shape, Name letter, Set<Integer> values) {
    for (int i = 0; i < quantity.indices().size(); i++) {
      if (quantity.indices().get(i).mentions(letter)) {
        IntStream.rangeClosed(1, size(shape, i)).forEach(values::add);
      }
    }
  }

  private static int size(Shape shape, int axis) {
    return axis < shape.axes().size() ? shape.axes().get(axis).constant().orElse(1) : 1;
  }

  private Optional<Shape> shape(Quantity quantity) {
    return Optional.ofNullable(shapes.get(quantity.whole()));
  }

  private boolean isThere(Symbol symbol) {
    return symbol.quantities().stream().allMatch(this::isThere);
  }

  private boolean isThere(Quantity quantity) {
    Optional<Shape> shape = shape(quantity);
    return shape.isPresent()
        && IntStream.range(0, quantity.indices().size())
            .allMatch(i -> {
              int index = quantity.indices().get(i).constant().orElse(0);
              return index >= 1 && index <= size(shape.get(), i);
            });
  }

  /// In numbers.
  private List<Symbol> written(Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity -> List.copyOf(entries(quantity));
      case Updated(Quantity quantity) ->
          entries(quantity).stream().<Symbol>map(Updated::new).toList();
      case Partial(Quantity of, Quantity by, Symbol.Reading reading) ->
          entries(of).stream()
              .flatMap(top -> entries(by).stream().<Symbol>map(e -> new Partial(top, e, reading)))
              .toList();
    };
  }

  /// An axis of length 1 has no index.
  private List<Quantity> entries(Quantity quantity) {
    Shape shape = shape(quantity).orElseThrow();
    Quantity whole = quantity.whole().shaped(shape);
    return quantity.isEntry()
        ? List.of(whole.entry(quantity.indices().subList(0, shape.axes().size())))
        : WrittenNames.entries(whole);
  }
}
