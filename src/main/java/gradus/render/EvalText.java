package gradus.render;

import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.ArrayValue;
import gradus.network.Gathered;
import gradus.network.Problem;
import gradus.network.Run;
import gradus.network.Run.AtPoint;
import gradus.network.Run.Step;
import gradus.syntax.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values and gradients as tables for a terminal: one for each point, one for each step.
public final class EvalText {
  private final Problem problem;
  private final Run run;
  private final ValueText numbers;
  private final TextGrids grids = new TextGrids();
  private final StringBuilder out = new StringBuilder();

  private EvalText(Problem problem, Run run, int digits) {
    this.problem = problem;
    this.run = run;
    this.numbers = ValueText.of(problem, digits);
  }

  /// All of them, points first.
  ///
  /// @param digits significant digits of values that are not short and exact
  public static String of(Problem problem, Run run, int digits) {
    EvalText text = new EvalText(problem, run, digits);
    text.write();
    return text.out.toString();
  }

  private void write() {
    out.append(Printable.of(problem.title())).append('\n');
    if (run.points().isEmpty()) {
      out.append("no values: the network has no data point\n");
    }
    run.points().forEach(this::point);
    run.combined().ifPresent(this::combined);
    run.steps().forEach(this::step);
  }

  private void point(AtPoint at) {
    heading(Results.name(run, at).map(name -> "point " + name).orElse(""));
    table(List.of("quantity", "value", "gradient"), rows(at));
    at.kinks()
        .forEach(kink ->
            out.append("  on the kink of ")
                .append(kink.function())
                .append(": ")
                .append(Keys.of(kink.argument()))
                .append(" = ")
                .append(numbers.of(kink.at()))
                .append('\n'));
  }

  private void heading(String heading) {
    out.append('\n');
    if (!heading.isEmpty()) {
      out.append(heading).append('\n');
    }
  }

  private List<List<String>> rows(AtPoint at) {
    List<List<String>> rows = new ArrayList<>();
    Optional<Quantity> objective = problem.objective();
    Map<Symbol, ArrayValue> values = Gathered.of(at.values(), problem);
    for (Map.Entry<Symbol, ArrayValue> entry : values.entrySet()) {
      switch (entry.getKey()) {
        case Quantity quantity -> {
          Optional<ArrayValue> gradient =
              objective.map(loss -> values.get(Partial.total(loss, quantity)));
          rows.add(
              List.of(
                  Keys.of(quantity), text(entry.getValue()), gradient.map(this::text).orElse("")));
        }
        case Partial partial when objective.equals(Optional.of(partial.of())) -> {}
        case Partial partial -> rows.add(List.of(Keys.of(partial), text(entry.getValue()), ""));
        case Symbol.Updated _ -> {}
      }
    }
    return rows;
  }

  private void combined(Run.Combined combined) {
    heading("all points");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("loss", numbers.of(combined.loss()), ""));
    Results.named(problem, combined.gradients())
        .forEach((name, value) -> rows.add(List.of(name, "", text(value))));
    table(List.of("quantity", "value", "gradient"), rows);
  }

  private void step(Step step) {
    List<String> points =
        step.before().stream().flatMap(at -> Results.name(run, at).stream()).toList();
    String where = points.isEmpty() ? "" : ", point " + String.join(", ", points);
    heading("step " + step.number() + where + ", rate " + numbers.of(Value.of(step.rate())));
    List<List<String>> rows = new ArrayList<>();
    Map<Symbol, ArrayValue> old = Gathered.of(step.old(), problem);
    Map<Symbol, ArrayValue> gradients = Gathered.of(step.gradients(), problem);
    Gathered.of(step.updated(), problem)
        .forEach((moved, value) ->
            rows.add(
                List.of(
                    Keys.of(moved),
                    Optional.ofNullable(old.get(moved)).map(this::text).orElse(""),
                    text(gradients.getOrDefault(moved, value)),
                    text(value))));
    table(List.of("quantity", "old", "gradient", "new"), rows);
    for (AtPoint after : step.after()) {
      String at = step.after().size() > 1 ? " at point " + Results.name(run, after).orElse("") : "";
      out.append("  loss").append(at).append(" after the step: ");
      out.append(numbers.of(Results.loss(problem, after))).append('\n');
    }
  }

  private void table(List<String> header, List<List<String>> rows) {
    TextTable.of(header, rows, "  ")
        .lines()
        .flatMap(line -> grids.opened(line).stream())
        .forEach(line -> out.append(line).append('\n'));
  }

  /// A vector as a column.
  private String text(ArrayValue value) {
    return switch (value) {
      case ArrayValue.Single(Value single) -> numbers.of(single);
      case ArrayValue.Listed listed -> {
        List<List<String>> rows =
            listed.rows().stream().map(row -> row.stream().map(numbers::of).toList()).toList();
        boolean inLine = rows.size() == 1 || grids.isFull();
        yield inLine ? inLine(rows) : grids.grid(rows);
      }
    };
  }

  private static String inLine(List<List<String>> rows) {
    return "[" + String.join("; ", rows.stream().map(row -> String.join(", ", row)).toList()) + "]";
  }
}
