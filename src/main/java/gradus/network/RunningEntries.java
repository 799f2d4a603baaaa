package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Shape;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All derivatives by entries that one request asks for: `dL/dW` of every entry of W, row by row,
/// `da_j/dW_{i,j}` for all i and j.
record RunningEntries(Problem problem) {
  List<Partial> of(Partial partial) {
    return letters(partial)
        .findFirst()
        .map(letter -> running(partial, letter))
        .orElseGet(() ->
            Literal.indices(WrittenNames.axes(partial.shape())).stream()
                .map(at -> (Partial) WrittenNames.entry(partial, at))
                .toList());
  }

  private List<Partial> running(Partial partial, Letter letter) {
    int size =
        Stream.of(partial.of(), partial.by())
            .flatMapToInt(quantity -> sizes(quantity, letter))
            .min()
            .orElse(0);
    return IntStream.rangeClosed(1, size)
        .mapToObj(value ->
            (Partial)
                Indexing.with(
                    partial, other -> other.equals(letter) ? Index.of(value) : Index.of(other)))
        .flatMap(member -> of(member).stream())
        .toList();
  }

  private static Stream<Letter> letters(Partial partial) {
    return Stream.of(partial.of(), partial.by())
        .flatMap(quantity -> quantity.indices().stream())
        .flatMap(index -> index.letters().stream());
  }

  /// Of the axes along which the letter runs.
  private IntStream sizes(Quantity entry, Letter letter) {
    Shape shape = shape(entry).orElse(Shape.SCALAR);
    return IntStream.range(0, entry.indices().size())
        .filter(i -> entry.indices().get(i).equals(Index.of(letter)))
        .map(i -> i < shape.axes().size() ? size(shape.axes().get(i)) : 1);
  }

  private static int size(Index axis) {
    OptionalInt size = axis.constant();
    return size.orElseThrow();
  }

  private Optional<Shape> shape(Quantity entry) {
    Quantity whole = new Quantity(entry.name(), entry.labels(), List.of(), Shape.SCALAR);
    return problem
        .declaration(whole)
        .map(declaration -> declaration.quantity().shape())
        .or(() -> problem.graph().definition(whole).map(Definition::symbol).map(s -> s.shape()));
  }
}
