package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Letters for summation indices: i, j, l, m, … without those that a formula or its surroundings
/// use, so that a summation index never equals a free one or the name of a quantity.
public final class FreshLetters {
  private static final List<String> USUAL =
      List.of("l", "m", "i", "j", "r", "s", "p", "q", "u", "v");

  private final List<String> order;
  private final Supplier<Set<Name>> used;
  private Set<Name> taken = Set.of();
  private int next;

  /// @param used looked at when the first letter is asked for: most formulas need none
  private FreshLetters(List<String> order, Supplier<Set<Name>> used) {
    this.order = order;
    this.used = used;
  }

  public static FreshLetters besides(Expr formula, List<Index> at, Set<Name> taken) {
    return new FreshLetters(
        USUAL,
        () -> {
          Set<Name> all = new TakenNames(taken);
          at.forEach(index -> index.letters().forEach(letter -> all.add(letter.name())));
          all.addAll(IndexSubstitution.boundLetters(formula));
          all.addAll(names(formula));
          return all;
        });
  }

  /// Those of `first` as far as they are free, then the usual ones.
  public static FreshLetters preferring(List<String> first, Set<Name> taken) {
    List<String> order = new ArrayList<>(first);
    USUAL.stream().filter(letter -> !first.contains(letter)).forEach(order::add);
    return new FreshLetters(order, () -> taken);
  }

  /// Names of quantities and free letters, those in labels, shapes and sizes included.
  public static Set<Name> names(Expr formula) {
    Set<Name> names = new HashSet<>();
    IndexSubstitution.with(
        formula,
        letter -> {
          names.add(letter.name());
          return Index.of(letter);
        });
    for (Symbol symbol : Formulas.symbols(formula)) {
      symbol.quantities().forEach(quantity -> names.add(quantity.name()));
    }
    return names;
  }

  public Name next() {
    if (next == 0) {
      taken = new TakenNames(used.get());
    }
    while (true) {
      int round = next / order.size();
      String text = order.get(next % order.size()) + (round == 0 ? "" : "_" + round);
      next++;
      if (taken.add(Name.of(text))) {
        return Name.of(text);
      }
    }
  }
}
