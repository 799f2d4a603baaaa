package gradus.calculus.step;

import gradus.calculus.entry.Entries;
import gradus.calculus.entry.EntryDerivative;
import gradus.calculus.indices.BoundLetters;
import gradus.calculus.indices.IndexLetters;
import gradus.calculus.indices.IndexSimplifier;
import gradus.calculus.indices.Ranges;
import gradus.calculus.indices.TakenNames;
import gradus.calculus.rewrite.Simplifier;
import gradus.calculus.rule.FunctionRules;
import gradus.calculus.rule.Functions;
import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the consumers of one quantity entry by entry.
final class IndexConsumers {
  private final Functions functions;
  private final IndexLetters letters;
  private final DirectPartials direct;
  private final Function<Partial, Upstream> upstreams;
  private final Quantity target;
  private final Quantity by;
  private final List<Index> targetAt;
  private final List<Index> byAt;
  private final Ranges ranges;

  IndexConsumers(
      Functions functions,
      IndexLetters letters,
      DirectPartials direct,
      Function<Partial, Upstream> upstreams,
      Partial partial,
      Ranges sizes) {
    this.functions = functions;
    this.letters = letters;
    this.direct = direct;
    this.upstreams = upstreams;
    this.target = partial.of();
    this.by = partial.by();
    this.byAt = letters.free(by.shape());
    this.targetAt = letters.besides(target.shape(), byAt);
    this.ranges = sizes.with(byAt, by.shape()).with(targetAt, target.shape());
  }

  /// `∂L/∂W_{i,j}`
  Partial partial() {
    return Partial.total(target.entry(targetAt), by.entry(byAt));
  }

  List<Index> at() {
    List<Index> all = new ArrayList<>(targetAt);
    all.addAll(byAt);
    return all;
  }

  Ranges ranges() {
    return ranges;
  }

  IndexConsumer of(Consumer consumer) {
    boolean isTarget = consumer.quantity().equals(target);
    Expr part = mentioning(consumer.formula());
    List<Index> at = isTarget ? targetAt : position(consumer.quantity(), part);
    Expr entry = entry(part, at);
    Ranges inside = ranges.with(at, consumer.quantity().shape());
    Expr local =
        IndexSimplifier.tidied(
            EntryDerivative.of(entry, by.entry(byAt), functions, taken(at)), inside);
    Expr expanded = FunctionRules.expanded(local, functions);
    return new IndexConsumer(
        consumer.quantity(),
        consumer.quantity().entry(at),
        consumer.over(),
        term -> isTarget ? term : summed(term, at, consumer),
        isTarget ? Optional.empty() : Optional.of(upstream(consumer.quantity(), at)),
        isTarget ? new Derivative(entry, by.entry(byAt)) : named(consumer, part, entry, at),
        local,
        isTarget ? expanded : IndexSimplifier.tidied(Simplifier.simplified(expanded), inside),
        entry(consumer.formula(), at));
  }

  /// Where every entry of the consumer uses that same entry only, there is nothing to sum over.
  private List<Index> position(Quantity consumer, Expr formula) {
    boolean sameShape = consumer.shape().equals(by.shape());
    return sameShape && usesOnly(entry(formula, byAt), byAt)
        ? byAt
        : letters.besides(consumer.shape(), at());
  }

  private boolean usesOnly(Expr entry, List<Index> at) {
    return Formulas.symbols(entry).stream()
        .allMatch(symbol -> !isNamed(symbol) || ((Quantity) symbol).indices().equals(at));
  }

  /// The terms of the consumer that depend on the quantity.
  private Expr mentioning(Expr formula) {
    return formula instanceof Expr.Sum(List<Expr> terms)
        ? Formulas.sum(terms.stream().filter(this::mentions).toList())
        : formula;
  }

  private boolean mentions(Expr formula) {
    Set<Name> summed = IndexSubstitution.boundLetters(formula);
    return Formulas.mentions(
        formula, symbol -> isNamed(symbol) && isMember((Quantity) symbol, summed));
  }

  private boolean isNamed(Symbol symbol) {
    return symbol instanceof Quantity quantity && quantity.name().equals(by.name());
  }

  /// At the same label, or at one that a sum runs over.
  private boolean isMember(Quantity quantity, Set<Name> summed) {
    return quantity.labels().equals(by.labels())
        || quantity.labels().stream().anyMatch(label -> summed.stream().anyMatch(label::mentions));
  }

  private Expr entry(Expr formula, List<Index> at) {
    Set<Name> taken = taken(at);
    return Entries.of(BoundLetters.renamed(formula, taken), at, taken);
  }

  private Set<Name> taken(List<Index> at) {
    Set<Name> taken = new TakenNames(letters.taken());
    at().forEach(index -> index.letters().forEach(letter -> taken.add(letter.name())));
    at.forEach(index -> index.letters().forEach(letter -> taken.add(letter.name())));
    return taken;
  }

  private Expr summed(Expr term, List<Index> at, Consumer consumer) {
    Expr sum = term;
    for (int axis = at.size() - 1; axis >= 0; axis--) {
      Index index = at.get(axis);
      if (!index.is(1) && !byAt.equals(at)) {
        Name letter = index.letters().iterator().next().name();
        sum = new IndexSum(letter, Index.ONE, consumer.quantity().shape().axes().get(axis), sum);
      }
    }
    if (consumer.over().isPresent()) {
      Family over = consumer.over().get();
      sum = new IndexSum(over.letter(), over.from(), over.to(), sum);
    }
    return sum;
  }

  private Upstream upstream(Quantity consumer, List<Index> at) {
    Upstream whole = upstreams.apply(Partial.total(target, consumer));
    return new Upstream(whole.partial(), entryOfAdjoint(whole.written(), at), whole.formula());
  }

  /// Of `∂L/∂a`, or of the name it has: rows belong to the target.
  private Expr entryOfAdjoint(Expr written, List<Index> at) {
    if (!(written instanceof Ref(Symbol symbol))) {
      return Formulas.mapChildren(written, part -> entryOfAdjoint(part, at));
    }
    List<Index> both = new ArrayList<>(targetAt);
    both.addAll(at);
    return new Ref(symbol.entry(both));
  }

  private Expr named(Consumer consumer, Expr part, Expr entry, List<Index> at) {
    return direct.written(consumer.quantity(), by, part) instanceof Ref
        ? new Ref(Partial.direct(consumer.quantity().entry(at), by.entry(byAt)))
        : new Derivative(entry, by.entry(byAt));
  }
}
