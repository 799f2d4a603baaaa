package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol;
import java.util.Optional;
import java.util.function.Consumer;

/// Written mathematics to formulas, by what a scope says that names mean.
///
/// Nothing is simplified. A difference has a term with the factor -1, a quotient a factor with the
/// exponent -1; `1/2` of two literals is a number, `x/2` is `x` times 1/2, in that order.
public final class Resolver {
  private final Source source;
  private final Scope scope;
  private final Consumer<Diagnostic> diagnostics;

  public Resolver(Source source, Scope scope, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.scope = scope;
    this.diagnostics = diagnostics;
  }

  /// Empty if anything in it could not be resolved; all of that has been reported then.
  public Optional<Expr> resolve(Written written) {
    Resolution resolution = resolution();
    Expr formula = resolution.formula(written);
    if (Bounds.isTooDeep(formula)) {
      resolution.fault(Fault.TOO_DEEP, written.span(), Nesting.DEEPEST);
    }
    return resolution.hasFailed() ? Optional.empty() : Optional.of(formula);
  }

  /// A quantity or a total partial derivative; anything else is reported.
  public Optional<Symbol> symbol(Written written) {
    Resolution resolution = resolution();
    Expr formula =
        switch (written) {
          case Written.Name name -> resolution.formula(name);
          case Written.Product product -> resolution.partial(product);
          default -> resolution.fault(Fault.NOT_A_SYMBOL, written.span());
        };
    return !resolution.hasFailed() && formula instanceof Ref(Symbol symbol)
        ? Optional.of(symbol)
        : Optional.empty();
  }

  private Resolution resolution() {
    return new Resolution(source, scope, diagnostics);
  }
}
