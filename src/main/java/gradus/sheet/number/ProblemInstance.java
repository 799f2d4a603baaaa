package gradus.sheet.number;

import gradus.expr.Expr;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Symbol;
import gradus.network.Problem;
import gradus.network.run.Run;
import java.util.Map;

/// A problem of vectors, matrices and families where the data tell every size, written out into its
/// entries, and run.
public record ProblemInstance(Problem problem, Run run, Map<Letter, Integer> sizes) {
  public ProblemInstance {
    sizes = Map.copyOf(sizes);
  }

  /// The formula with numbers for the letters.
  public Expr sized(Expr formula) {
    return IndexSubstitution.with(formula, this::index);
  }

  public Symbol sized(Symbol symbol) {
    return IndexSubstitution.with(symbol, this::index);
  }

  Index sized(Index index) {
    return index.with(this::index);
  }

  private Index index(Letter letter) {
    Integer value = sizes.get(letter);
    return value == null ? Index.of(letter) : Index.of(value);
  }
}
