package gradus.network;

import gradus.calculus.Derivation;
import gradus.calculus.Evaluation;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem.Descent;
import gradus.network.Run.AtPoint;
import gradus.network.Run.Step;
import gradus.syntax.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs the descents one after the other, each from where the one before has led. The first step
/// that lacks a value is the last.
final class Stepper {
  private final Problem problem;
  private final Graph graph;
  private final List<Site> sites;
  private final Report report;
  private final DomainFaults faults;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Quantity, Value> reached = new LinkedHashMap<>();
  private final Set<Symbol> stale = new HashSet<>();
  private int number;

  Stepper(Problem problem, Derivation derivation, List<Site> sites, Report report) {
    this.problem = problem;
    this.graph = derivation.graph();
    this.sites = sites;
    this.report = report;
    this.faults = new DomainFaults(problem.origin(), report);
  }

  List<Step> steps() {
    for (int i = 0; i < problem.descents().size(); i++) {
      Descent descent = problem.descents().get(i);
      if (descent.rate().isPresent() && !sites.isEmpty()) {
        run(descent, i);
      }
    }
    return steps;
  }

  private void run(Descent descent, int index) {
    descent.moved().forEach(this::outdate);
    List<List<Site>> sequence =
        descent.points().isEmpty()
            ? List.of(sites)
            : descent.points().stream().map(point -> List.of(sites.get(point))).toList();
    for (int round = 1; round <= descent.times(); round++) {
      for (int turn = 0; turn < sequence.size() && report.isEmpty(); turn++) {
        boolean isLast = round == descent.times() && turn == sequence.size() - 1;
        number++;
        step(descent, index, sequence.get(turn), isLast || !descent.showLast());
      }
    }
  }

  /// Given values that depend on a moved name hold before the first step only, as do given
  /// adjoints.
  private void outdate(Quantity moved) {
    for (Symbol symbol : graph.descendants(moved)) {
      if (graph.definition(symbol).isPresent()) {
        stale.add(symbol);
      }
    }
    for (Site site : sites) {
      site.given().keySet().stream().filter(Partial.class::isInstance).forEach(stale::add);
    }
    problem.aliases().forEach(alias -> stale.add(alias.name()));
  }

  private void step(Descent descent, int index, List<Site> used, boolean kept) {
    List<AtPoint> before = passes(used, graph, " in step " + number);
    Map<Quantity, Value> old = new LinkedHashMap<>();
    Map<Quantity, Value> gradients = new LinkedHashMap<>();
    Map<Quantity, Value> updated = new LinkedHashMap<>();
    Combining combining = new Combining(problem);
    for (Partial partial : problem.gradients(descent)) {
      Quantity moved = partial.by();
      old.put(moved, before.getFirst().value(moved));
      gradients.put(moved, combining.of(partial, before));
      updated.put(moved, updated(descent, partial, old.get(moved), gradients.get(moved)));
    }
    checkMoved(updated, gradients, index);
    if (report.isEmpty()) {
      reached.putAll(updated);
    }
    if (kept && report.isEmpty()) {
      List<AtPoint> after = passes(used, problem.graph(), " after step " + number);
      steps.add(
          new Step(
              number,
              index,
              descent.rate().orElseThrow().value(),
              before,
              old,
              gradients,
              updated,
              after));
    }
  }

  private List<AtPoint> passes(List<Site> used, Graph over, String when) {
    List<AtPoint> passes = new ArrayList<>();
    for (Site site : used) {
      AtPoint pass = site.pass(over, valuesAt(site));
      faults.report(over, site, pass, when);
      passes.add(pass);
    }
    return passes;
  }

  private Map<Symbol, Value> valuesAt(Site site) {
    if (reached.isEmpty()) {
      return site.given();
    }
    Map<Symbol, Value> values = new LinkedHashMap<>(site.given());
    values.keySet().removeAll(stale);
    values.putAll(reached);
    return values;
  }

  /// `w - rate · gradient`
  private Value updated(Descent descent, Partial partial, Value old, Value gradient) {
    Value value =
        Evaluation.of(
            Formulas.sum(
                new Ref(partial.by()),
                Formulas.product(
                    Formulas.MINUS_ONE, descent.rate().orElseThrow(), new Ref(partial))),
            problem.functions(),
            Map.of(partial.by(), old, partial, gradient));
    return problem.rounding().rounded(partial.by(), value);
  }

  private void checkMoved(
      Map<Quantity, Value> updated, Map<Quantity, Value> gradients, int index) {
    if (!report.isEmpty()) {
      return;
    }
    updated.forEach(
        (moved, value) -> {
          if (!value.isDefined()) {
            Partial partial = Partial.total(problem.objective().orElseThrow(), moved);
            Symbol missing = gradients.get(moved).isDefined() ? moved : partial;
            report.add(
                problem.origin().descents().get(index),
                Fault.STEP_WITHOUT_VALUE,
                number,
                Spelling.of(moved),
                Spelling.of(missing));
          }
        });
  }
}
