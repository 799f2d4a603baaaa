package gradus.check;

import gradus.calculus.Instance;
import gradus.check.Equality.Different;
import gradus.check.Equality.Equivalent;
import gradus.check.Equality.Grounds;
import gradus.check.Equality.Misshapen;
import gradus.check.Equality.Reason;
import gradus.check.Equality.Undecided;
import gradus.check.Equality.Witness;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Compares vectors and matrices entry by entry, at sizes that are all different.
///
/// Sizes are tried, not proved: equal at two choices of them is taken for equal at all.
final class Entrywise {
  private static final int MOST_ENTRIES = 2_000;
  private static final int MOST_PAIRS = 150;

  private final Expr left;
  private final Expr right;
  private final Shape shape;
  private final Facts facts;
  private final Shaping shaping;

  private Entrywise(Expr left, Expr right, Shape shape, Facts facts, Shaping shaping) {
    Parts parts = new Parts();
    facts.definitions().forEach(parts::define);
    this.left = parts.of(left);
    this.right = parts.of(right);
    this.shape = shape;
    this.facts = facts.defining(parts.definitions());
    this.shaping = shaping;
  }

  /// Whether a formula can be evaluated as it is.
  static boolean isOfNumbers(Expr formula) {
    return switch (formula) {
      case Expr.Number _, Expr.Ref _ -> true;
      case Expr.Sum _, Expr.Product _, Expr.Power _, Expr.Call _, Expr.Cases _, Expr.Derivative _ ->
          Formulas.children(formula).stream().allMatch(Entrywise::isOfNumbers);
      case Expr.Whole _,
          Expr.Apply _,
          Expr.Entry _,
          Expr.Matrix _,
          Expr.IndexSum _,
          Expr.ByEntries _,
          Expr.Kronecker _ ->
          false;
    };
  }

  static Equality of(Expr left, Expr right, Facts facts, Shaping shaping) {
    Shape l = Shapes.of(left);
    Shape r = Shapes.of(right);
    boolean isAlike = l.equals(r) || Formulas.isZero(left) || Formulas.isZero(right);
    return isAlike
        ? new Entrywise(left, right, l.isScalar() ? r : l, facts, shaping).equality()
        : new Misshapen(l, r);
  }

  private Equality equality() {
    Equality worst = new Equivalent(Grounds.SAME_FORM);
    for (Map<Letter, Integer> sizes : shaping.instances()) {
      Equality equality = at(new Instance(sizes));
      if (equality instanceof Different) {
        return equality;
      }
      worst = worst.worse(equality);
    }
    return worst;
  }

  private Equality at(Instance instance) {
    if (entries(instance) > MOST_ENTRIES || instance.size(shape) > MOST_PAIRS) {
      return new Undecided(Reason.TOO_LONG);
    }
    Facts written = new WrittenFacts(instance, shaping).of(facts);
    Equality worst = new Equivalent(Grounds.SAME_FORM);
    for (List<Integer> at : instance.positions(shape)) {
      Expr l = entry(left, instance, at);
      Expr r = entry(right, instance, at);
      Equality equality = Comparing.of(l, r, written, Comparing.STEPS);
      if (equality instanceof Different(Grounds grounds, Witness witness)) {
        return new Different(grounds, witness.ofEntry(at, names(instance, witness)));
      }
      worst = worst.worse(equality);
    }
    return worst;
  }

  /// All entries of what has an entry in the witness.
  private List<Quantity> names(Instance instance, Witness witness) {
    return shaping.quantities().stream()
        .filter(name -> witness.at().keySet().stream().anyMatch(entry -> isEntry(entry, name)))
        .flatMap(name ->
            instance.positions(name.shape()).stream()
                .map(at -> name.entry(at.stream().map(Index::of).toList())))
        .toList();
  }

  private static boolean isEntry(Quantity entry, Quantity name) {
    return entry.whole().equals(name);
  }

  /// A zero is one of any shape.
  private static Expr entry(Expr formula, Instance instance, List<Integer> at) {
    return instance.written(formula, Shapes.isScalar(formula) ? List.of() : at);
  }

  private long entries(Instance instance) {
    return Stream.of(
            shaping.quantities().stream().map(Quantity::shape),
            facts.definitions().stream().map(Definition::symbol).map(symbol -> symbol.shape()),
            Stream.of(shape))
        .flatMap(shapes -> shapes)
        .mapToLong(instance::size)
        .sum();
  }
}
