package gradus.network;

import gradus.calculus.Derivation;
import gradus.calculus.Differentiator;
import gradus.expr.Symbol.Partial;
import gradus.network.Problem.Assignment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A problem of numbers only and the derivation of all that it asks for, made once: reading needs
/// it to tell which values a point lacks, evaluating and printing go on with the same.
///
/// @param ungiven the adjoints that are given, derived as if they were not, where some can be
public record Derived(Problem problem, Derivation derivation, Optional<Derivation> ungiven) {
  public static Derived of(Problem numbers) {
    return new Derived(numbers, numbers.derivation(), ungiven(numbers));
  }

  private static Optional<Derivation> ungiven(Problem numbers) {
    Stream<Assignment> own = numbers.points().stream().flatMap(at -> at.assignments().stream());
    List<Partial> given =
        Stream.concat(numbers.given().stream(), own)
            .map(Assignment::symbol)
            .filter(Partial.class::isInstance)
            .map(Partial.class::cast)
            .filter(partial -> numbers.graph().definition(partial.of()).isPresent())
            .distinct()
            .toList();
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Differentiator.derive(
                numbers.graph(), numbers.functions(), given, List.of(), Set.of()));
  }

  /// The same without its points: what is derived does not depend on them.
  Derived with(Problem withoutPoints) {
    return new Derived(withoutPoints, derivation, ungiven);
  }
}
