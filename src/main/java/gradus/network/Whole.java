package gradus.network;

import gradus.network.Problem.Point;
import gradus.network.Problem.Size;
import gradus.network.Problem.Sizes;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Checks what only all statements together can show: something to derive, values for all that
/// needs them, and formulas that have values there.
final class Whole {
  private final Assembly assembly;
  private final Report report;

  Whole(Assembly assembly, Report report) {
    this.assembly = assembly;
    this.report = report;
  }

  /// @param numbers the problem where the data tell every size, derived
  record Reading(Problem problem, Optional<Derived> numbers) {
    private Reading(Problem problem) {
      this(problem, Optional.empty());
    }
  }

  /// @param complete whether every statement of the file could be read; what is missing from the
  ///   others may stand in one that could not
  Reading reading(boolean complete) {
    Problem draft = assembly.problem();
    if (complete) {
      checkRequests(draft);
    }
    if (!draft.isScalar() && !report.isEmpty()) {
      return new Reading(draft);
    }
    Optional<Problem> numbers = numbers(draft);
    if (complete && report.isEmpty()) {
      new UnknownFaults(draft, report, assembly::place).tell(numbers);
    }
    if (numbers.isEmpty()) {
      return new Reading(open(draft, complete && report.isEmpty()));
    }
    Reading reading = derived(draft, numbers.get(), complete);
    if (!reading.problem().points().isEmpty()) {
      evaluate(numbers.get());
    }
    return reading;
  }

  /// Where a statement could not be read there is no problem in the end, and points tell nothing.
  private Reading derived(Problem draft, Problem numbers, boolean complete) {
    if (!complete && !assembly.hasImplicitPoint()) {
      return new Reading(draft);
    }
    Derived derived = Derived.of(numbers);
    if (assembly.hasImplicitPoint()) {
      return settled(draft, derived, complete);
    }
    checkPoints(derived);
    return new Reading(draft, Optional.of(derived));
  }

  /// At the sizes of the data there may be faults that letters do not show.
  private Optional<Problem> numbers(Problem draft) {
    if (draft.isScalar()) {
      return Optional.of(draft);
    }
    AtSizes.Reading reading = AtSizes.of(draft, draft.sizes().bound());
    reading.faults().forEach(report);
    return reading.problem();
  }

  /// The data leave a size open, so there is no point yet: values alone may be there for later.
  private Problem open(Problem draft, boolean complete) {
    if (assembly.hasImplicitPoint()) {
      return assembly.withoutPoints();
    }
    for (int i = 0; i < draft.points().size() && complete; i++) {
      String sizes =
          draft.sizes().open().stream()
              .filter(size -> !isBound(size, draft.sizes()))
              .map(size -> size.letter().toString())
              .collect(Collectors.joining(", "));
      report.add(
          draft.origin().points().get(i), Fault.MISSING_VALUES, called(draft.points(), i), sizes);
    }
    return draft;
  }

  private static boolean isBound(Size size, Sizes sizes) {
    return size.family().isEmpty() && sizes.bound().containsKey(size.letter());
  }

  private void checkRequests(Problem draft) {
    if (draft.requests().isEmpty() && report.isEmpty()) {
      String target = draft.objective().map(Spelling::of).orElse("L");
      String by =
          draft.declarations().stream()
              .findFirst()
              .map(declaration -> Spelling.of(declaration.quantity()))
              .orElse("w");
      Diagnostic nothing = Fault.NOTHING_TO_DERIVE.at(report.source(), new Span(0, 0));
      report.accept(
          nothing.suggesting(
              draft.objective().isPresent()
                  ? "derive d" + target + "/d" + by
                  : "loss L = (y - p)^2"));
    }
  }

  /// Given values alone make a point if nothing is missing from them.
  private Reading settled(Problem draft, Derived numbers, boolean complete) {
    List<String> missing =
        new Completeness(numbers)
            .missing(numbers.problem().points().getFirst(), assembly.faulty(0));
    if (missing.isEmpty() && !draft.given().isEmpty()) {
      return new Reading(draft, Optional.of(numbers));
    }
    for (int i = 0; i < draft.descents().size() && complete; i++) {
      if (draft.descents().get(i).rate().isPresent()) {
        reportStep(draft.origin().descents().get(i), missing);
      }
    }
    Problem rest = assembly.withoutPoints();
    return new Reading(rest, AtSizes.ofData(rest).map(numbers::with));
  }

  private void reportStep(Span span, List<String> missing) {
    String values = missing.stream().map(name -> name + " = …").collect(Collectors.joining(", "));
    Diagnostic fault =
        Fault.NO_POINT_FOR_STEP.at(report.source(), span, String.join(", ", missing));
    report.accept(fault.suggesting("at first: " + values));
  }

  private void checkPoints(Derived numbers) {
    Completeness completeness = new Completeness(numbers);
    Problem problem = numbers.problem();
    for (int i = 0; i < problem.points().size(); i++) {
      List<String> missing = completeness.missing(problem.points().get(i), assembly.faulty(i));
      if (!missing.isEmpty()) {
        report.add(
            problem.origin().points().get(i),
            Fault.MISSING_VALUES,
            called(problem.points(), i),
            String.join(", ", missing));
      }
    }
  }

  static String called(List<Point> points, int index) {
    return points
        .get(index)
        .name()
        .map(name -> "point '" + name + "'")
        .orElse(points.size() == 1 ? "this point" : "point " + (index + 1));
  }

  private void evaluate(Problem problem) {
    DomainFaults faults = new DomainFaults(problem.origin(), report);
    Passes passes = new Passes();
    for (int i = 0; i < problem.points().size(); i++) {
      Site site = Site.of(problem, i);
      faults.report(problem.graph(), site, passes.pass(site, problem.graph()), "");
    }
  }
}
