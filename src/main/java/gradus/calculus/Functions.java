package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Name;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The functions a formula may call.
public final class Functions {
  /// The rule page alone, under its default conventions.
  public static Functions rulePage() {
    throw new UnsupportedOperationException();
  }

  public Optional<Function> named(Name name) {
    throw new UnsupportedOperationException();
  }

  /// Losses of the rule page: names that stand for their formulas (definition present).
  public Optional<Function> loss(Name name) {
    throw new UnsupportedOperationException();
  }

  /// All names, losses included, in order of the page and then as added.
  public Collection<Name> names() {
    throw new UnsupportedOperationException();
  }

  /// With a function added, or replaced.
  public Functions with(Function function) {
    throw new UnsupportedOperationException();
  }

  /// With another value for the derivative of a function at its kink; empty: undefined there.
  /// The function must have a kink ([Function#kink()]).
  public Functions withConvention(Name function, Optional<Expr> value) {
    throw new UnsupportedOperationException();
  }
}
