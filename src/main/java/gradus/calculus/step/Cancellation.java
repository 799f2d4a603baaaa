package gradus.calculus.step;

import gradus.calculus.entry.UnitSum;
import gradus.calculus.rewrite.CommonDenominator;
import gradus.calculus.rewrite.Simplifier;
import gradus.calculus.step.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Total;
import gradus.expr.Replacements;
import gradus.expr.Replacements.Replaced;
import gradus.expr.Replacements.Replacement;
import gradus.expr.Symbol.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines in which fractions cancel: sigmoid with cross-entropy leaves `p - y`, softmax with
/// cross-entropy `softmax(z) - y`. Adjoints derived before are put in where the result is not
/// longer by it.
///
/// Limit: it is all or nothing. Where a quantity would still divide, the lines stay as they are.
final class Cancellation {
  private final List<UnitSum> facts;

  Cancellation(List<UnitSum> facts) {
    this.facts = List.copyOf(facts);
  }

  /// The lines behind a formula; none where it stays as it is.
  List<Step> after(Expr formula, List<Upstream> upstreams) {
    List<Step> plain = shortened(formula);
    Expr shortest = plain.isEmpty() ? formula : plain.getLast().formula();
    List<Step> inserted = inserted(shortest, upstreams);
    List<Step> all = new ArrayList<>(plain);
    all.addAll(inserted);
    return all;
  }

  private List<Step> inserted(Expr formula, List<Upstream> upstreams) {
    List<Partial> partials = new ArrayList<>();
    List<Replacement> derivations = new ArrayList<>();
    for (Upstream upstream : upstreams) {
      Optional<Expr> derived = upstream.formula().filter(Cancellation::mayCancel);
      if (derived.isPresent()) {
        partials.add(upstream.partial());
        derivations.add(put(upstream, derived.get()));
      }
    }
    Replaced whole = new Replacements(derivations).in(formula);
    if (whole.occurring().isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(whole.formula(), new Reason.Inserted(whole.among(partials))));
    steps.addAll(shortened(whole.formula()));
    return cancels(formula, steps.getLast().formula()) ? steps : List.of();
  }

  private static boolean mayCancel(Expr derived) {
    return !Formulas.takesMore(derived, CommonDenominator.LARGEST)
        && CommonDenominator.divides(derived);
  }

  private static Replacement put(Upstream upstream, Expr derived) {
    return upstream.written() instanceof Product(List<Expr> factors)
        ? new Replacement(factors.getLast(), Formulas.negated(derived))
        : new Replacement(upstream.written(), derived);
  }

  /// No fraction is left, and the formula has not become longer.
  private static boolean cancels(Expr before, Expr after) {
    return !CommonDenominator.divides(after)
        && Formulas.operations(after) <= Formulas.operations(before);
  }

  /// None unless all fractions cancel.
  private List<Step> shortened(Expr formula) {
    if (!CommonDenominator.divides(formula)) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    Expr current = Simplifier.simplified(withSumsShortened(formula));
    add(steps, formula, current, new Reason.Simplified());
    for (UnitSum fact : UnitSum.about(current, facts)) {
      Expr used = Formulas.replace(current, fact.left(), fact.right());
      add(steps, current, used, new Reason.ByFact(fact.left(), fact.right()));
      current = used;
    }
    Expr simplified = Simplifier.simplified(current);
    Expr last = CommonDenominator.cancelled(simplified).orElse(simplified);
    add(steps, current, last, new Reason.Simplified());
    return cancels(formula, last) ? steps : List.of();
  }

  private static void add(List<Step> steps, Expr before, Expr after, Reason reason) {
    if (!after.equals(before)) {
      steps.add(new Step(after, reason));
    }
  }

  /// `dot(-y ./ s, s)` is `sum(-y)`.
  private static Expr withSumsShortened(Expr expr) {
    Expr inner = Formulas.mapChildren(expr, Cancellation::withSumsShortened);
    return switch (inner) {
      case Apply(Operation operation, List<Expr> operands) when operation == Plain.DOT ->
          total(Along.ALL, Formulas.product(operands)).orElse(inner);
      case Apply(Total(Along along), List<Expr> operands) ->
          total(along, operands.getFirst()).orElse(inner);
      default -> inner;
    };
  }

  private static Optional<Expr> total(Along along, Expr summand) {
    return CommonDenominator.cancelled(summand)
        .map(whole -> Formulas.apply(new Total(along), whole));
  }
}
