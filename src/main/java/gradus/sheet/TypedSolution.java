package gradus.sheet;

import gradus.calculus.Derivation;
import gradus.calculus.DirectRoute;
import gradus.calculus.Form;
import gradus.calculus.Verification;
import gradus.expr.Symbol;
import gradus.network.Problem;
import gradus.network.Run.AtPoint;
import java.util.List;
import java.util.Optional;

/// A problem of vectors, matrices and families, derived and verified.
///
/// @param form how `derivation` is written: in matrices or in indices
/// @param matrices where the derivation is written in indices: the same in matrices, if there is
///   such a spelling
/// @param routes shorter ways to what is derived in matrices
/// @param instances the problem with numbers for its letters, where the data tell them
/// @param numerator whether derivatives are laid out with rows by what is derived, as those in
///   matrices are already
public record TypedSolution(
    Problem problem,
    Form form,
    Derivation derivation,
    Optional<Derivation> matrices,
    List<DirectRoute> routes,
    List<Instanced> instances,
    boolean numerator,
    Verification.Report verification) {
  public TypedSolution {
    routes = List.copyOf(routes);
    instances = List.copyOf(instances);
  }

  /// Whether a derivative of a number is a row.
  boolean isTurned(Symbol symbol) {
    return numerator && NumeratorLayout.of(problem.aliases()).turns(symbol);
  }

  /// A pass of an instance.
  record Worked(Instanced instance, AtPoint at) {}

  List<Worked> passes() {
    return instances.stream()
        .flatMap(instance -> instance.run().points().stream().map(at -> new Worked(instance, at)))
        .toList();
  }

  boolean hasFamilies() {
    return problem.graph().definitions().stream().anyMatch(d -> d.family().isPresent())
        || derivation.adjoints().stream().anyMatch(adjoint -> adjoint.family().isPresent());
  }

  /// The derivation that numbers are put into: in matrices, where there is such a spelling.
  Derivation withMatrices() {
    return matrices.orElse(derivation);
  }

  /// The only pass, where its numbers can stand behind the formulas.
  Optional<Worked> single() {
    List<Worked> passes = passes();
    return passes.size() == 1 && form == Form.MATRIX && !hasFamilies()
        ? Optional.of(passes.getFirst())
        : Optional.empty();
  }
}
