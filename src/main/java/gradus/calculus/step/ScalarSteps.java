package gradus.calculus.step;

import gradus.calculus.entry.SoftmaxEntries;
import gradus.calculus.entry.SoftmaxEntry;
import gradus.calculus.rewrite.Simplifier;
import gradus.calculus.rule.FunctionRules;
import gradus.calculus.rule.Functions;
import gradus.calculus.rule.LocalDerivative;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.calculus.step.Derivation.Contribution;
import gradus.calculus.step.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Replacements;
import gradus.expr.Replacements.Replaced;
import gradus.expr.Replacements.Replacement;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The steps of one adjoint of a number by a number.
public final class ScalarSteps implements AdjointWriter {
  private final Graph graph;
  private final Functions functions;
  private final Quantity target;
  private final DirectPartials direct;
  private final java.util.function.Function<Partial, Upstream> upstreams;
  private final Terms terms;
  private final SoftmaxEntries softmaxes;
  private final Cancellation cancellation = new Cancellation(List.of());

  public ScalarSteps(
      Graph graph,
      Functions functions,
      Quantity target,
      Set<Quantity> targets,
      java.util.function.Function<Partial, Upstream> upstreams) {
    this.graph = graph;
    this.functions = functions;
    this.target = target;
    this.direct = new DirectPartials(graph, targets);
    this.upstreams = upstreams;
    this.terms = new Terms(graph);
    this.softmaxes = new SoftmaxEntries(graph);
  }

  @Override
  public Adjoint adjoint(Partial partial, List<Consumer> consumers, @Nullable Alias alias) {
    List<Use> uses =
        consumers.stream().map(consumer -> use(consumer.quantity(), partial.by())).toList();
    List<Step> steps = uses.isEmpty() ? independent() : steps(uses);
    return new Adjoint(
        partial,
        uses.stream().map(Use::contribution).toList(),
        steps,
        steps.getLast().formula(),
        Optional.ofNullable(alias));
  }

  private static List<Step> independent() {
    return List.of(new Step(Formulas.ZERO, new Reason.Independent()));
  }

  /// One consumer of the quantity: its direct partial by name and worked out, and the functions
  /// whose rules that takes.
  private record Use(
      Quantity consumer, Optional<Upstream> upstream, Expr named, Set<Name> rules, Expr worked) {
    Contribution contribution() {
      return new Contribution(consumer, upstream.map(Upstream::written), worked);
    }

    /// The term of the chain rule: the derivatives by name.
    Expr chainTerm() {
      return upstream.map(u -> Formulas.product(u.written(), named)).orElse(named);
    }

    Expr term(Expr factor) {
      return upstream.map(u -> Formulas.product(u.factor(), factor)).orElse(factor);
    }
  }

  private Use use(Quantity consumer, Quantity by) {
    Expr part = terms.mentioning(consumer, by);
    boolean isTarget = consumer.equals(target);
    Optional<SoftmaxEntry> softmax = isTarget ? Optional.empty() : softmaxes.of(consumer);
    Expr local =
        softmax
            .map(entry -> entry.by(by, functions))
            .orElseGet(() -> LocalDerivative.of(part, by, functions));
    Expr expanded = FunctionRules.expanded(local, functions);
    Set<Name> rules = new LinkedHashSet<>();
    softmax.ifPresent(_ -> rules.add(SoftmaxEntry.RULE));
    rules.addAll(FunctionRules.differentiated(local, functions));
    return new Use(
        consumer,
        isTarget ? Optional.empty() : Optional.of(upstreams.apply(Partial.total(target, consumer))),
        isTarget ? new Derivative(part, by) : direct.written(consumer, by, part),
        rules,
        isTarget ? expanded : Simplifier.simplified(expanded));
  }

  private List<Step> steps(List<Use> uses) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(sum(uses, Use::chainTerm), firstReason(uses)));
    add(steps, sum(uses, use -> use.term(use.worked())), workedReason(uses));
    recall(uses, steps);
    Expr simplified = Simplifier.simplified(steps.getLast().formula());
    add(
        steps,
        simplified,
        Formulas.isZero(simplified) ? new Reason.Vanishes() : new Reason.Simplified());
    List<Upstream> upstreams = uses.stream().flatMap(use -> use.upstream().stream()).toList();
    steps.addAll(cancellation.after(steps.getLast().formula(), upstreams));
    return steps;
  }

  private static void add(List<Step> steps, Expr formula, Reason reason) {
    if (!formula.equals(steps.getLast().formula())) {
      steps.add(new Step(formula, reason));
    }
  }

  private static Expr sum(List<Use> uses, java.util.function.Function<Use, Expr> term) {
    return Formulas.sum(uses.stream().map(term).toList());
  }

  private Reason firstReason(List<Use> uses) {
    if (uses.size() > 1) {
      return new Reason.SumOverUses(uses.stream().map(Use::consumer).toList());
    }
    Use only = uses.getFirst();
    if (!only.consumer().equals(target)) {
      return new Reason.ChainRule(only.consumer());
    }
    Expr whole = graph.definition(target).orElseThrow().formula();
    Expr shown = ((Derivative) only.named()).body();
    return new Reason.Explicit(target, !whole.equals(shown));
  }

  private Reason workedReason(List<Use> uses) {
    Set<Name> differentiated = new LinkedHashSet<>();
    uses.forEach(use -> differentiated.addAll(use.rules()));
    return differentiated.isEmpty()
        ? new Reason.LocalDerivatives(uses.stream().map(Use::consumer).toList())
        : new Reason.FunctionRules(List.copyOf(differentiated));
  }

  /// `1 - tanh(z)^2` is `1 - h^2` where `h = tanh(z)`.
  private void recall(List<Use> uses, List<Step> steps) {
    List<Quantity> names = new ArrayList<>();
    List<Replacement> values = new ArrayList<>();
    for (Use use : uses) {
      Expr definition = graph.definition(use.consumer()).orElseThrow().formula();
      if (definition instanceof Call) {
        names.add(use.consumer());
        values.add(new Replacement(definition, new Ref(use.consumer())));
      }
    }
    Replaced named = new Replacements(values).in(steps.getLast().formula());
    add(steps, named.formula(), new Reason.Recalled(named.among(names)));
  }
}
