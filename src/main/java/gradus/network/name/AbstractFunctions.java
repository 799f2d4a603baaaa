package gradus.network.name;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Name;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Finds abstract functions in what is called, directly or through other functions.
public record AbstractFunctions(Functions functions) {
  public static boolean isAbstract(Function function) {
    return function.definition().isEmpty() && function.derivatives().isEmpty();
  }

  public Set<Name> in(Function function) {
    return isAbstract(function)
        ? Set.of(function.name())
        : function.definition().map(this::in).orElse(Set.of());
  }

  public Set<Name> in(Expr formula) {
    Set<Name> found = new LinkedHashSet<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Call call) {
            Optional<Function> function = functions.named(call.function());
            function.ifPresent(called -> found.addAll(in(called)));
          }
        });
    return found;
  }
}
