package gradus.calculus;

import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.expr.Family;
import gradus.syntax.print.PlainText;
import java.util.stream.Collectors;

/// Adjoints as text for tests.
public final class DerivationText {
  private DerivationText() {}

  /// The last line of each: `dE/dz[L]_{j} = z[L]_{j} - y_{j}`, with its range of labels.
  static String results(Derivation derivation) {
    return derivation.adjoints().stream()
        .map(adjoint -> head(adjoint) + " = " + PlainText.of(adjoint.formula()) + range(adjoint))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// All lines, below what they are equal to.
  public static String lines(Adjoint adjoint) {
    return adjoint.steps().stream()
        .map(step -> "= " + PlainText.of(step.formula()) + "\n")
        .collect(Collectors.joining("", head(adjoint) + range(adjoint) + "\n", ""));
  }

  private static String head(Adjoint adjoint) {
    return adjoint
        .alias()
        .map(alias -> PlainText.of(alias.name()))
        .orElse(PlainText.of(adjoint.partial()));
  }

  private static String range(Adjoint adjoint) {
    return adjoint.family().map(DerivationText::range).orElse("");
  }

  private static String range(Family family) {
    return " for %s in %s..%s".formatted(family.letter(), family.from(), family.to());
  }
}
