package gradus.network;

import gradus.calculus.Derivation;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem.Declaration;
import gradus.network.Run.AtPoint;
import gradus.network.Run.Combined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Takes a problem through its points, then through its steps.
final class Runner {
  private final Problem problem;
  private final Derivation derivation;
  private final Optional<Derivation> ungiven;
  private final Report report;

  Runner(Derived derived) {
    this.problem = derived.problem();
    this.derivation = derived.derivation();
    this.ungiven = derived.ungiven();
    this.report = new Report(problem.origin().source());
  }

  Run.Outcome outcome() {
    List<Site> sites =
        IntStream.range(0, problem.points().size()).mapToObj(i -> Site.of(problem, i)).toList();
    Passes compiled = new Passes();
    List<AtPoint> passes =
        sites.stream().map(site -> compiled.pass(site, derivation.graph())).toList();
    DomainFaults faults = new DomainFaults(problem.origin(), report);
    for (int i = 0; i < sites.size(); i++) {
      faults.report(derivation.graph(), sites.get(i), passes.get(i), "");
    }
    List<Run.Step> steps =
        report.isEmpty()
            ? new Stepper(problem, derivation, sites, compiled, report).steps()
            : List.of();
    Run run = new Run(passes, combined(passes), steps, contradictions(sites, passes));
    return new Run.Outcome(run, report.sorted());
  }

  private List<Run.Contradiction> contradictions(List<Site> sites, List<AtPoint> passes) {
    Passes compiled = new Passes();
    return IntStream.range(0, sites.size())
        .boxed()
        .flatMap(i -> new Contradictions(sites.get(i), passes.get(i), ungiven, compiled).all())
        .toList();
  }

  private Optional<Combined> combined(List<AtPoint> passes) {
    if (problem.lossOverPoints().isEmpty() || passes.isEmpty() || problem.loss().isEmpty()) {
      return Optional.empty();
    }
    Combining combining = new Combining(problem);
    Quantity loss = problem.loss().get();
    Map<Symbol, Value> gradients = new LinkedHashMap<>();
    for (Partial partial : partialsOf(loss)) {
      gradients.put(partial, combining.of(partial, passes));
    }
    return Optional.of(new Combined(combining.of(loss, passes), gradients));
  }

  /// Only those by a name whose value all points share: adjoints of intermediates belong to one
  /// point.
  private List<Partial> partialsOf(Quantity loss) {
    Set<Quantity> parameters =
        problem.declarations().stream()
            .filter(Declaration::isParameter)
            .map(Declaration::quantity)
            .collect(Collectors.toSet());
    return problem.partials().stream()
        .filter(partial -> partial.of().equals(loss) && parameters.contains(partial.by()))
        .toList();
  }
}
