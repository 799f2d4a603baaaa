package gradus.calculus.step;

import gradus.calculus.entry.UnitSum;
import gradus.calculus.indices.BoundLetters;
import gradus.calculus.indices.FreeFactors;
import gradus.calculus.indices.IndexLetters;
import gradus.calculus.indices.Ranges;
import gradus.calculus.indices.TakenNames;
import gradus.calculus.rewrite.CommonDenominator;
import gradus.calculus.step.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Operation.Along;
import gradus.expr.Shape;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// [Cancellation] entry by entry: adjoints derived before are put in at the indices where they
/// stand, and `Σ_i y_i` is 1 where that is known.
///
/// Limit: all or nothing, as there; adjoints of families and those with a name of their own stay.
final class IndexCancellation {
  private final IndexLetters letters;
  private final List<UnitSum> facts;
  private final Ranges ranges;

  IndexCancellation(IndexLetters letters, List<UnitSum> facts, Ranges ranges) {
    this.letters = letters;
    this.facts = facts;
    this.ranges = ranges;
  }

  /// The lines behind a formula; none where it stays as it is.
  List<Step> after(Expr formula, List<Upstream> upstreams) {
    List<Partial> partials = new ArrayList<>();
    Expr whole = formula;
    for (Upstream upstream : upstreams) {
      Expr more = put(upstream, whole);
      if (!more.equals(whole)) {
        partials.add(upstream.partial());
      }
      whole = more;
    }
    if (partials.isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>(List.of(new Step(whole, new Reason.Inserted(partials))));
    add(steps, shortened(whole), new Reason.Simplified());
    for (UnitSum fact : UnitSum.about(whole, facts)) {
      use(fact, steps);
    }
    Expr last = steps.getLast().formula();
    add(steps, CommonDenominator.cancelled(last).orElse(last), new Reason.Simplified());
    Expr result = steps.getLast().formula();
    boolean cancels =
        !CommonDenominator.divides(result)
            && Formulas.operations(result) <= Formulas.operations(formula);
    return cancels ? steps : List.of();
  }

  private static void add(List<Step> steps, Expr formula, Reason reason) {
    if (!formula.equals(steps.getLast().formula())) {
      steps.add(new Step(formula, reason));
    }
  }

  private Expr put(Upstream upstream, Expr formula) {
    Quantity by = upstream.partial().by();
    boolean suits =
        upstream.written() instanceof Ref(Partial _)
            && by.labels().stream().allMatch(label -> label.constant().isPresent())
            && upstream.formula().filter(CommonDenominator::divides).isPresent();
    return suits ? put(upstream.formula().orElseThrow(), upstream.partial(), formula) : formula;
  }

  private Expr put(Expr derived, Partial whole, Expr formula) {
    return formula instanceof Ref(Partial(Quantity of, Quantity by, var reading))
            && reading == whole.reading()
            && of.name().equals(whole.of().name())
            && by.name().equals(whole.by().name())
            && by.labels().equals(whole.by().labels())
        ? at(derived, whole.by().shape(), by.indices())
        : Formulas.mapChildren(formula, part -> put(derived, whole, part));
  }

  /// The formula of an entry at other indices; its sums run over letters that are none of these.
  private Expr at(Expr derived, Shape shape, List<Index> indices) {
    Set<Name> taken = new TakenNames(letters.taken());
    indices.forEach(index -> index.letters().forEach(letter -> taken.add(letter.name())));
    Map<Letter, Index> values = new HashMap<>();
    List<Index> free = letters.free(shape);
    for (int i = 0; i < free.size(); i++) {
      for (Letter letter : free.get(i).letters()) {
        values.put(letter, indices.get(i));
      }
    }
    return IndexSubstitution.with(
        BoundLetters.renamed(derived, taken),
        letter -> values.getOrDefault(letter, Index.of(letter)));
  }

  /// Fractions under sums cancelled, signs and numbers taken out of them.
  private Expr shortened(Expr formula) {
    Expr cancelled = withSumsCancelled(IndexSteps.simplified(formula, ranges));
    Expr free = FreeFactors.takenOut(IndexSteps.simplified(cancelled, ranges)).formula();
    return IndexSteps.simplified(free, ranges);
  }

  private static Expr withSumsCancelled(Expr expr) {
    Expr inner = Formulas.mapChildren(expr, IndexCancellation::withSumsCancelled);
    return inner instanceof IndexSum(Name letter, Index from, Index to, Expr body)
        ? new IndexSum(letter, from, to, CommonDenominator.cancelled(body).orElse(body))
        : inner;
  }

  private void use(UnitSum fact, List<Step> steps) {
    Expr formula = steps.getLast().formula();
    Optional<IndexSum> sum = find(fact, formula);
    if (sum.isPresent()) {
      Expr used = Formulas.replace(formula, sum.get(), Formulas.ONE);
      add(steps, MatrixSteps.withoutOnes(used), new Reason.ByFact(sum.get(), Formulas.ONE));
    }
  }

  /// `Σ_i y_i` over the whole vector, `Σ_j Y_lj` over a whole row.
  private static Optional<IndexSum> find(UnitSum fact, Expr formula) {
    List<IndexSum> found = new ArrayList<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof IndexSum sum && isUnit(fact, sum)) {
            found.add(sum);
          }
        });
    return found.stream().findFirst();
  }

  private static boolean isUnit(UnitSum fact, IndexSum sum) {
    if (!(sum.body() instanceof Ref(Quantity entry))
        || !entry.name().equals(fact.quantity().name())
        || !entry.labels().equals(fact.quantity().labels())
        || !sum.from().is(1)) {
      return false;
    }
    int axis = fact.along() == Along.ROWS ? 1 : 0;
    Shape shape = fact.quantity().shape();
    boolean vector = shape.axes().size() == 1 || fact.along() != Along.ALL;
    return vector
        && entry.indices().size() == shape.axes().size()
        && entry.indices().get(axis).equals(Index.of(sum.letter()))
        && sum.to().equals(shape.axes().get(axis));
  }
}
