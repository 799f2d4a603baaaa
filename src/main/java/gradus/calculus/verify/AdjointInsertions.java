package gradus.calculus.verify;

import gradus.calculus.rule.Functions;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.calculus.step.Reason;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adjoints that a line of another puts in, compiled: in its worlds they have the values of their
/// formulas, or the line would not equal the one before.
final class AdjointInsertions {
  private record Inserted(Symbol name, Expr formula, FormulaTape value) {}

  private final List<Inserted> all = new ArrayList<>();

  /// @param adjoints by the symbol that a line refers to them by
  AdjointInsertions(Adjoint into, Map<Symbol, Adjoint> adjoints, Functions functions) {
    for (int i = 1; i < into.steps().size(); i++) {
      if (into.steps().get(i).reason() instanceof Reason.Inserted) {
        Set<Symbol> gone = new LinkedHashSet<>(Formulas.symbols(into.steps().get(i - 1).formula()));
        gone.removeAll(Formulas.symbols(into.steps().get(i).formula()));
        for (Symbol symbol : gone) {
          Optional.ofNullable(adjoints.get(symbol)).ifPresent(other -> add(other, functions));
        }
      }
    }
  }

  private void add(Adjoint adjoint, Functions functions) {
    boolean negative = adjoint.alias().filter(Alias::negative).isPresent();
    Symbol name = name(adjoint);
    Expr formula = negative ? Formulas.negated(adjoint.formula()) : adjoint.formula();
    all.add(new Inserted(name, formula, FormulaTape.of(formula, functions)));
  }

  /// What a line refers to an adjoint by.
  static Symbol name(Adjoint adjoint) {
    return adjoint.alias().<Symbol>map(Alias::name).orElse(adjoint.partial());
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
