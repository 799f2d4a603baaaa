package gradus.network.run;

import gradus.calculus.rule.Function;
import gradus.expr.Expr.Number;
import gradus.expr.Name;
import gradus.network.Citation;
import gradus.network.Problem;
import gradus.network.Problem.Convention;
import java.util.stream.Stream;

/// Names the conventions of a problem that leave a derivative on a kink undefined.
record OpenKinks(Problem problem) {
  /// `relu'(0)`, `max' at a tie`: the one on the function itself, else on one that it uses.
  String convention(Name function) {
    Name own =
        Stream.concat(Stream.of(function), undefined())
            .filter(name -> undefined().anyMatch(name::equals))
            .findFirst()
            .orElse(function);
    boolean isPlace =
        problem
            .functions()
            .named(own)
            .flatMap(Function::kink)
            .filter(kink -> kink.where().right() instanceof Number)
            .isPresent();
    return own + (isPlace ? "'(" + place(own) + ")" : "' at a tie");
  }

  private String place(Name function) {
    return problem
        .functions()
        .named(function)
        .flatMap(Function::kink)
        .map(kink -> Citation.of(kink.where().right()))
        .orElse("0");
  }

  private Stream<Name> undefined() {
    return problem.conventions().stream()
        .filter(convention -> convention.value().isEmpty())
        .map(Convention::function);
  }
}
