package gradus.calculus.entry;

import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Index;
import gradus.expr.Symbol;
import java.util.List;
import java.util.Optional;

/// What chooses an entry: a name, or `y + 1` where the name counts from 0.
public record ClassLabel(Symbol name, int shift) {
  public static Optional<ClassLabel> of(Expr label) {
    if (label instanceof Ref(Symbol symbol)) {
      return Optional.of(new ClassLabel(symbol, 0));
    }
    return label instanceof Sum(List<Expr> terms)
            && terms.size() == 2
            && terms.getFirst() instanceof Ref(Symbol symbol)
            && terms.getLast() instanceof Number(var shift, _)
            && shift.isInteger()
        ? Optional.of(new ClassLabel(symbol, shift.numerator().intValueExact()))
        : Optional.empty();
  }

  /// What the name is where it chooses that entry.
  Index at(Index entry) {
    return entry.plus(-shift);
  }
}
