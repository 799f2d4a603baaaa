package gradus.network.instance;

import gradus.expr.Index.Letter;
import gradus.network.Diagnostics;
import gradus.network.name.NamedFamilies;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Indices;
import gradus.syntax.written.LetterUnrolling;
import gradus.syntax.written.Mentions;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Statement.Request;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Assignment;
import gradus.syntax.written.Written.Declared;
import gradus.syntax.written.Written.Fact;
import gradus.syntax.written.Written.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes families out: `z[k] = tanh(w[k] * z[k-1]) for k in 1..L` with `size L = 3` is three
/// definitions.
///
/// Limit: a family whose bounds do not come to numbers stays what it is, one statement.
public final class Unrolling {
  /// A family of more members is refused.
  private static final int MOST = 100_000;

  private final Diagnostics report;
  private final List<Family> families = new ArrayList<>();
  private LetterUnrolling sizes = new LetterUnrolling(Map.of());
  private boolean complete = true;

  private Unrolling(Diagnostics report) {
    this.report = report;
  }

  /// @param letters the sizes that are numbers; a size with an unsound value stays a letter
  /// @param families the ranges of all statements, written out or not
  /// @param complete whether no family was left out
  public record Unrolled(
      List<Statement> statements,
      LetterUnrolling letters,
      List<Family> families,
      boolean complete) {
    public Unrolled {
      statements = List.copyOf(statements);
      families = List.copyOf(families);
    }
  }

  public static Unrolled of(List<Statement> statements, Diagnostics report) {
    return new Unrolling(report).unrolled(NamedFamilies.of(statements));
  }

  private Unrolled unrolled(List<Statement> statements) {
    statements.forEach(statement -> {
      statement.family().ifPresent(families::add);
      if (statement instanceof Statement.Size size) {
        readSizes(size);
      }
    });
    List<Statement> instances =
        statements.stream().flatMap(statement -> instances(statement).stream()).toList();
    return new Unrolled(instances, sizes, families, complete);
  }

  private void readSizes(Statement.Size size) {
    for (Declared declared : size.names()) {
      Optional<Integer> value = declared.value().flatMap(sizes::integer);
      Optional<Letter> letter = sizes.letter(declared.name());
      if (size.family().isEmpty() && value.isPresent() && letter.isPresent()) {
        if (value.get() > 0) {
          sizes = sizes.with(letter.get(), value.get());
        } else {
          report.add(declared.name().span(), Fault.SIZE_NOT_POSITIVE, declared.name().text());
        }
      } else {
        declared.value().ifPresent(typed -> tellSize(typed, declared.name().span()));
      }
    }
  }

  private void tellSize(Written value, Span name) {
    if (value instanceof Written.Number number && number.value().isInteger()) {
      report.add(value.span(), Fault.NOT_A_WHOLE_NUMBER, LetterUnrolling.LARGEST);
    } else if (Indices.of(value).isEmpty()) {
      report.add(value.span(), Fault.NOT_A_SIZE, report.text(value.span()));
    } else {
      report.add(name, Fault.UNSUPPORTED, "a size with a value in letters");
    }
  }

  private List<Statement> instances(Statement statement) {
    Optional<Family> family = statement.family();
    if (family.isEmpty() || statement instanceof Statement.Size) {
      return List.of(with(statement, sizes, family.map(this::inLetters)));
    }
    Optional<Integer> from = sizes.integer(family.get().from());
    Optional<Integer> to = sizes.integer(family.get().to());
    if (from.isEmpty() || to.isEmpty()) {
      return List.of(with(statement, sizes, family.map(this::inLetters)));
    }
    if ((long) to.get() - from.get() >= MOST) {
      complete = false;
      report.add(family.get().span(), Fault.FAMILY_TOO_LARGE, MOST);
      return List.of();
    }
    if (to.get() < from.get()) {
      complete = false;
      report.add(family.get().span(), Fault.EMPTY_FAMILY, from.get(), to.get());
    }
    List<Statement> instances = new ArrayList<>();
    for (int value = from.get(); value <= to.get(); value++) {
      LetterUnrolling letters = sizes.with(family.get().letter(), value);
      Statement shared = value == from.get() ? statement : ofFamily(statement, family.get());
      instances.add(with(shared, letters, Optional.empty()));
    }
    return instances;
  }

  private Family inLetters(Family family) {
    return new Family(
        family.letter(), sizes.in(family.from()), sizes.in(family.to()), family.span());
  }

  /// Without the names that do not run with the letter: they are declared once.
  private static Statement ofFamily(Statement statement, Family family) {
    return statement instanceof Statement.Declare d
        ? new Statement.Declare(
            d.role(),
            d.names().stream().filter(name -> runs(name, family)).toList(),
            d.shape(),
            d.facts(),
            d.frozen(),
            d.family(),
            d.span())
        : statement;
  }

  private static boolean runs(Written.Name name, Family family) {
    return name.labels().stream()
        .flatMap(label -> Mentions.of(label).stream())
        .anyMatch(letter -> letter.text().equals(family.letter()));
  }

  /// The statement with numbers for letters.
  private static Statement with(
      Statement statement, LetterUnrolling letters, Optional<Family> family) {
    return switch (statement) {
      case Statement.Declare d ->
          new Statement.Declare(
              d.role(),
              d.names().stream().map(letters::labelled).toList(),
              letters.in(d.shape()),
              d.facts().stream().map(fact -> fact(fact, letters)).toList(),
              d.frozen(),
              family,
              d.span());
      case Statement.Function f ->
          new Statement.Function(
              letters.labelled(f.name()),
              f.parameters(),
              f.formula().map(letters.without(f.parameters())::in),
              family,
              f.span());
      case Statement.Define d ->
          new Statement.Define(
              letters.labelled(d.name()), letters.in(d.formula()), d.loss(), family, d.span());
      case Statement.NameAdjoint a ->
          new Statement.NameAdjoint(
              letters.labelled(a.name()), letters.in(a.adjoint()), family, a.span());
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
      case Statement.Size s -> new Statement.Size(s.names(), family, s.span());
      case Statement.Network _,
          Statement.LossOverPoints _,
          Statement.Convention _,
          Statement.Layout _,
          Statement.IndexFrom _,
          Statement.Round _ ->
          statement;
    };
  }

  private static List<Assignment> assignments(List<Assignment> all, LetterUnrolling letters) {
    return all.stream()
        .map(a ->
            new Assignment(
                a.names().stream().map(name -> named(name, letters)).toList(),
                letters.in(a.value()),
                a.span()))
        .toList();
  }

  /// A size keeps its name where it gets a value.
  private static Written named(Written written, LetterUnrolling letters) {
    return written instanceof Written.Name name ? letters.labelled(name) : letters.in(written);
  }

  private static Fact fact(Fact fact, LetterUnrolling letters) {
    return switch (fact) {
      case Fact.Within(Written from, Written to, Span span) ->
          new Fact.Within(letters.in(from), letters.in(to), span);
      case Fact.OneHot _, Fact.OneOf _, Fact.Bound _ -> fact;
    };
  }

  private static List<Request> requests(List<Request> all, LetterUnrolling letters) {
    return all.stream()
        .map(r -> new Request(letters.in(r.partial()), r.byPaths(), r.entryByEntry(), r.span()))
        .toList();
  }
}
