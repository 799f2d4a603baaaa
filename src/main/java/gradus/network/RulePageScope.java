package gradus.network;

import gradus.calculus.Function;
import gradus.calculus.Functions;
import gradus.expr.Name;
import gradus.syntax.Folding;
import gradus.syntax.Scope.Meaning;
import java.util.Optional;

/// What the names of functions mean where formulas call them.
final class RulePageScope {
  private RulePageScope() {}

  static Optional<Meaning> meaning(Functions functions, Name name) {
    return callable(functions, name)
        .or(() ->
            functions
                .loss(name)
                .map((Function loss) ->
                    new Meaning.Abbreviation(loss.parameters(), loss.definition().orElseThrow())));
  }

  static Optional<Meaning> callable(Functions functions, Name name) {
    return functions
        .named(name)
        .map(function ->
            new Meaning.Callable(
                function.name(),
                function.parameters().size(),
                function.defaults(),
                Folding.isFolding(name)));
  }
}
