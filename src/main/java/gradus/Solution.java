package gradus;

import gradus.calculus.Derivation;
import gradus.calculus.Verification;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import gradus.network.KnownNames;
import gradus.network.Problem;
import gradus.network.Run;
import gradus.render.EvalCsv;
import gradus.render.EvalJson;
import gradus.render.EvalText;
import gradus.render.LatexSheet;
import gradus.render.SolveJson;
import gradus.render.TextSheet;
import gradus.sheet.Instanced;
import gradus.sheet.Sheet;
import gradus.sheet.SolutionSheet;
import gradus.sheet.TypedSheet;
import gradus.sheet.TypedSolution;
import java.util.Optional;
import java.util.OptionalInt;

/// A problem derived, evaluated at its data, and verified.
///
/// @param problem as the network file declares it
/// @param written what the derivation is about: the same, or in the scalar form its entries
/// @param run values entry by entry; without points where the data leave a size open
/// @param typed of vectors and matrices, where the derivation is about these
public record Solution(
    Problem problem,
    Problem written,
    Derivation derivation,
    Run run,
    Verification.Report verification,
    Optional<TypedSolution> typed) {
  /// Significant digits of a rounded number in a table.
  private static final int DIGITS = 6;

  /// The sheet in a format, numbers with as many digits as their notation takes.
  public String sheet(SheetFormat format) {
    return sheet(format, OptionalInt.empty(), false);
  }

  /// @param digits significant digits of printed numbers; JSON always has all of them
  /// @param sizes whether sizes stand below the factors of products of matrices, in LaTeX
  public String sheet(SheetFormat format, OptionalInt digits, boolean sizes) {
    return switch (format) {
      case LATEX -> LatexSheet.document(arranged(digits, sizes));
      case FRAGMENT -> LatexSheet.fragment(arranged(digits, sizes));
      case TEXT -> TextSheet.of(arranged(digits, false));
      case JSON -> SolveJson.of(problem, written, derivation, run, verification.worst());
    };
  }

  private Sheet arranged(OptionalInt digits, boolean sizes) {
    Sheet sheet =
        typed
            .map(solution -> TypedSheet.of(solution, digits))
            .orElseGet(() -> SolutionSheet.of(written, derivation, run, verification, digits));
    return sizes ? sheet.withSizes() : sheet;
  }

  /// Values and gradients at every point and step.
  public String table(TableFormat format, OptionalInt digits) {
    return switch (format) {
      case TEXT -> EvalText.of(problem, run, digits.orElse(DIGITS));
      case JSON -> EvalJson.of(problem, run);
      case CSV -> EvalCsv.of(problem, run);
    };
  }

  /// The value of a quantity or of a derivative, `z_1`, `w[2]` or `dL/dw`, at the first point;
  /// undefined where it has none there.
  public Value value(String name) {
    return run.points().stream()
        .findFirst()
        .flatMap(at -> KnownNames.symbol(numbers(), name).map(at::value))
        .orElseGet(() -> new Undefined(Cause.MISSING));
  }

  /// The problem that the run is of.
  private Problem numbers() {
    return typed
        .flatMap(solution -> solution.instances().stream().findFirst())
        .map(Instanced::problem)
        .orElse(written);
  }
}
