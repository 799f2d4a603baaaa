package gradus.check.sense;

import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Superscript;
import java.util.List;

/// What stands above a value: a power, a transposition, the sign of the positive part.
final class Superscripts {
  private final Interpreter sensing;

  Superscripts(Interpreter sensing) {
    this.sensing = sensing;
  }

  Sense of(Sense value, List<Superscript> above) {
    Sense result = value;
    for (Superscript script : above) {
      result = result.then(grid -> raised(grid, script));
    }
    return result;
  }

  private Sense raised(Grid grid, Superscript script) {
    return switch (script) {
      case Superscript.Transposition _ -> grid.transposed();
      case Superscript.Primes(int count) -> count == 1 ? grid.transposed() : grid;
      case Superscript.Label(List<Notated> values) ->
          values.size() == 1
              ? raised(grid, new Superscript.Raised(values.getFirst()))
              : Interpreter.nothing(
                  Cause.UNSUPPORTED, values.getFirst().span(), "this superscript");
      case Superscript.Raised(Mark mark) -> raised(grid, mark);
      case Superscript.Raised(Notated exponent) ->
          sensing
              .of(exponent)
              .then(power ->
                  power.isScalar() && (grid.isVector() || !isInverse(power))
                      ? grid.map(entry -> new Power(entry, power.scalar()))
                      : Interpreter.nothing(Cause.UNSUPPORTED, exponent.span(), "this power"));
    };
  }

  /// `z^+` is a ReLU; the ring of `v^{⊙2}` says that the power goes entry by entry, as it does.
  private static Sense raised(Grid grid, Mark mark) {
    return switch (mark.sign()) {
      case "+" -> grid.map(entry -> Formulas.call("relu", entry));
      case "⊙", "∘" -> grid;
      default -> Interpreter.nothing(Cause.UNSUPPORTED, mark.span(), mark.sign());
    };
  }

  private static boolean isInverse(Grid power) {
    return Formulas.isNumber(power.scalar(), gradus.expr.Rational.MINUS_ONE);
  }
}
