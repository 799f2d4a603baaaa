package gradus.render.latex;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Expr;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.source.Source;
import gradus.syntax.written.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Formulas for tests, as users type them. Every name is a quantity unless it is a function or
/// starts with the `d` of a partial derivative.
final class Typed {
  private static final Functions FUNCTIONS =
      Functions.rulePage()
          .with(abstracted("g", "u"))
          .with(abstracted("g_1", "u"))
          .with(abstracted("φ", "u"))
          .with(abstracted("swish", "u"))
          .with(abstracted("f", "u", "v"));

  private Typed() {}

  private static Function abstracted(String name, String... parameters) {
    return Function.abstracted(Name.of(name), List.of(parameters).stream().map(Name::of).toList());
  }

  static Expr formula(String typed) {
    Source source = new Source("test", typed);
    List<Object> faults = new ArrayList<>();
    return FormulaReader.read(source)
        .formula()
        .flatMap(written -> new Resolver(source, new Names(), faults::add).resolve(written))
        .orElseThrow(() -> new AssertionError(typed + " cannot be read: " + faults));
  }

  private static final class Names implements Scope {
    @Override
    public Optional<Meaning> meaning(Name name) {
      if (name.key().length() > 1 && name.key().startsWith("d") && !name.key().startsWith("de")) {
        return Optional.empty();
      }
      return Optional.of(
          FUNCTIONS
              .named(name)
              .<Meaning>map(f ->
                  new Meaning.Callable(name, f.parameters().size(), f.defaults(), isFolding(name)))
              .orElseGet(() -> new Meaning.Named(Quantity.of(name))));
    }

    private static boolean isFolding(Name name) {
      return name.key().equals("max") || name.key().equals("min");
    }

    @Override
    public Collection<Name> names() {
      return List.of();
    }
  }
}
