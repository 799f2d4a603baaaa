package gradus.network;

import gradus.expr.Symbol.Partial;
import gradus.network.Problem.Request;
import gradus.network.Problem.Task;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import gradus.syntax.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be derived: by `derive`, and by the tasks.
final class Requests {
  private final Partials partials;
  private final RunningRequests running;
  private final Report report;
  private final Map<Partial, Request> requests = new LinkedHashMap<>();
  private final Map<Partial, Span> places = new HashMap<>();
  private final List<Task> tasks = new ArrayList<>();
  private final Map<String, Span> labels = new HashMap<>();

  Requests(Formulary formulary, List<Statement> statements) {
    this.partials = new Partials(formulary);
    this.running = new RunningRequests(formulary.lexicon());
    this.report = formulary.report();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Derive derive) {
        read(derive.requests()).forEach(this::enter);
      }
    }
    for (Statement statement : statements) {
      if (statement instanceof Statement.Task task) {
        enter(task);
      }
    }
  }

  private List<Request> read(List<Statement.Request> written) {
    return written.stream()
        .flatMap(request ->
            running.of(request.partial()).stream()
                .map(partial ->
                    new Statement.Request(
                        partial, request.byPaths(), request.entryByEntry(), request.span())))
        .flatMap(request -> placed(request).stream())
        .toList();
  }

  private Optional<Request> placed(Statement.Request written) {
    Optional<Request> request = partials.read(written);
    request.ifPresent(read -> places.putIfAbsent(read.partial(), written.span()));
    return request;
  }

  private void enter(Request request) {
    requests.merge(
        request.partial(),
        request,
        (first, again) ->
            new Request(
                first.partial(),
                first.byPaths() || again.byPaths(),
                first.entryByEntry() || again.entryByEntry()));
  }

  private void enter(Statement.Task statement) {
    Span first = labels.putIfAbsent(statement.label(), statement.span());
    if (first != null) {
      report.add(
          statement.span(),
          Fault.SAID_TWICE,
          "task (" + statement.label() + ")",
          report.line(first));
    }
    List<Request> own = read(statement.requests());
    own.forEach(this::enter);
    tasks.add(new Task(statement.label(), statement.points(), statement.text(), own));
  }

  List<Request> requests() {
    return List.copyOf(requests.values());
  }

  /// Where a derivative is asked for, perhaps as one of many.
  Optional<Span> place(Partial partial) {
    return Optional.ofNullable(places.get(partial))
        .or(() ->
            places.entrySet().stream()
                .filter(entry -> entry.getKey().of().name().equals(partial.of().name()))
                .filter(entry -> entry.getKey().by().name().equals(partial.by().name()))
                .map(Map.Entry::getValue)
                .min(Comparator.comparing(Span::start)));
  }

  List<Task> tasks() {
    return tasks;
  }
}
