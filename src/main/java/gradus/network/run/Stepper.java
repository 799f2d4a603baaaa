package gradus.network.run;

import gradus.calculus.step.Derivation;
import gradus.calculus.tape.Evaluation.OnKink;
import gradus.expr.Graph;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.Problem;
import gradus.network.Problem.Descent;
import gradus.network.Site;
import gradus.network.run.Run.AtPoint;
import gradus.network.run.Run.Step;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Runs the descents one after the other, each from where the one before has led. The first step
/// that lacks a value is the last.
final class Stepper {
  private final Problem problem;
  private final Graph graph;
  private final List<Site> sites;
  private final Passes compiled;
  private final Diagnostics report;
  private final DomainFaults faults;
  private final DescentState reached;
  private final List<Step> steps = new ArrayList<>();
  private int number;

  Stepper(
      Problem problem,
      Derivation derivation,
      List<Site> sites,
      Passes compiled,
      Diagnostics report) {
    this.problem = problem;
    this.graph = derivation.graph();
    this.sites = sites;
    this.compiled = compiled;
    this.report = report;
    this.faults = new DomainFaults(problem.origin(), report);
    this.reached = new DescentState(problem);
  }

  List<Step> steps() {
    for (int i = 0; i < problem.descents().size(); i++) {
      if (problem.descents().get(i).rate().isPresent() && !sites.isEmpty()) {
        run(i);
      }
    }
    return steps;
  }

  private void run(int index) {
    Descent descent = problem.descents().get(index);
    List<List<Site>> sequence =
        descent.points().isEmpty()
            ? List.of(sites)
            : descent.points().stream().map(point -> List.of(sites.get(point))).toList();
    UpdateRule rule = UpdateRule.of(problem, descent);
    for (int round = 1; round <= descent.times(); round++) {
      for (int turn = 0; turn < sequence.size() && report.isEmpty(); turn++) {
        boolean isLast = round == descent.times() && turn == sequence.size() - 1;
        step(index, rule, sequence.get(turn), isLast || !descent.showLast());
      }
    }
  }

  /// What a step does to one name.
  private record Move(Quantity moved, Value old, Value gradient, Value updated) {}

  private void step(int index, UpdateRule rule, List<Site> used, boolean isKept) {
    number++;
    Descent descent = problem.descents().get(index);
    List<AtPoint> before = passes(used, graph, " in step " + number);
    List<Move> moves = moves(rule, before);
    checkMoves(moves, index, before);
    if (report.isEmpty()) {
      Map<Quantity, Value> updated = values(moves, Move::updated);
      reached.put(updated);
      List<AtPoint> after =
          isKept ? passes(used, problem.graph(), " after step " + number) : List.of();
      if (isKept && report.isEmpty()) {
        Map<Quantity, Value> old = values(moves, Move::old);
        Map<Quantity, Value> gradients = values(moves, Move::gradient);
        steps.add(new Step(number, index, rate(descent), before, old, gradients, updated, after));
      }
    }
  }

  private List<AtPoint> passes(List<Site> used, Graph over, String when) {
    List<AtPoint> passes = new ArrayList<>();
    for (Site site : used) {
      AtPoint pass = compiled.pass(site, over, reached.at(site));
      faults.report(over, site, pass, when);
      passes.add(pass);
    }
    return passes;
  }

  private List<Move> moves(UpdateRule rule, List<AtPoint> before) {
    BatchReduction combining = new BatchReduction(problem);
    Map<Symbol, Value> values = new HashMap<>();
    for (Partial partial : rule.gradients()) {
      values.put(partial.by(), before.getFirst().value(partial.by()));
      values.put(partial, combining.of(partial, before));
    }
    Map<Symbol, Value> updated = rule.updated(values);
    return rule.gradients().stream()
        .map(partial ->
            new Move(
                partial.by(),
                Value.in(values, partial.by()),
                Value.in(values, partial),
                Value.in(updated, new Updated(partial.by()))))
        .toList();
  }

  private void checkMoves(List<Move> moves, int index, List<AtPoint> before) {
    if (report.isEmpty()) {
      moves.stream()
          .filter(move -> !move.updated.isDefined())
          .forEach(move -> reportMove(move, index, before));
    }
  }

  private void reportMove(Move move, int index, List<AtPoint> before) {
    Span place = problem.origin().descents().get(index);
    String moved = Citation.of(move.moved);
    String gradient = Citation.of(Partial.total(problem.objective().orElseThrow(), move.moved));
    Optional<OnKink> kink =
        before.stream()
            .flatMap(pass -> pass.kinks().stream())
            .filter(met -> met.used().isEmpty() && !move.gradient.isDefined())
            .findFirst();
    if (kink.isPresent()) {
      OnKink met = kink.get();
      String argument = Citation.of(met.argument()) + " = " + Citation.of(met.at());
      String convention = new OpenKinks(problem).convention(met.function());
      report.add(
          place, Fault.STEP_ON_KINK, number, moved, gradient, argument, met.function(), convention);
    } else {
      String missing = move.gradient.isDefined() ? moved : gradient;
      report.add(place, Fault.STEP_WITHOUT_VALUE, number, moved, missing);
    }
  }

  private static Map<Quantity, Value> values(List<Move> moves, Function<Move, Value> value) {
    Map<Quantity, Value> values = new LinkedHashMap<>();
    moves.forEach(move -> values.put(move.moved, value.apply(move)));
    return values;
  }

  private static Rational rate(Descent descent) {
    return descent.rate().orElseThrow().value();
  }
}
