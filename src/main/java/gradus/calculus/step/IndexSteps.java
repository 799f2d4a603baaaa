package gradus.calculus.step;

import gradus.calculus.entry.UnitSum;
import gradus.calculus.indices.Collapse;
import gradus.calculus.indices.CommonFactor;
import gradus.calculus.indices.FreeFactors;
import gradus.calculus.indices.IndexLetters;
import gradus.calculus.indices.IndexSimplifier;
import gradus.calculus.indices.Ranges;
import gradus.calculus.indices.SplitSum;
import gradus.calculus.rewrite.Simplifier;
import gradus.calculus.rule.FunctionRules;
import gradus.calculus.rule.Functions;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.calculus.step.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The steps of one adjoint entry by entry: `∂L/∂W_ij = Σ_m ∂L/∂a_m · ∂a_m/∂W_ij`, local
/// derivatives with `[m = j]` put in, sums collapsed, free factors taken out of what is left of
/// them.
public final class IndexSteps implements AdjointWriter {
  private final Functions functions;
  private final Quantity target;
  private final DirectPartials direct;
  private final Function<Partial, Upstream> upstreams;
  private final IndexLetters letters;
  private final List<UnitSum> facts;
  private final Ranges sizes;

  public IndexSteps(
      Graph graph,
      IndexLetters letters,
      Functions functions,
      Quantity target,
      Set<Quantity> targets,
      Function<Partial, Upstream> upstreams,
      List<UnitSum> facts,
      Ranges sizes) {
    this.facts = facts;
    this.functions = functions;
    this.target = target;
    this.direct = new DirectPartials(graph, targets);
    this.upstreams = upstreams;
    this.letters = letters;
    this.sizes = sizes;
  }

  @Override
  public Adjoint adjoint(Partial partial, List<Consumer> consumers, @Nullable Alias alias) {
    IndexConsumers entries =
        new IndexConsumers(functions, letters, direct, upstreams, partial, sizes);
    List<IndexConsumer> uses = consumers.stream().map(entries::of).toList();
    List<Step> steps = uses.isEmpty() ? independent() : steps(uses, consumers, entries);
    return new Adjoint(
        entries.partial(),
        uses.stream().map(IndexConsumer::contribution).toList(),
        steps,
        steps.getLast().formula(),
        Optional.ofNullable(alias)
            .map(name ->
                new Alias(name.name().entry(entries.at()), name.negative(), entries.partial())));
  }

  private static List<Step> independent() {
    return List.of(new Step(Formulas.ZERO, new Reason.Independent()));
  }

  private List<Step> steps(
      List<IndexConsumer> uses, List<Consumer> consumers, IndexConsumers entries) {
    Ranges ranges = entries.ranges();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(sum(uses, IndexConsumer::chainTerm), firstReason(uses, consumers)));
    add(
        steps,
        IndexSimplifier.tidied(sum(uses, IndexConsumer::workedTerm), ranges),
        workedReason(uses));
    collapse(steps, ranges);
    recall(steps, uses);
    shorten(steps, ranges);
    List<Upstream> inserted = uses.stream().flatMap(use -> use.upstream().stream()).toList();
    steps.addAll(
        new IndexCancellation(letters, facts, ranges).after(steps.getLast().formula(), inserted));
    return steps;
  }

  private static Expr sum(List<IndexConsumer> uses, Function<IndexConsumer, Expr> term) {
    return Formulas.sum(uses.stream().map(term).toList());
  }

  private static void add(List<Step> steps, Expr formula, Reason reason) {
    if (!formula.equals(steps.getLast().formula())) {
      steps.add(new Step(formula, reason));
    }
  }

  /// One line for each sum of which one term is left.
  private static void collapse(List<Step> steps, Ranges ranges) {
    while (true) {
      Expr formula = steps.getLast().formula();
      Optional<Collapse> collapsed = Collapse.of(formula, ranges);
      Optional<Expr> split = SplitSum.in(formula, ranges);
      if (collapsed.isPresent()) {
        Collapse found = collapsed.get();
        add(
            steps,
            IndexSimplifier.tidied(found.formula(), ranges),
            new Reason.Collapsed(found.letter(), found.remaining()));
      } else if (split.isPresent()) {
        add(steps, split.get(), new Reason.Simplified());
      } else {
        return;
      }
    }
  }

  /// Simplified, and free factors taken out of sums.
  private static void shorten(List<Step> steps, Ranges ranges) {
    Expr simplified = simplified(steps.getLast().formula(), ranges);
    FreeFactors free = FreeFactors.takenOut(simplified);
    Expr last = simplified(CommonFactor.inFront(simplified(free.formula(), ranges)), ranges);
    if (Formulas.isZero(last)) {
      add(steps, last, new Reason.Vanishes());
      return;
    }
    add(steps, simplified, new Reason.Simplified());
    add(steps, free.formula(), new Reason.TakenOut(free.letters()));
    add(steps, last, new Reason.Simplified());
  }

  static Expr simplified(Expr formula, Ranges ranges) {
    Expr next = IndexSimplifier.tidied(Simplifier.simplified(formula), ranges);
    return next.equals(formula) ? formula : simplified(next, ranges);
  }

  private Reason firstReason(List<IndexConsumer> uses, List<Consumer> consumers) {
    if (uses.size() > 1) {
      return new Reason.SumOverUses(uses.stream().map(IndexConsumer::consumer).toList());
    }
    IndexConsumer only = uses.getFirst();
    if (!only.consumer().equals(target)) {
      return new Reason.ChainRule(only.consumer());
    }
    Expr shown = ((Derivative) only.named()).body();
    return new Reason.Explicit(target, !only.entry().equals(shown));
  }

  private Reason workedReason(List<IndexConsumer> uses) {
    Set<Name> differentiated = new LinkedHashSet<>();
    uses.forEach(
        use -> differentiated.addAll(FunctionRules.differentiated(use.local(), functions)));
    return differentiated.isEmpty()
        ? new Reason.LocalDerivatives(uses.stream().map(IndexConsumer::consumer).toList())
        : new Reason.FunctionRules(List.copyOf(differentiated));
  }

  /// `1 - tanh(z_j)^2` is `1 - h_j^2` where `h_j = tanh(z_j)`.
  private static void recall(List<Step> steps, List<IndexConsumer> uses) {
    List<Quantity> recalled = new ArrayList<>();
    Expr formula = steps.getLast().formula();
    for (IndexConsumer use : uses) {
      Expr named = recalled(formula, use);
      if (!named.equals(formula)) {
        recalled.add(use.consumer());
      }
      formula = named;
    }
    add(steps, formula, new Reason.Recalled(recalled));
  }

  private static Expr recalled(Expr formula, IndexConsumer use) {
    return switch (use.entry()) {
      case Call call -> Formulas.replace(formula, call, new Ref(use.consumerEntry()));
      case Entry(Apply whole, var at) when at.equals(use.consumerEntry().indices()) ->
          withEntries(formula, whole, use.consumer());
      case Apply whole -> Formulas.replace(formula, whole, new Ref(use.consumer()));
      default -> formula;
    };
  }

  /// `softmax(z)_i` is `p_i` at every index; not where p is a row or column of it only.
  private static Expr withEntries(Expr formula, Apply whole, Quantity name) {
    return formula instanceof Entry(Expr operand, var at) && operand.equals(whole)
        ? new Ref(name.entry(at))
        : Formulas.mapChildren(formula, part -> withEntries(part, whole, name));
  }
}
