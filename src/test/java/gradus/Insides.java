package gradus;

import gradus.calculus.step.Derivation;
import gradus.calculus.verify.Verification;
import gradus.network.Problem;
import gradus.network.run.Run;
import gradus.sheet.number.ArraySolution;
import java.util.Optional;

/// What a solution shows nobody but the tests of what is made of it.
public record Insides(
    Problem written,
    Derivation derivation,
    Run run,
    Verification.Report verification,
    Optional<ArraySolution> typed) {

  public static Insides of(Solution solution) {
    return new Insides(
        solution.written(),
        solution.derivation(),
        solution.run(),
        solution.verification(),
        solution.typed());
  }
}
