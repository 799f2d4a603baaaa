package gradus.expr;

/// `symbol = formula`, a node of the graph of definitions.
public record Definition(Symbol symbol, Expr formula) {}
