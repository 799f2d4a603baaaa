package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `max(a, max(b, c))` is written `max(a, b, c)`, as it is typed.
public final class Folding {
  private static final Set<Name> FOLDING = Set.of(Name.of("max"), Name.of("min"));

  private Folding() {}

  public static List<Expr> arguments(Call call) {
    return folds(call) ? flattened(call) : call.arguments();
  }

  private static boolean folds(Call call) {
    return !call.isDerivative() && isFolding(call.function());
  }

  /// Of many arguments these take the first two, then the result and the third, and so on.
  public static boolean isFolding(Name function) {
    return FOLDING.contains(function);
  }

  private static List<Expr> flattened(Call call) {
    List<Expr> arguments = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      if (argument instanceof Call inner
          && inner.function().equals(call.function())
          && !inner.isDerivative()) {
        arguments.addAll(flattened(inner));
      } else {
        arguments.add(argument);
      }
    }
    return arguments;
  }
}
