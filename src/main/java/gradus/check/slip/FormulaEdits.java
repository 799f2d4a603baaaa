package gradus.check.slip;

import gradus.check.name.Scene;
import gradus.check.verdict.Slip;
import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All formulas that differ from one in a single place, as a student's slip would have it.
///
/// Its limit: of a long formula the first few hundred.
final class FormulaEdits {
  private static final int MOST = 600;
  private static final int DEEPEST = 12;
  private static final List<String> ACTIVATIONS = List.of("relu", "sigmoid", "tanh", "identity");

  private final Scene scene;
  private final Namesakes namesakes;

  FormulaEdits(Scene scene) {
    this.scene = scene;
    namesakes = new Namesakes(scene.lexicon());
  }

  List<FormulaEdit> of(Expr expr) {
    List<FormulaEdit> mends =
        new ArrayList<>(List.of(new FormulaEdit(Slip.SIGN, Formulas.negated(expr))));
    mends.addAll(mends(expr, 0));
    mends.addAll(scaled(expr));
    mends.addAll(activated(expr));
    return mends.subList(0, Math.min(MOST, mends.size()));
  }

  private List<FormulaEdit> mends(Expr expr, int depth) {
    List<FormulaEdit> mends = new ArrayList<>(here(expr));
    List<Expr> children = Formulas.children(expr);
    for (int i = 0; i < children.size() && mends.size() < MOST && depth < DEEPEST; i++) {
      for (FormulaEdit mend : mends(children.get(i), depth + 1)) {
        mends.add(new FormulaEdit(mend.slip(), with(expr, i, mend.formula())));
      }
    }
    return mends;
  }

  /// With another child in one place.
  private static Expr with(Expr expr, int place, Expr child) {
    int[] at = {0};
    return Formulas.mapChildren(expr, old -> at[0]++ == place ? child : old);
  }

  private List<FormulaEdit> here(Expr expr) {
    return switch (expr) {
      case Sum(List<Expr> terms) -> terms(terms);
      case Product(List<Expr> factors) -> factors(factors);
      case Power power -> powers(power);
      case Ref(var symbol) -> namesakes.of(symbol);
      case Call call -> calls(call);
      case Cases(List<Branch> branches) -> branches(branches);
      case Expr.Number number -> numbers(number);
      case Expr.Derivative _, Expr.Whole _, Expr.Apply _, Expr.Entry _ -> List.of();
      case Expr.Matrix _, Expr.IndexSum _, Expr.ByEntries _, Expr.Kronecker _ -> List.of();
    };
  }

  private static List<FormulaEdit> terms(List<Expr> terms) {
    List<FormulaEdit> mends = new ArrayList<>();
    boolean derivative =
        terms.stream()
            .flatMap(term -> Formulas.symbols(term).stream())
            .anyMatch(Partial.class::isInstance);
    for (int i = 0; i < terms.size(); i++) {
      List<Expr> turned = new ArrayList<>(terms);
      turned.set(i, Formulas.negated(terms.get(i)));
      mends.add(new FormulaEdit(Slip.SIGN, Formulas.sum(turned)));
    }
    for (int i = 0; i < terms.size(); i++) {
      List<Expr> fewer = new ArrayList<>(terms);
      fewer.remove(i);
      mends.add(new FormulaEdit(derivative ? Slip.PATH : Slip.OTHER, Formulas.sum(fewer)));
    }
    return mends;
  }

