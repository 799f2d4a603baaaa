package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.FormulaReader;
import gradus.syntax.Resolver;
import gradus.syntax.Scope;
import gradus.syntax.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The quantities of a finished problem, to be asked for by name.
final class KnownNames implements Scope {
  private final Map<Quantity, Quantity> quantities = new HashMap<>();

  KnownNames(Problem problem) {
    problem.declarations().forEach(declaration -> add(declaration.quantity()));
    problem.graph().definitions().stream().map(Definition::symbol).forEach(this::add);
    problem.aliases().forEach(alias -> add(alias.name()));
  }

  private void add(Symbol symbol) {
    if (symbol instanceof Quantity quantity) {
      quantities.put(quantity, quantity);
    }
  }

  /// `z_1`, `w[2]`, `dL/dw_1`; empty where the problem has no such name.
  Optional<Symbol> symbol(String typed) {
    Source source = new Source("name", typed);
    return FormulaReader.read(source)
        .formula()
        .flatMap(written -> new Resolver(source, this, _ -> {}).symbol(written));
  }

  @Override
  public Optional<Meaning> meaning(Name name) {
    return meaning(Quantity.of(name));
  }

  @Override
  public Optional<Meaning> meaning(Quantity typed) {
    return Optional.ofNullable(quantities.get(typed)).map(Meaning.Named::new);
  }

  @Override
  public Collection<Name> names() {
    return quantities.keySet().stream().map(Quantity::name).toList();
  }
}
