package gradus;

import gradus.check.Comparing;
import gradus.network.AtSizes;
import gradus.network.Derived;
import gradus.network.LoneFormula;
import gradus.network.Problem;
import gradus.network.ProblemReader;
import gradus.render.EqualityJson;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Source;
import gradus.syntax.Span;
import java.util.List;
import java.util.Optional;

/// The Java API: everything that the command line does, without files, streams and exit codes.
///
/// ```java
/// Gradus.Solving solving = Gradus.solve("neuron.gradus", """
///     input x
///     weight w
///     z = w * x
///     loss L = z^2
///     at x = 1, w = 3
///     """);
/// Solution solution = solving.solution().orElseThrow();
/// solution.value("dL/dw");          // Exact[number=6]
/// solution.sheet(SheetFormat.LATEX);
/// ```
///
/// Nothing is thrown for a fault of the input: a call returns what it could make and the
/// diagnostics. [GradusFault] is thrown for a fault of Gradus itself.
public final class Gradus {
  private Gradus() {}

  /// Either a solution, or diagnostics that say why there is none.
  public record Solving(Optional<Solution> solution, List<Diagnostic> diagnostics) {
    public Solving {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Reads a network file and solves it.
  ///
  /// @param name what diagnostics call the text, such as its file name
  /// @throws GradusFault if a derivative disagrees with finite differences
  public static Solving solve(String name, String network) {
    return solve(name, network, SheetForm.AUTO);
  }

  /// The same with derivatives written in a form of the caller's choice.
  public static Solving solve(String name, String network, SheetForm form) {
    ProblemReader.Outcome read = ProblemReader.read(new Source(name, network));
    return read.problem()
        .map(problem -> new Solver(problem, read.numbers(), form).solving())
        .orElseGet(() -> new Solving(Optional.empty(), read.diagnostics()));
  }

  /// Either a gradient, or diagnostics that say why there is none.
  public record Differing(Optional<Difference> difference, List<Diagnostic> diagnostics) {
    public Differing {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// The gradient of one formula whose value is a number.
  ///
  /// @param by the quantity to differentiate by
  /// @param where shapes and facts, as in `X: n x d; w: d; p >= 1`; other names are numbers
  /// @throws GradusFault if the derivative disagrees with finite differences
  public static Differing diff(String formula, String by, String where) {
    Source source = new Source("formula", formula);
    LoneFormula.Outcome read =
        LoneFormula.read(source, new Source("wrt", by), new Source("where", where));
    return read.formula()
        .map(lone -> new Differencing(lone, source).differing())
        .orElseGet(() -> new Differing(Optional.empty(), read.diagnostics()));
  }

  /// Derives, evaluates and verifies a problem.
  ///
  /// @throws GradusFault if a derivative disagrees with finite differences
  public static Solving solve(Problem problem, SheetForm form) {
    return new Solver(problem, AtSizes.ofData(problem).map(Derived::of), form).solving();
  }

  /// Compares two formulas in typed notation.
  ///
  /// @param where what is known of their names, such as `x > 0; t in {0, 1}; g(z)`; may be blank
  public static Comparison compare(String left, String right, String where) {
    return new Comparison(Comparing.of(left, right, where));
  }

  /// Answers one line of a batch of comparisons with one line of JSON. What is no question is
  /// answered as unreadable.
  public static String answer(String line) {
    EqualityJson.Line read = EqualityJson.read(line);
    return read.question()
        .map(q -> EqualityJson.of(q.id(), Comparing.of(q.left(), q.right(), q.where())))
        .orElseGet(() -> EqualityJson.unreadable(read.id(), read.fault()));
  }

  /// Reads a network file and prepares it for judging answers.
  ///
  /// @param name what diagnostics call the text, such as its file name
  public static Checker.Making checker(String name, String network) {
    ProblemReader.Outcome read = ProblemReader.read(new Source(name, network));
    if (read.problem().isEmpty()) {
      return new Checker.Making(Optional.empty(), read.diagnostics());
    }
    Optional<Checker> checker = Checker.of(read.problem().get(), read.numbers());
    return new Checker.Making(
        checker, checker.isPresent() ? List.of() : List.of(open(read.problem().get())));
  }

  private static Diagnostic open(Problem problem) {
    return Fault.UNSUPPORTED.at(
        problem.origin().source(), new Span(0, 0), "a network with sizes of this kind");
  }
}
