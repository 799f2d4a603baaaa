package gradus.network;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Entries;
import gradus.calculus.Evaluation;
import gradus.calculus.Form;
import gradus.calculus.Instance;
import gradus.expr.Definition;
import gradus.expr.Expr.Ref;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The adjoints of a problem of vectors and matrices, evaluated entry by entry at its first point.
public final class TypedAdjoints {
  private final Problem problem;
  private final Instance instance = new Instance(Map.of());

  /// @param problem with numbers for all sizes, and a point
  public TypedAdjoints(Problem problem) {
    this.problem = problem;
  }

  public Map<Symbol, Value> in(Form form) {
    Problem numbers = AtSizes.ofData(problem).orElseThrow();
    List<Quantity> declared =
        problem.declarations().stream().map(Problem.Declaration::quantity).toList();
    Derivation derivation =
        EveryEntry.of(new TypedDerivation(problem).in(form), problem.graph(), declared);
    List<Definition> definitions = new ArrayList<>(instance.graph(problem.graph()).definitions());
    derivation.adjoints().forEach(adjoint -> definitions.addAll(entries(adjoint)));
    return Evaluation.of(
            Graph.of(definitions),
            problem.functions(),
            numbers.valuesAt(numbers.points().getFirst()),
            (_, value) -> value)
        .values();
  }

  private List<Definition> entries(Adjoint adjoint) {
    List<Definition> entries = new ArrayList<>();
    for (List<Integer> at : instance.positions(adjoint.partial().shape())) {
      List<Index> indices = at.stream().map(Index::of).toList();
      Ref entry = (Ref) Entries.of(new Ref(adjoint.partial()), indices, Set.of());
      entries.add(new Definition(entry.symbol(), instance.written(adjoint.formula(), at)));
    }
    return entries;
  }
}
