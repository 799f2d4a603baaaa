package gradus.expr;

import gradus.expr.Lettering.Sign;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Names that look like entries of a vector or matrix beside them: `h_j` where h is a vector.
public final class IndexedNames {
  private IndexedNames() {}

  /// The letters in their indices. As the letter of an index, each would make an entry look like
  /// the name.
  public static Set<Name> letters(Graph graph) {
    Set<Quantity> all = new HashSet<>();
    for (Definition definition : graph.definitions()) {
      quantities(definition.symbol()).forEach(all::add);
      Formulas.symbols(definition.formula()).stream()
          .flatMap(IndexedNames::quantities)
          .forEach(all::add);
    }
    Set<Lettering> wholes = new HashSet<>();
    all.stream()
        .filter(quantity -> !quantity.shape().isScalar())
        .forEach(quantity -> wholes.add(Lettering.of(quantity.name())));
    Set<Name> letters = new HashSet<>();
    if (!wholes.isEmpty()) {
      all.forEach(quantity -> behind(wholes, quantity.name()).forEach(letters::add));
    }
    return letters;
  }

  private static Stream<Quantity> quantities(Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity -> Stream.of(quantity);
      case Partial(Quantity of, Quantity by, _) -> Stream.of(of, by);
      case Updated(Quantity quantity) -> Stream.of(quantity);
    };
  }

  /// The letters of a name behind what is itself the name of a whole.
  private static Stream<Name> behind(Set<Lettering> wholes, Name name) {
    Lettering lettering = Lettering.of(name);
    List<List<Sign>> index = lettering.index();
    return IntStream.range(0, index.size())
        .filter(cut -> wholes.contains(new Lettering(lettering.base(), index.subList(0, cut))))
        .boxed()
        .flatMap(cut -> index.subList(cut, index.size()).stream().flatMap(List::stream))
        .filter(Sign.Letter.class::isInstance)
        .map(sign -> Name.of(((Sign.Letter) sign).letter()));
  }
}
