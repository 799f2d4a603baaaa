package gradus.syntax;

import gradus.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/// Formulas for tests, as users type them, in the scope of [TestScope].
final class Resolved {
  private Resolved() {}

  static Expr formula(String typed) {
    Source source = new Source("test", typed);
    List<Diagnostic> faults = new ArrayList<>();
    return FormulaReader.read(source)
        .formula()
        .flatMap(written -> new Resolver(source, new TestScope(), faults::add).resolve(written))
        .orElseThrow(() -> new AssertionError(typed + " cannot be read: " + faults));
  }
}
