package gradus.syntax;

import static gradus.syntax.Sketch.joined;
import static gradus.syntax.Sketch.list;

import gradus.syntax.written.Statement;
import gradus.syntax.written.Statement.Request;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Declared;
import gradus.syntax.written.Written.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Statements in one spelling each, so that a table can say what was read.
public final class StatementSketch {
  private StatementSketch() {}

  public static String of(Statement statement) {
    return switch (statement) {
      case Statement.Network network -> "network " + network.title();
      case Statement.Size size ->
          "size "
              + joined(size.names(), ", ", StatementSketch::declared)
              + Sketch.of(size.family());
      case Statement.Declare declare -> declare(declare);
      case Statement.Function function ->
          "function "
              + Sketch.of(function.name())
              + "("
              + list(function.parameters(), ", ")
              + ")"
              + formula(" = ", function.formula())
              + Sketch.of(function.family());
      case Statement.Define define ->
          (define.loss() ? "loss " : "")
              + Sketch.of(define.name())
              + " = "
              + Sketch.of(define.formula())
              + Sketch.of(define.family());
      case Statement.LossOverPoints over ->
          "loss over points " + over.combination().name().toLowerCase(Locale.ROOT);
      case Statement.NameAdjoint name ->
          "name "
              + Sketch.of(name.name())
              + " = "
              + Sketch.of(name.adjoint())
              + Sketch.of(name.family());
      case Statement.Convention convention ->
          "convention "
              + Sketch.of(convention.function())
              + formula(" at ", convention.at())
              + " = "
              + convention.value().map(Sketch::of).orElse("undefined");
      case Statement.Layout layout ->
          "layout " + (layout.numerator() ? "numerator" : "denominator");
      case Statement.IndexFrom index -> "index from " + index.origin();
      case Statement.Given given -> "given " + joined(given.assignments(), ", ", Sketch::of);
      case Statement.At at ->
          "at" + formula(" ", at.name()) + ": " + joined(at.assignments(), ", ", Sketch::of);
      case Statement.Descend descend -> descend(descend);
      case Statement.Round round -> "round" + formula(" ", round.name()) + " to " + round.places();
      case Statement.Derive derive -> "derive " + requests(derive.requests());
      case Statement.Task task ->
          "task "
              + task.label()
              + task.points().map(points -> " [" + points + "]").orElse("")
              + (task.text().isEmpty() ? "" : " " + task.text())
              + (task.requests().isEmpty() ? "" : ": " + requests(task.requests()));
    };
  }

  private static String formula(String before, Optional<? extends Written> formula) {
    return formula.map(written -> before + Sketch.of(written)).orElse("");
  }

  private static String declared(Declared declared) {
    return Sketch.of(declared.name()) + formula(" = ", declared.value());
  }

  private static String declare(Statement.Declare declare) {
    return declare.role().name().toLowerCase(Locale.ROOT)
        + " "
        + list(declare.names(), ", ")
        + (declare.shape().isEmpty() ? "" : " : " + list(declare.shape(), " x "))
        + joined(declare.facts(), "", StatementSketch::fact)
        + (declare.frozen() ? " frozen" : "")
        + Sketch.of(declare.family());
  }

  private static String fact(Fact fact) {
    return switch (fact) {
      case Fact.OneHot _ -> " one-hot";
      case Fact.OneOf(List<Written> values, _) -> " in {" + list(values, ", ") + "}";
      case Fact.Within within -> " in " + Sketch.of(within.from()) + ".." + Sketch.of(within.to());
      case Fact.Bound bound ->
          " " + Sketch.relation(bound.relation()) + " " + Sketch.of(bound.value());
    };
  }

  private static String descend(Statement.Descend descend) {
    return "descend"
        + formula(" ", descend.rateName())
        + formula(" = ", descend.rate())
        + (descend.times() == 1 ? "" : " times " + descend.times())
        + (descend.showLast() ? " show last" : "")
        + (descend.on().isEmpty() ? "" : " on " + list(descend.on(), ", "))
        + (descend.points().isEmpty() ? "" : " at " + list(descend.points(), ", "));
  }

  private static String requests(List<Request> requests) {
    return joined(
        requests,
        ", ",
        request ->
            Sketch.of(request.partial())
                + (request.byPaths() ? " by paths" : "")
                + (request.entryByEntry() ? " entry by entry" : ""));
  }
}
