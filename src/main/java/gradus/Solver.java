package gradus;

import gradus.calculus.Derivation;
import gradus.calculus.DirectRoute;
import gradus.calculus.Form;
import gradus.calculus.Paths;
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
import gradus.sheet.NumeratorLayout;
import gradus.sheet.TypedSolution;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Derives a problem in one form, runs it where the data tell every size, and verifies it.
final class Solver {
  private static final Run NO_RUN = new Run(List.of(), Optional.empty(), List.of(), List.of());

  private final Problem problem;
  private final Optional<Derived> numbers;
  private final Form form;
  private final UnaryOperator<Derivation> bend;
  private final List<Diagnostic> unverified = new ArrayList<>();

  /// @param numbers the instance of the problem, where there is one
  Solver(Problem problem, Optional<Derived> numbers, SheetForm form) {
    this(problem, numbers, form, UnaryOperator.identity());
  }

  /// @param bend what becomes of a derivation before it is verified: a test shows that a fault is
  ///   seen
  Solver(
      Problem problem, Optional<Derived> numbers, SheetForm form, UnaryOperator<Derivation> bend) {
    this.problem = problem;
    this.numbers = numbers;
    this.bend = bend;
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
    verifyPaths(numbers, outcome.run());
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
    return verified(
        Verification.of(
            numbers.graph(), numbers.functions(), derivation, given, numbers.labels(), data(run)));
  }

  private void verifyPaths(Derived numbers, Run run) {
    List<Paths> paths = numbers.derivation().paths();
    if (!paths.isEmpty()) {
      Problem own = numbers.problem();
      verified(Verification.of(own.graph(), own.functions(), paths, own.labels(), data(run)));
    }
  }

  private static List<Map<Symbol, Value>> data(Run run) {
    return run.points().stream().map(Run.AtPoint::values).toList();
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
    return typed(deriving, derived.derivation().orElseThrow(), outcome.map(Run.Outcome::run));
  }

  private Gradus.Solving typed(TypedDerivation deriving, Derivation plain, Optional<Run> run) {
    boolean beside = form == Form.MATRIX && !isSingle(run);
    Derivation derivation = bend.apply(beside ? deriving.withJacobians(plain) : plain);
    Verification.Report report = verified(deriving.verified(derivation));
    if (report.nowhere().isEmpty()) {
      deriving.verified(derivation.jacobians()).forEach(this::verified);
    }
    Optional<Derivation> matrices =
        form == Form.INDEX && deriving.hasMatrixSpelling()
            ? Optional.of(deriving.in(Form.MATRIX))
            : Optional.empty();
    matrices.ifPresent(same -> verified(deriving.verified(same)));
    TypedSolution typed =
        new TypedSolution(
            problem,
            form,
            form == Form.MATRIX ? laidOut(derivation, deriving) : derivation,
            matrices.map(same -> laidOut(same, deriving)),
            routes(matrices.orElse(derivation), deriving),
            run.map(this::instanced).stream().toList(),
            problem.layout() == Layout.NUMERATOR,
            report);
    return solved(
        new Solution(problem, problem, derivation, run.orElse(NO_RUN), report, Optional.of(typed)));
  }

  private Instanced instanced(Run run) {
    return new Instanced(numbers.orElseThrow().problem(), run, TypedDerivation.sizes(problem));
  }

  /// As it is printed: laid out the other way round every line is another, and verified again.
  private Derivation laidOut(Derivation derivation, TypedDerivation deriving) {
    if (problem.layout() != Layout.NUMERATOR) {
      return derivation;
    }
    Derivation turned = NumeratorLayout.of(derivation);
    verified(deriving.verified(NumeratorLayout.turnedBack(turned)));
    return turned;
  }

  private List<DirectRoute> routes(Derivation matrices, TypedDerivation deriving) {
    List<DirectRoute> routes =
        problem.layout() == Layout.NUMERATOR ? List.of() : deriving.directRoutes(matrices);
    routes.forEach(route -> verified(deriving.verified(route)));
    return routes;
  }

  /// Whether the numbers stand behind the formulas, where Jacobians in letters would say no more.
  private static boolean isSingle(Optional<Run> run) {
    return run.filter(found -> found.points().size() == 1).isPresent();
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
