package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Written mathematics to formulas, by what a scope says that names mean.
///
/// Nothing is simplified. A difference has a term with the factor -1, a quotient a factor with the
/// exponent -1; `1/2` of two literals is a number, `x/2` is `x` times 1/2, in that order.
/// Operations on matrices are resolved at a scalar to what they come to: `x'` is `x`, `sum(x)` too.
/// All shapes in a formula that is returned fit.
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
    return resolve(written, Shape.SCALAR);
  }

  /// @param expected a list of numbers is a row where a row is expected, else a vector; nothing is
  ///   said if the formula has another shape
  public Optional<Expr> resolve(Written written, Shape expected) {
    Failures failures = new Failures(source, diagnostics);
    Resolution resolution = new Resolution(scope, failures, IndexRanges.NONE, false);
    Expr formula = resolution.formula(written, expected);
    if (Bounds.isTooDeep(formula)) {
      resolution.fault(Fault.TOO_DEEP, written.span(), Written.DEEPEST);
    }
    return failures.any() ? Optional.empty() : Optional.of(formula);
  }

  /// A vector or matrix by the formula of its entries, `a_j = sum(i in 1..n, W_{i,j} * x_i)` for
  /// all j; without indices the formula alone.
  ///
  /// @param indices of the entry, each a letter that runs over the axes in whose indices it stands
  public Optional<Expr> resolve(Written written, List<Written> indices) {
    return indices.isEmpty()
        ? resolve(written)
        : new EntryDefinition(source, scope, diagnostics).formula(written, indices);
  }

  /// A quantity or a total partial derivative, or an entry of one; anything else is reported.
  /// Single letters that mean nothing may stand for indices and labels.
  public Optional<Symbol> symbol(Written written) {
    Failures failures = new Failures(source, diagnostics);
    Resolution resolution = new Resolution(scope, failures, IndexRanges.NONE, true);
    Expr formula =
        switch (written) {
          case Written.Name name -> resolution.formula(name);
          case Written.Product product -> resolution.partial(product);
          default -> resolution.fault(Fault.NOT_A_SYMBOL, written.span());
        };
    Optional<Symbol> symbol =
        formula instanceof Ref(Symbol named)
            ? Optional.of(named)
            : PartialResolution.quantity(formula).map(quantity -> quantity);
    if (symbol.isEmpty() && !failures.any()) {
      resolution.fault(Fault.NOT_A_SYMBOL, written.span());
    }
    return failures.any() ? Optional.empty() : symbol;
  }
}
