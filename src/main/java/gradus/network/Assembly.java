package gradus.network;

import gradus.calculus.Functions;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Register;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Kind;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Descent;
import gradus.network.Problem.Layout;
import gradus.network.Problem.Point;
import gradus.network.Problem.Request;
import gradus.network.Problem.Rounding;
import gradus.network.Problem.Size;
import gradus.network.Problem.Sizes;
import gradus.network.Unrolling.Unrolled;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import gradus.syntax.Statement;
import gradus.syntax.Statement.Combination;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the statements of a file together, in the order in which they build on each other.
final class Assembly {
  private final Report report;
  private final List<Statement> statements;
  private final Map<Letter, Integer> letters;
  private final Lexicon lexicon;
  private final Conventions conventions;
  private final List<Name> ownFunctions;
  private final Formulary formulary;
  private final Register<Quantity, Declaration> declarations;
  private final Definitions definitions;
  private final Points points;
  private final Optional<Combination> lossOverPoints;
  private final Rounding rounding;
  private final Requests requests;
  private final List<Descent> descents = new ArrayList<>();
  private final List<Span> descentSpans = new ArrayList<>();

  Assembly(Unrolled unrolled, Report report) {
    this.report = report;
    this.letters = unrolled.letters().values();
    this.statements = unrolled.statements();
    this.lexicon = Lexicon.of(statements, unrolled.families(), report);
    statements.forEach(new Unsupported(lexicon, report)::check);
    this.conventions = new Conventions(lexicon, report);
    this.ownFunctions = lexicon.names(Kind.FUNCTION);
    this.formulary = new Formulary(lexicon, functions(), report);
    this.declarations = new Declarations(formulary).read(all(Statement.Declare.class));
    this.definitions = new Definitions(formulary, all(Statement.Define.class));
    new Aliases(formulary).read(all(Statement.NameAdjoint.class));
    this.points = new Points(formulary, statements, letters);
    new FactCheck(lexicon, points.sizes(), report).check(declarations, points);
    this.lossOverPoints = lossOverPoints();
    this.rounding = new Roundings(lexicon, report).read(all(Statement.Round.class));
    this.requests = new Requests(formulary, statements);
    readDescents();
    new NamesInPrint(lexicon, statements, report).check(unrolled.families(), declarations);
    new PrintedFunctions(formulary.functions()).check(lexicon, definitions, report);
  }

