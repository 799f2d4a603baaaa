package gradus;

import gradus.calculus.Derivation;
import gradus.calculus.DirectRoute;
import gradus.calculus.Form;
import gradus.calculus.Verification;
import gradus.expr.Expr;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.network.Derived;
import gradus.network.Problem;
import gradus.network.Problem.Layout;
import gradus.network.Run;
import gradus.network.TypedDerivation;
import gradus.sheet.Instanced;
import gradus.sheet.TypedSolution;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Derives a problem in one form, runs it where the data tell every size, and verifies it.
final class Solver {
  private static final Run NO_RUN = new Run(List.of(), Optional.empty(), List.of(), List.of());

  private final Problem problem;
  private final Optional<Derived> numbers;
  private final Form form;
  private final List<Diagnostic> unverified = new ArrayList<>();

  /// @param numbers the instance of the problem, where there is one
  Solver(Problem problem, Optional<Derived> numbers, SheetForm form) {
    this.problem = problem;
    this.numbers = numbers;
    this.form = form(form);
  }

  private Form form(SheetForm wanted) {
    return switch (wanted) {
      case SCALAR -> Form.SCALAR;
      case INDEX -> problem.isScalar() ? Form.SCALAR : Form.INDEX;
      case MATRIX -> problem.isScalar() ? Form.SCALAR : Form.MATRIX;
      case AUTO -> problem.isScalar() ? Form.SCALAR : suggested();
    };
  }

  private Form suggested() {
    if (problem.requests().stream().anyMatch(Problem.Request::entryByEntry)
        && numbers.isPresent()) {
      return Form.SCALAR;
    }
    boolean byEntries =
        problem.graph().definitions().stream()
            .anyMatch(definition -> definition.formula() instanceof Expr.ByEntries);
    return byEntries || !new TypedDerivation(problem).hasMatrixSpelling()
        ? Form.INDEX
        : Form.MATRIX;
  }

  Gradus.Solving solving() {
    if (form != Form.SCALAR) {
      return typed();
    }
    return numbers.map(this::scalar).orElseGet(() -> failed(List.of(open())));
  }

  /// A size without a number.
  private Diagnostic open() {
    String letters =
        String.join(
            ", ", problem.sizes().open().stream().map(size -> size.letter().toString()).toList());
    String first =
        problem.sizes().open().stream().findFirst().map(size -> size.letter() + " = 3").orElse("n");
    return Fault.SIZES_WITHOUT_NUMBERS
        .at(problem.origin().source(), problem.origin().openSize(), letters)
        .suggesting("size " + first);
  }

  private static Gradus.Solving failed(List<Diagnostic> diagnostics) {
    return new Gradus.Solving(Optional.empty(), diagnostics);
  }

  private Gradus.Solving scalar(Derived numbers) {
    Run.Outcome outcome = Run.of(numbers);
    if (!outcome.diagnostics().isEmpty()) {
      return failed(outcome.diagnostics());
    }
    Verification.Report report = verification(numbers, outcome.run());
    return solved(
        new Solution(
            problem,
            numbers.problem(),
            numbers.derivation(),
            outcome.run(),
            report,
            Optional.empty()));
  }

  /// Of an instance, entry by entry; also of what contradicts a given adjoint.
  private Verification.Report verification(Derived numbers, Run run) {
    if (!run.contradictions().isEmpty()) {
      numbers.ungiven().ifPresent(other -> verification(numbers.problem(), other, Set.of(), run));
    }
    Set<Symbol> given = numbers.problem().givenEverywhere();
    return verification(numbers.problem(), numbers.derivation(), given, run);
  }

  private Verification.Report verification(
      Problem numbers, Derivation derivation, Set<Symbol> given, Run run) {
    List<Map<Symbol, Value>> data = run.points().stream().map(Run.AtPoint::values).toList();
    return verified(
        Verification.of(
            numbers.graph(), numbers.functions(), derivation, given, numbers.labels(), data));
  }

  /// The numbers of an instance come from its own derivation, which is verified like the printed
  /// one.
  private Gradus.Solving typed() {
    Optional<Run.Outcome> outcome = numbers.map(Run::of);
    List<Diagnostic> faults = outcome.map(Run.Outcome::diagnostics).orElse(List.of());
    if (!faults.isEmpty()) {
      return failed(faults);
    }
    numbers.ifPresent(derived -> verification(derived, outcome.orElseThrow().run()));
    TypedDerivation deriving = new TypedDerivation(problem);
    Optional<Diagnostic> entries =
        form == Form.MATRIX ? deriving.withoutMatrices() : Optional.empty();
    TypedDerivation.Outcome derived = deriving.outcome(entries.isEmpty() ? form : Form.INDEX);
    Optional<Diagnostic> refusal = derived.refusal().or(() -> entries);
    if (refusal.isPresent()) {
      return failed(List.of(refusal.get()));
    }
    Derivation derivation = derived.derivation().orElseThrow();
    Verification.Report report = verified(deriving.verified(derivation));
    Optional<Derivation> matrices =
        form == Form.INDEX && deriving.hasMatrixSpelling()
            ? Optional.of(deriving.in(Form.MATRIX))
            : Optional.empty();
    matrices.ifPresent(same -> verified(deriving.verified(same)));
    List<DirectRoute> routes =
        problem.layout() == Layout.NUMERATOR
            ? List.of()
            : deriving.directRoutes(matrices.orElse(derivation));
    routes.forEach(route -> verified(deriving.verified(route)));
    List<Instanced> instances =
        outcome.stream()
            .map(o ->
                new Instanced(
                    numbers.orElseThrow().problem(), o.run(), TypedDerivation.sizes(problem)))
            .toList();
    TypedSolution typed =
        new TypedSolution(
            problem,
            form,
            derivation,
            matrices,
            routes,
            instances,
            problem.layout() == Layout.NUMERATOR,
            report);
    Run run = outcome.map(Run.Outcome::run).orElse(NO_RUN);
    return solved(new Solution(problem, problem, derivation, run, report, Optional.of(typed)));
  }

  private Verification.Report verified(Verification.Report report) {
    if (report.mismatch().isPresent()) {
      throw new GradusFault("a derivative could not be verified: " + report.mismatch().get());
    }
    report.nowhere().map(problem.origin()::nowhere).ifPresent(unverified::add);
    return report;
  }

  /// Nothing unverified is printed.
  private Gradus.Solving solved(Solution solution) {
    return unverified.isEmpty()
        ? new Gradus.Solving(Optional.of(solution), List.of())
        : failed(List.of(unverified.getFirst()));
  }
}
