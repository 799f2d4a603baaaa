package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.FormulaReader;
import gradus.syntax.Resolver;
import gradus.syntax.Scope;
import gradus.syntax.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The quantities of a finished problem, to be asked for by name.
public final class KnownNames implements Scope {
  private final Map<Quantity, Quantity> quantities = new HashMap<>();
  private final int indexOrigin;

  private KnownNames(Problem problem) {
    this.indexOrigin = problem.indexOrigin();
    problem.declarations().forEach(declaration -> add(declaration.quantity()));
    problem.graph().definitions().stream().map(Definition::symbol).forEach(this::add);
    problem.aliases().forEach(alias -> add(alias.name()));
  }

  /// Of entries the whole is known, as large as they make it.
  private void add(Symbol symbol) {
    if (symbol instanceof Quantity quantity) {
      Quantity whole = quantity.isEntry() ? whole(quantity) : quantity;
      quantities.merge(whole, whole, KnownNames::larger);
    }
  }

  private static Quantity whole(Quantity entry) {
    return entry.whole().shaped(new Shape(entry.indices()));
  }

  private static Quantity larger(Quantity one, Quantity other) {
    List<Index> axes = new ArrayList<>(one.shape().axes());
    List<Index> others = other.shape().axes();
    for (int i = 0; i < others.size(); i++) {
      if (i >= axes.size()) {
        axes.add(others.get(i));
      } else if (others.get(i).minus(axes.get(i)).constant().orElse(0) > 0) {
        axes.set(i, others.get(i));
      }
    }
    return other.shaped(new Shape(axes));
  }

  /// The quantity or derivative of that name: `z_1`, `w[2]`, `dL/dw_1`; empty where the problem has
  /// none.
  public static Optional<Symbol> symbol(Problem problem, String typed) {
    return new KnownNames(problem).symbol(typed);
  }

  private Optional<Symbol> symbol(String typed) {
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
  public int indexOrigin() {
    return indexOrigin;
  }

  @Override
  public Collection<Name> names() {
    return quantities.keySet().stream().map(Quantity::name).toList();
  }
}
