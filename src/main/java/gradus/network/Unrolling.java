package gradus.network;

import gradus.syntax.Fault;
import gradus.syntax.Letters;
import gradus.syntax.Statement;
import gradus.syntax.Statement.Request;
import gradus.syntax.Written.Assignment;
import gradus.syntax.Written.Declared;
import gradus.syntax.Written.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes families out: `z[k] = tanh(w[k] * z[k-1]) for k in 1..L` with `size L = 3` is three
/// definitions.
///
/// Limit: a family whose bounds do not come to numbers stays what it is, and is refused by name.
final class Unrolling {
  /// A family of more members is refused.
  private static final int MOST = 100_000;

  private final Report report;
  private Letters sizes = new Letters(Map.of());

  private Unrolling(Report report) {
    this.report = report;
  }

  static List<Statement> of(List<Statement> statements, Report report) {
    return new Unrolling(report).unrolled(statements);
  }

  private List<Statement> unrolled(List<Statement> statements) {
    List<Statement> rest = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Size size) {
        readSizes(size).ifPresent(rest::add);
      } else {
        rest.add(statement);
      }
    }
    return rest.stream().flatMap(statement -> instances(statement).stream()).toList();
  }

  /// What is left of a statement: sizes without a number.
  private Optional<Statement> readSizes(Statement.Size size) {
    List<Declared> open = new ArrayList<>();
    for (Declared declared : size.names()) {
      Optional<Integer> value = declared.value().flatMap(sizes::integer);
      boolean plain = declared.name().labels().isEmpty() && size.family().isEmpty();
      if (plain && value.isPresent() && value.get() > 0) {
        sizes = sizes.with(declared.name().text(), value.get());
      } else if (plain && value.isPresent()) {
        report.add(declared.name().span(), Fault.SIZE_NOT_POSITIVE, declared.name().text());
      } else {
        open.add(declared);
      }
    }
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(new Statement.Size(open, size.family(), size.span()));
  }

  private List<Statement> instances(Statement statement) {
    Optional<Family> family = statement.family();
    if (family.isEmpty()) {
      return List.of(with(statement, sizes));
    }
    Optional<Integer> from = sizes.integer(family.get().from());
    Optional<Integer> to = sizes.integer(family.get().to());
    if (from.isEmpty() || to.isEmpty()) {
      return List.of(statement);
    }
    if ((long) to.get() - from.get() >= MOST) {
      report.add(family.get().span(), Fault.FAMILY_TOO_LARGE, MOST);
      return List.of();
    }
    if (to.get() < from.get()) {
      report.add(family.get().span(), Fault.EMPTY_FAMILY, from.get(), to.get());
    }
    List<Statement> instances = new ArrayList<>();
    for (int value = from.get(); value <= to.get(); value++) {
      Letters letters = sizes.with(family.get().letter(), value);
      instances.add(with(statement, letters));
    }
    return instances;
  }

  /// The statement with numbers for letters, without its family.
  private static Statement with(Statement statement, Letters letters) {
    return switch (statement) {
      case Statement.Declare d ->
          new Statement.Declare(
              d.role(),
              d.names().stream().map(letters::labelled).toList(),
              letters.in(d.shape()),
              d.facts(),
              d.frozen(),
              Optional.empty(),
              d.span());
      case Statement.Function f ->
          new Statement.Function(
              letters.labelled(f.name()),
              f.parameters(),
              f.formula().map(letters::in),
              Optional.empty(),
              f.span());
      case Statement.Define d ->
          new Statement.Define(
              letters.labelled(d.name()),
              letters.in(d.formula()),
              d.loss(),
              Optional.empty(),
              d.span());
      case Statement.NameAdjoint a ->
          new Statement.NameAdjoint(
              letters.labelled(a.name()), letters.in(a.adjoint()), Optional.empty(), a.span());
      case Statement.Given g ->
          new Statement.Given(assignments(g.assignments(), letters), g.span());
      case Statement.At a ->
          new Statement.At(a.name(), assignments(a.assignments(), letters), a.span());
      case Statement.Descend d ->
          new Statement.Descend(
              d.rateName(),
              d.rate().map(letters::in),
              d.times(),
              d.showLast(),
              d.on().stream().map(letters::labelled).toList(),
              d.points(),
              d.span());
      case Statement.Derive d -> new Statement.Derive(requests(d.requests(), letters), d.span());
      case Statement.Task t ->
          new Statement.Task(
              t.label(), t.points(), t.text(), requests(t.requests(), letters), t.span());
      case Statement.Size _,
          Statement.Network _,
          Statement.LossOverPoints _,
          Statement.Convention _,
          Statement.Layout _,
          Statement.IndexFrom _,
          Statement.Round _ ->
          statement;
    };
  }

  private static List<Assignment> assignments(List<Assignment> all, Letters letters) {
    return all.stream()
        .map(a -> new Assignment(a.names(), letters.in(a.value()), a.span()))
        .toList();
  }

  private static List<Request> requests(List<Request> all, Letters letters) {
    return all.stream()
        .map(r -> new Request(letters.in(r.partial()), r.byPaths(), r.entryByEntry(), r.span()))
        .toList();
  }
}
