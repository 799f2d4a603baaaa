package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Letters for summation indices: i, j, l, m, … without those that a formula or its surroundings
/// use, so that a summation index never equals a free one or the name of a quantity.
final class FreshLetters {
  private static final List<String> USUAL =
      List.of("l", "m", "i", "j", "r", "s", "p", "q", "u", "v");

  private final Set<Name> taken;
  private int next;

  private FreshLetters(Set<Name> taken) {
    this.taken = taken;
  }

  static FreshLetters besides(Expr formula, List<Index> at, Set<Name> taken) {
    Set<Name> all = new HashSet<>(taken);
    at.forEach(index -> index.letters().forEach(letter -> all.add(letter.name())));
    all.addAll(Indexing.boundLetters(formula));
    for (Symbol symbol : Formulas.symbols(formula)) {
      add(symbol, all);
    }
    return new FreshLetters(all);
  }

  private static void add(Symbol symbol, Set<Name> all) {
    switch (symbol) {
      case Quantity quantity -> {
        all.add(quantity.name());
        quantity.labels().forEach(label -> add(label, all));
        quantity.indices().forEach(index -> add(index, all));
        quantity.shape().axes().forEach(axis -> add(axis, all));
      }
      case Partial(Quantity of, Quantity by, _) -> {
        add(of, all);
        add(by, all);
      }
      case Updated(Quantity quantity) -> add(quantity, all);
    }
  }

  private static void add(Index index, Set<Name> all) {
    index.letters().forEach(letter -> all.add(letter.name()));
  }

  Name next() {
    while (true) {
      int round = next / USUAL.size();
      String text = USUAL.get(next % USUAL.size()) + (round == 0 ? "" : "_" + round);
      next++;
      if (taken.add(Name.of(text))) {
        return Name.of(text);
      }
    }
  }
}
