package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Name;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Functions with `f(-u) = -f(u)`.
final class OddFunctions {
  private static final Set<Name> NAMES =
      Stream.of("sign", "sin", "tanh").map(Name::of).collect(Collectors.toUnmodifiableSet());

  private OddFunctions() {}

  static boolean isOdd(Expr expr) {
    return expr instanceof Call call && !call.isDerivative() && NAMES.contains(call.function());
  }

  static Expr argument(Expr call) {
    return ((Call) call).arguments().getFirst();
  }

  static Expr at(Expr call, Expr argument) {
    return new Call(((Call) call).function(), List.of(0), List.of(argument));
  }
}