  private <T extends Statement> List<T> all(Class<T> kind) {
    return statements.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Conventions of the rule page come first, so that another name for a function keeps them.
  private Functions functions() {
    Functions functions = decided(Functions.rulePage(), false);
    List<Statement.Function> own = all(Statement.Function.class);
    return decided(new FunctionReader(lexicon, functions, report).read(own), true);
  }

  private Functions decided(Functions undecided, boolean isOwn) {
    Functions functions = undecided;
    for (Statement.Convention convention : all(Statement.Convention.class)) {
      if (ownFunctions.contains(Name.of(convention.function().text())) == isOwn) {
        functions = conventions.read(convention, functions);
      }
    }
    return functions;
  }

  private Optional<Combination> lossOverPoints() {
    List<Statement.LossOverPoints> said = all(Statement.LossOverPoints.class);
    checkOnce(said, "'loss over points'");
    if (!said.isEmpty() && definitions.loss().isEmpty()) {
      report.add(said.getFirst().span(), Fault.LOSS_NEEDED);
    }
    return said.stream().findFirst().map(Statement.LossOverPoints::combination);
  }

  private void readDescents() {
    Descents reader = new Descents(formulary, declarations, points, lossOverPoints);
    for (Statement.Descend statement : all(Statement.Descend.class)) {
      Optional<Descent> descent = reader.read(statement);
      if (objective().isEmpty()) {
        report.add(statement.span(), Fault.NOTHING_TO_DESCEND);
      } else if (descent.isPresent()) {
        descents.add(descent.get());
        descentSpans.add(statement.span());
      }
    }
  }

  private Optional<Quantity> objective() {
    return definitions.loss().or(() -> Objective.ofGiven(points.symbols()));
  }

  /// The problem, as far as it is sound.
  Problem problem() {
    return problem(points.points(), descents);
  }

  /// Without data: formulas only.
  Problem withoutPoints() {
    List<Descent> rules =
        descents.stream()
            .map(d ->
                new Descent(d.rateName(), d.rate(), d.moved(), List.of(), d.times(), d.showLast()))
            .toList();
    return problem(List.of(), rules);
  }

  boolean hasImplicitPoint() {
    return points.isImplicit();
  }

  /// What is there at a point, but cannot be used: it is not missing.
  Set<Symbol> faulty(int point) {
    Set<Symbol> faulty = points.faulty(point);
    faulty.addAll(definitions.faulty());
    return faulty;
  }

  private Problem problem(List<Point> data, List<Descent> steps) {
    return new Problem(
        title(),
        sizes(),
        declarations,
        formulary.functions(),
        ownFunctions,
        definitions.graph(),
        definitions.loss(),
        lossOverPoints,
        lexicon.aliases(),
        conventions.conventions(),
        layout(),
        lexicon.indexOrigin(),
        points.given(),
        data,
        steps,
        rounding,
        requests(),
        requests.tasks(),
        new Origin(
            report.source(), definitions.places(), points.spans(), descentSpans, openSize()));
  }

  private Span openSize() {
    return all(Statement.Size.class).stream()
        .flatMap(statement -> statement.names().stream())
        .filter(declared -> {
          Quantity name = Lexicon.quantity(declared.name());
          return !letters.containsKey(new Letter(name.name(), name.labels()));
        })
        .map(declared -> declared.name().span())
        .findFirst()
        .orElse(new Span(0, 0));
  }

  private Sizes sizes() {
    List<Size> sizes = new ArrayList<>();
    for (Statement.Size statement : all(Statement.Size.class)) {
      for (Written.Declared declared : statement.names()) {
        Quantity name = Lexicon.quantity(declared.name());
        Letter letter = new Letter(name.name(), name.labels());
        Optional<Integer> value = Optional.ofNullable(letters.get(letter));
        sizes.add(new Size(letter, value, lexicon.whole(name).flatMap(Lexicon.Entry::family)));
      }
    }
    return new Sizes(sizes, points.sizes());
  }

  private Layout layout() {
    List<Statement.Layout> said = all(Statement.Layout.class);
    checkOnce(said, "'layout'");
    checkOnce(all(Statement.IndexFrom.class), "'index from'");
    return said.stream().anyMatch(Statement.Layout::numerator)
        ? Layout.NUMERATOR
        : Layout.PARAMETER;
  }

  private void checkOnce(List<? extends Statement> said, String what) {
    for (int i = 1; i < said.size(); i++) {
      int line = report.line(said.getFirst().span());
      report.add(said.get(i).span(), Fault.SAID_TWICE, what, line);
    }
  }

  /// The title, or the name of the file without its ending.
  private String title() {
    List<Statement.Network> titles = all(Statement.Network.class);
    checkOnce(titles, "the title");
    String file = report.source().name();
    String plain = file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    String stem = plain.contains(".") ? plain.substring(0, plain.lastIndexOf('.')) : plain;
    return titles.isEmpty() ? stem : titles.getFirst().title();
  }

  /// Where a derivative is asked for: by name, by a step, or by all that the file says.
  Span place(Partial partial) {
    return requests
        .place(partial)
        .or(() -> descentSpans.stream().findFirst())
        .or(() ->
            lexicon
                .entry(Quantity.of(partial.of().name(), partial.of().labels()))
                .map(Lexicon.Entry::span))
        .orElse(new Span(0, 0));
  }

  private List<Request> requests() {
    boolean asked =
        statements.stream()
            .anyMatch(statement ->
                statement instanceof Statement.Derive
                    || (statement instanceof Statement.Task task && !task.requests().isEmpty()));
    if (asked || objective().isEmpty()) {
      return requests.requests();
    }
    return declarations.stream()
        .filter(Declaration::isTrainable)
        .map(declaration -> Partial.total(objective().orElseThrow(), declaration.quantity()))
        .map(partial -> new Request(partial, false))
        .toList();
  }
}
