package gradus.check.slip;

import gradus.check.name.Lexicon;
import gradus.check.name.Lexicon.Entity;
import gradus.check.verdict.Slip;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Names that are easily taken for one another: other indices and labels, the value before or after
/// the step, and last any other name.
final class Namesakes {
  private final Map<Quantity, Entity> entities = new LinkedHashMap<>();

  Namesakes(Lexicon lexicon) {
    for (Entity entity : lexicon.entities()) {
      for (Expr entry : entity.grid().entries()) {
        if (entry instanceof Ref(Quantity quantity)) {
          entities.put(quantity, entity);
        }
      }
    }
  }

  List<FormulaEdit> of(Symbol symbol) {
    List<FormulaEdit> mends = new ArrayList<>();
    switch (symbol) {
      case Quantity quantity -> {
        mends.add(new FormulaEdit(Slip.STALE_VALUE, new Ref(new Updated(quantity))));
        others(quantity).forEach((other, slip) -> mends.add(new FormulaEdit(slip, new Ref(other))));
      }
      case Updated(Quantity quantity) -> {
        mends.add(new FormulaEdit(Slip.STALE_VALUE, new Ref(quantity)));
        others(quantity)
            .forEach(
                (other, slip) -> mends.add(new FormulaEdit(slip, new Ref(new Updated(other)))));
      }
      case Partial(Quantity of, Quantity by, var reading) -> {
        others(by)
            .forEach((other, slip) ->
                mends.add(new FormulaEdit(slip, new Ref(new Partial(of, other, reading)))));
        others(of)
            .forEach((other, slip) ->
                mends.add(new FormulaEdit(slip, new Ref(new Partial(other, by, reading)))));
      }
    }
    return mends;
  }

  Map<Quantity, Slip> others(Quantity quantity) {
    Map<Quantity, Slip> others = new LinkedHashMap<>();
    Entity entity = entities.get(quantity);
    if (entity == null) {
      return others;
    }
    entities.forEach((other, theirs) -> {
      if (theirs.letters().equals(entity.letters()) && !other.equals(quantity)) {
        boolean label = !theirs.whole().labels().equals(entity.whole().labels());
        others.put(other, label ? Slip.LABEL : Slip.INDEX);
      }
    });
    entities.forEach((other, theirs) -> {
      if (!theirs.letters().equals(entity.letters())) {
        others.put(other, Slip.FACTOR);
      }
    });
    return others;
  }

  /// Every matrix that has as many rows as columns.
  List<Entity> squares() {
    return entities.values().stream()
        .distinct()
        .filter(entity -> entity.rows() == entity.columns() && entity.rows() > 1)
        .toList();
  }
}
