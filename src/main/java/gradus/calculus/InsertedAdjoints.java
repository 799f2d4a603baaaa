package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adjoints that a line of another puts in, compiled: in its worlds they have the values of their
/// formulas, or the line would not equal the one before.
final class InsertedAdjoints {
  private record Inserted(Symbol name, Expr formula, FormulaTape value) {}

  private final List<Inserted> all = new ArrayList<>();

  InsertedAdjoints(Adjoint into, Map<Partial, Adjoint> adjoints, Functions functions) {
    for (Step step : into.steps()) {
      if (step.reason() instanceof Reason.Inserted(List<Partial> partials)) {
        for (Partial partial : partials) {
          Optional.ofNullable(adjoints.get(partial)).ifPresent(other -> add(other, functions));
        }
      }
    }
  }

  private void add(Adjoint adjoint, Functions functions) {
    boolean negative = adjoint.alias().filter(Alias::negative).isPresent();
    Symbol name = adjoint.alias().<Symbol>map(Alias::name).orElse(adjoint.partial());
    Expr formula = negative ? Formulas.negated(adjoint.formula()) : adjoint.formula();
    all.add(new Inserted(name, formula, FormulaTape.of(formula, functions)));
  }

  Set<Symbol> operands() {
    Set<Symbol> operands = new LinkedHashSet<>();
    all.forEach(inserted -> operands.addAll(Formulas.symbols(inserted.formula)));
    return operands;
  }

  void putInto(Map<Symbol, Value> world) {
    all.forEach(inserted -> world.put(inserted.name, Value.of(inserted.value.at(world))));
  }
}