  private static List<FormulaEdit> factors(List<Expr> factors) {
    List<FormulaEdit> mends = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      List<Expr> fewer = new ArrayList<>(factors);
      Expr dropped = fewer.remove(i);
      mends.add(new FormulaEdit(slip(dropped), Formulas.product(fewer)));
    }
    return mends;
  }

  private static Slip slip(Expr dropped) {
    boolean slope =
        dropped instanceof Cases
            || dropped instanceof Call call && call.orders().stream().anyMatch(order -> order > 0);
    return slope
        ? Slip.ACTIVATION
        : Formulas.isNumber(dropped, Rational.MINUS_ONE) ? Slip.SIGN : Slip.FACTOR;
  }

  private static List<FormulaEdit> powers(Power power) {
    return Stream.of(
            power.base(),
            new Power(power.base(), Formulas.sum(power.exponent(), Formulas.ONE)),
            new Power(power.base(), Formulas.sum(power.exponent(), Formulas.MINUS_ONE)),
            new Power(power.base(), Formulas.negated(power.exponent())))
        .map(other -> new FormulaEdit(Slip.FACTOR, other))
        .toList();
  }

  private static List<FormulaEdit> numbers(Expr.Number number) {
    return Stream.of(Rational.of(2), Rational.HALF)
        .map(factor -> new FormulaEdit(Slip.FACTOR, Expr.Number.of(number.value().times(factor))))
        .toList();
  }

  private List<FormulaEdit> calls(Call call) {
    List<FormulaEdit> mends = new ArrayList<>();
    boolean single = call.arguments().size() == 1;
    if (single) {
      mends.add(new FormulaEdit(Slip.ACTIVATION, call.arguments().getFirst()));
      for (int order = 0; order < 2; order++) {
        mends.add(
            new FormulaEdit(
                Slip.ACTIVATION,
                new Call(call.function(), call.labels(), List.of(order), call.arguments())));
      }
      for (String other : ACTIVATIONS) {
        if (scene.functions().named(Name.of(other)).isPresent()) {
          mends.add(
              new FormulaEdit(
                  Slip.ACTIVATION,
                  new Call(Name.of(other), List.of(), call.orders(), call.arguments())));
        }
      }
    }
    return mends;
  }

  private static List<FormulaEdit> branches(List<Branch> branches) {
    List<FormulaEdit> mends = new ArrayList<>();
    branches.forEach(branch -> mends.add(new FormulaEdit(Slip.BRANCH, branch.value())));
    if (branches.size() == 2) {
      Branch first = branches.getFirst();
      Branch last = branches.getLast();
      mends.add(
          new FormulaEdit(
              Slip.BRANCH,
              new Cases(
                  List.of(
                      new Branch(last.value(), first.condition()),
                      new Branch(first.value(), last.condition())))));
    }
    mends.add(
        new FormulaEdit(
            Slip.BRANCH,
            new Cases(
                branches.stream()
                    .map(branch -> new Branch(branch.value(), turned(branch.condition())))
                    .toList())));
    return mends;
  }

  private static Condition turned(Condition condition) {
    return new Condition(
        condition.comparisons().stream()
            .map(test -> new Comparison(test.left(), turned(test.relation()), test.right()))
            .toList());
  }

  private static Relation turned(Relation relation) {
    return switch (relation) {
      case LESS -> Relation.GREATER;
      case AT_MOST -> Relation.AT_LEAST;
      case AT_LEAST -> Relation.AT_MOST;
      case GREATER -> Relation.LESS;
      case EQUAL, UNEQUAL -> relation;
    };
  }

  // ---- as a whole -------------------------------------------------------------------------------

  private List<FormulaEdit> scaled(Expr expr) {
    List<FormulaEdit> mends = new ArrayList<>();
    for (Rational factor : List.of(Rational.of(2), Rational.HALF)) {
      mends.add(new FormulaEdit(Slip.FACTOR, Formulas.product(Expr.Number.of(factor), expr)));
    }
    scene
        .lexicon()
        .entities()
        .forEach(entity ->
            entity
                .grid()
                .entries()
                .forEach(
                    name -> mends.add(new FormulaEdit(Slip.FACTOR, Formulas.product(expr, name)))));
    return mends;
  }

  /// With the derivative of an activation that was forgotten.
  private List<FormulaEdit> activated(Expr expr) {
    List<FormulaEdit> mends = new ArrayList<>();
    scene
        .graph()
        .definitions()
        .forEach(definition ->
            slope(definition.formula())
                .ifPresent(slope ->
                    mends.add(new FormulaEdit(Slip.ACTIVATION, Formulas.product(expr, slope)))));
    return mends;
  }

  private static Optional<Expr> slope(Expr formula) {
    return formula instanceof Call call && call.arguments().size() == 1
        ? Optional.of(new Call(call.function(), call.labels(), List.of(1), call.arguments()))
        : Optional.empty();
  }
}
