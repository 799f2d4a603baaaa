package gradus.expr;

import java.util.Optional;

/// `symbol = formula`, a node of the graph of definitions; with a family, one for each value of its
/// letter, which symbol and formula mention.
public record Definition(Symbol symbol, Expr formula, Optional<Family> family) {
  public Definition(Symbol symbol, Expr formula) {
    this(symbol, formula, Optional.empty());
  }
}
