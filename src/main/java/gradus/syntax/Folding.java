package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import java.util.ArrayList;
import java.util.List;

/// `max(a, max(b, c))` is written `max(a, b, c)`, as it is typed.
public final class Folding {
  private Folding() {}

  public static List<Expr> arguments(Call call) {
    return folds(call) ? flattened(call) : call.arguments();
  }

  private static boolean folds(Call call) {
    String key = call.function().key();
    return !call.isDerivative() && (key.equals("max") || key.equals("min"));
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
