package gradus.sheet.number;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Inline;
import gradus.sheet.number.Figures.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the numbers of one pass into formulas: `= 0.5 · 0.5 + 1 · 0.5 = 0.25 + 0.5 = 0.75`.
public final class NumberSubstitution {
  private static final Value MISSING = new Undefined(Cause.MISSING);

  /// A sum of more terms is not shown a second time with its terms worked out.
  private static final int MOST_TERMS = 4;

  private final Functions functions;
  private final Map<Symbol, Value> values;
  private final Figures figures;
  private final Selections selections;

  public NumberSubstitution(Functions functions, Map<Symbol, Value> values, Figures figures) {
    this.functions = functions;
    this.values = values;
    this.figures = figures;
    this.selections = new Selections(functions, values);
  }

  /// Whether some name in the formula has no value.
  boolean isUnknown(Expr formula) {
    return worth(formula).equals(MISSING);
  }

  Value value(Symbol symbol) {
    return Value.in(values, symbol);
  }

  /// What the formula comes to before it is rounded.
  public Value worth(Expr formula) {
    return Evaluation.of(formula, functions, values);
  }

  Figure figure(Symbol symbol) {
    return figures.figure(value(symbol));
  }

  Selections selections() {
    return selections;
  }

  /// The links behind a formula: numbers put in, value; none where something has no value.
  public List<Link> links(Expr formula, Value value) {
    return links(formula, value, List.of(), false);
  }

  /// The same with the terms of a short sum worked out in between. What would repeat the link
  /// before is left out; the reason goes to the last.
  List<Link> links(Expr formula, Value value, List<Inline> reason, boolean termByTerm) {
    if (value.equals(MISSING)) {
      return List.of();
    }
    Figure result = figures.figure(value);
    Expr branch = selections.selected(formula);
    boolean operandsExact =
        Formulas.symbols(branch).stream().allMatch(symbol -> figure(symbol).exact());
    List<Link> links = new ArrayList<>();
    Expr shown = formula;
    Expr numbers = numbers(branch);
    if (!numbers.equals(shown) && !isResult(numbers, result)) {
      links.add(link(operandsExact, numbers, List.of()));
      shown = numbers;
      if (termByTerm && operandsExact) {
        terms(numbers).ifPresent(terms -> links.add(link(true, terms, List.of())));
      }
    }
    if (!shown.equals(result.number())) {
      boolean exact =
          shown.equals(formula)
              ? result.exact() && worth(formula).equals(value)
              : worth(shown).equals(worth(result.number()));
      links.add(link(exact, result.number(), reason));
    }
    return links;
  }

  private static Link link(boolean exact, Expr right, List<Inline> reason) {
    return new Link(exact ? Relation.EQUAL : Relation.APPROXIMATELY, right, List.of(), reason);
  }

  /// Whether the numbers are the result already, or minus a number that is.
  private boolean isResult(Expr numbers, Figure result) {
    return isLiteral(numbers)
        && Evaluation.of(numbers, functions, Map.of())
            .equals(Evaluation.of(result.number(), functions, Map.of()));
  }

  /// Figures for names, and for the derivative of a function at a number.
  private Expr numbers(Expr branch) {
    return switch (branch) {
      case Ref(Symbol symbol) -> values.containsKey(symbol) ? figure(symbol).number() : branch;
      case Call call when call.isDerivative() -> figures.figure(worth(call)).number();
      case Product(List<Expr> factors) when factors.getFirst() instanceof Ref ->
          Formulas.product(withVisibleOne(factors.stream().map(this::numbers).toList()));
      default -> Formulas.mapChildren(branch, this::numbers);
    };
  }

  /// A value -1 in front stays a factor, `-1 · 0.5`, and does not become a mere sign.
  private static List<Expr> withVisibleOne(List<Expr> factors) {
    if (!factors.getFirst().equals(Formulas.MINUS_ONE)) {
      return factors;
    }
    List<Expr> visible = new ArrayList<>(factors);
    visible.add(1, Formulas.ONE);
    return visible;
  }

  /// `0.5 · 0.5 - 1 · 0.5` as `0.25 - 0.5`, where more than one term is worth working out and every
  /// one comes out exactly.
  private Optional<Expr> terms(Expr numbers) {
    if (!(numbers instanceof Sum(List<Expr> terms)) || terms.size() > MOST_TERMS) {
      return Optional.empty();
    }
    List<Expr> worked = new ArrayList<>();
    int products = 0;
    for (Expr term : terms) {
      Figure figure = figures.figure(Evaluation.of(term, functions, Map.of()));
      if (!figure.exact() || !(figure.number() instanceof Number number)) {
        return Optional.empty();
      }
      products += isLiteral(term) ? 0 : 1;
      boolean subtracted =
          !worked.isEmpty() && number.value().signum() < 0 && !(term instanceof Number);
      worked.add(
          subtracted
              ? Formulas.negated(new Number(number.value().negated(), number.notation()))
              : number);
    }
    return products > 1 ? Optional.of(Formulas.sum(worked)) : Optional.empty();
  }

  private static boolean isLiteral(Expr term) {
    return term instanceof Number
        || term instanceof Product(List<Expr> factors)
            && factors.size() == 2
            && factors.stream().allMatch(Number.class::isInstance)
            && Formulas.isNumber(factors.getFirst(), Rational.MINUS_ONE);
  }
}
