package gradus.check.sense;

import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Norm;
import gradus.syntax.paper.Notated.Superscript;
import java.util.List;
import java.util.Optional;

/// Norms of every order: `\|v\|`, `\|v\|_1`, `\|W\|_F^2`, `\|v\|_p^p`.
final class Norms {
  private final Interpreter sensing;

  Norms(Interpreter sensing) {
    this.sensing = sensing;
  }

  Sense of(Norm norm, List<Notated> below, List<Superscript> above) {
    Optional<Notated> kind = below.stream().findFirst();
    Optional<Expr> power = Optional.empty();
    for (Superscript script : above) {
      if (script instanceof Superscript.Raised(Notated exponent)
          && sensing.of(exponent) instanceof Grid grid
          && grid.isScalar()) {
        power = Optional.of(grid.scalar());
      }
    }
    return of(norm, kind, power);
  }

  Sense of(Norm norm, Optional<Notated> kind, Optional<Expr> power) {
    String word =
        kind.map(order -> String.join("", new NameParts(sensing).tokens(order))).orElse("2");
    return sensing
        .of(norm.value())
        .then(grid ->
            switch (word) {
              case "1" -> Sense.scalar(powered(sum(grid.map(Calls::absolute)), power));
              case "2", "F" -> Sense.scalar(euclidean(grid, power));
              case "infty", "infinity", "∞" ->
                  Sense.scalar(powered(Wholes.largest(grid.map(Calls::absolute)), power));
              default ->
                  sensing
                      .of(kind.orElseThrow())
                      .then(order ->
                          order.isScalar()
                              ? Sense.scalar(ofOrder(order.scalar(), grid, power))
                              : Interpreter.nothing(Cause.UNSUPPORTED, norm.span(), "this norm"));
            });
  }

  /// `(|v_1|^p + … + |v_n|^p)^{1/p}`; to the power p without the root.
  private static Expr ofOrder(Expr order, Grid grid, Optional<Expr> power) {
    Expr powers = sum(grid.map(entry -> new Power(Calls.absolute(entry), order)));
    return power.filter(order::equals).isPresent()
        ? powers
        : powered(new Power(powers, new Power(order, Formulas.MINUS_ONE)), power);
  }

  private static Expr euclidean(Grid grid, Optional<Expr> power) {
    Expr squares = sum(grid.map(entry -> new Power(entry, Expr.Number.of(2))));
    boolean squared = power.filter(p -> Formulas.isNumber(p, Rational.of(2))).isPresent();
    return squared ? squares : powered(new Power(squares, Expr.Number.of(Rational.HALF)), power);
  }

  private static Expr powered(Expr base, Optional<Expr> power) {
    return power.map(p -> (Expr) new Power(base, p)).orElse(base);
  }

  private static Expr sum(Grid grid) {
    return Formulas.sum(grid.entries());
  }
}
