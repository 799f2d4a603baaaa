package gradus.syntax;

import gradus.expr.Expr;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import java.util.ArrayList;
import java.util.List;

/// Formulas for tests, as users type them, in the scope of [TestScope].
public final class Resolved {
  private Resolved() {}

  public static Expr formula(String typed) {
    Source source = new Source("test", typed);
    List<Diagnostic> faults = new ArrayList<>();
    return FormulaReader.read(source)
        .formula()
        .flatMap(written -> new Resolver(source, new TestScope(), faults::add).resolve(written))
        .orElseThrow(() -> new AssertionError(typed + " cannot be read: " + faults));
  }
}
