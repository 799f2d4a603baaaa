package gradus.network;

import gradus.expr.Expr.Number;
import gradus.expr.Name;
import gradus.expr.Register;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Descent;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Nearest;
import gradus.syntax.Span;
import gradus.syntax.Statement.Combination;
import gradus.syntax.Statement.Descend;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads descents: what is moved, how far, and at which points.
record Descents(
    Formulary formulary,
    Register<Quantity, Declaration> declarations,
    Points points,
    Optional<Combination> lossOverPoints) {

  Optional<Descent> read(Descend statement) {
    Report report = formulary.report();
    int faults = report.size();
    List<Integer> used = points(statement);
    Optional<Number> rate = rate(statement, used);
    List<Quantity> moved = moved(statement);
    if (rate.isPresent()) {
      checkPoints(statement, used, moved);
    }
    if (statement.times() < 1) {
      report.add(statement.span(), Fault.NO_STEP);
    }
    return report.size() > faults
        ? Optional.empty()
        : Optional.of(
            new Descent(
                statement.rateName().map(Lexicon::quantity).map(Quantity::name),
                rate,
                moved,
                used.isEmpty() && points.points().size() == 1 ? List.of(0) : used,
                statement.times(),
                statement.showLast()));
  }

  private List<Integer> points(Descend statement) {
    return statement.points().stream().map(this::index).flatMap(Optional::stream).toList();
  }

  private Optional<Integer> index(Written.Name written) {
    Name name = Name.of(written.text());
    Optional<Integer> index = points.index(name);
    if (index.isEmpty()) {
      Diagnostic unknown =
          Fault.UNKNOWN_POINT.at(formulary.report().source(), written.span(), name);
      formulary.report().accept(unknown.suggesting(Nearest.to(name, points.names())));
    }
    return index;
  }

  /// `descend rate eta`, where the value of eta is given elsewhere, or nowhere.
  private Optional<Number> rate(Descend statement, List<Integer> used) {
    Optional<Number> typed = statement.rate().flatMap(formulary::number);
    List<Number> values = new ArrayList<>();
    statement
        .rateName()
        .ifPresent(name -> values.addAll(points.values(Lexicon.quantity(name), orAll(used))));
    typed
        .filter(rate -> values.stream().noneMatch(value -> value.value().equals(rate.value())))
        .ifPresent(values::add);
    statement.rateName().ifPresent(name -> checkSingle(values, name.text(), name.span()));
    Optional<Number> rate = typed.or(() -> values.stream().findFirst());
    rate.ifPresent(number -> checkPositive(number, statement));
    return rate;
  }

  private void checkPositive(Number rate, Descend statement) {
    if (rate.value().signum() <= 0) {
      Span place =
          statement.rate().or(statement::rateName).map(Written::span).orElse(statement.span());
      formulary.report().add(place, Fault.RATE_NOT_POSITIVE, Spelling.of(rate));
    }
  }

  private List<Integer> orAll(List<Integer> used) {
    return used.isEmpty() ? IntStream.range(0, points.points().size()).boxed().toList() : used;
  }

  private void checkSingle(List<Number> values, String name, Span span) {
    if (values.size() > 1) {
      formulary
          .report()
          .add(
              span,
              Fault.GIVEN_TWICE,
              name,
              " for one descent",
              Spelling.of(values.getFirst()),
              Spelling.of(values.getLast()));
    }
  }

  private List<Quantity> moved(Descend statement) {
    if (!statement.on().isEmpty()) {
      return statement.on().stream().map(this::movable).flatMap(Optional::stream).toList();
    }
    List<Quantity> trainable =
        declarations.stream().filter(Declaration::isTrainable).map(Declaration::quantity).toList();
    if (trainable.isEmpty()) {
      formulary.report().add(statement.span(), Fault.NOTHING_TO_MOVE);
    }
    return trainable;
  }

  private Optional<Quantity> movable(Written.Name name) {
    return formulary
        .lexicon()
        .known(name)
        .map(Lexicon.Entry::quantity)
        .filter(quantity -> isMovable(quantity, name.span()));
  }

  private boolean isMovable(Quantity quantity, Span span) {
    Optional<Declaration> declaration = declarations.find(quantity);
    if (declaration.isEmpty()) {
      formulary.report().add(span, Fault.MOVES_COMPUTED, Spelling.of(quantity));
    } else if (declaration.get().frozen()) {
      formulary.report().add(span, Fault.MOVES_FROZEN, Spelling.of(quantity));
    }
    return declaration.filter(d -> !d.frozen()).isPresent();
  }

  private void checkPoints(Descend statement, List<Integer> used, List<Quantity> moved) {
    boolean open = used.isEmpty() && statement.points().isEmpty();
    if (open && points.points().size() > 1 && lossOverPoints.isEmpty()) {
      Diagnostic which = Fault.WHICH_POINT.at(formulary.report().source(), statement.span());
      formulary.report().accept(which.suggesting(order()));
    }
    Set<Quantity> all = Set.copyOf(moved);
    points
        .symbols()
        .filter(symbol -> isMoved(symbol, all))
        .distinct()
        .forEach(symbol ->
            checkSingle(points.values(symbol, orAll(used)), Spelling.of(symbol), statement.span()));
  }

  private static boolean isMoved(Symbol symbol, Set<Quantity> moved) {
    return symbol instanceof Quantity quantity
        && moved.contains(
            new Quantity(quantity.name(), quantity.labels(), List.of(), Shape.SCALAR));
  }

  /// One after the other, where the points have names, or all at once.
  private String order() {
    List<Name> names = points.names();
    String together = "loss over points mean";
    return names.size() < 2
        ? together
        : "at " + names.get(0) + ", then " + names.get(1) + " or: " + together;
  }
}
