package gradus.syntax;

import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.syntax.Fractions.Fraction;
import gradus.syntax.PlainText.Style;
import java.util.List;
import java.util.stream.IntStream;

/// One formula on its way to text.
final class Printing {
  private final StringBuilder text = new StringBuilder();
  private final Style style;
  private final int digits;

  Printing(Style style, int digits) {
    this.style = style;
    this.digits = digits;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  Printing formula(Expr expr) {
    if (expr instanceof Sum(List<Expr> terms)) {
      sum(terms);
    } else {
      term(expr, true);
    }
    return this;
  }

  /// A formula that stands alone: a single case is a value with a remark.
  Printing whole(Expr expr) {
    if (!style.human
        || !(expr instanceof Cases(List<Branch> branches))
        || branches.size() > 1
        || branches.getFirst().condition().isOtherwise()) {
      return formula(expr);
    }
    formula(branches.getFirst().value());
    text.append("  (");
    comparisons(branches.getFirst().condition());
    text.append(')');
    return this;
  }

  private void sum(List<Expr> terms) {
    term(terms.getFirst(), true);
    for (Expr term : terms.subList(1, terms.size())) {
      if (isNegated(term) && term instanceof Product(List<Expr> factors)) {
        text.append(" - ");
        product(factors.subList(1, factors.size()), false);
      } else {
        text.append(" + ");
        term(term, false);
      }
    }
  }

  private static boolean isNegated(Expr term) {
    return term instanceof Product(List<Expr> factors)
        && factors.size() > 1
        && factors.getFirst().equals(Formulas.MINUS_ONE);
  }

  /// Behind an operator no sign may stand: `a + (-3) * x`.
  private void term(Expr expr, boolean mayStartWithSign) {
    if (mayStartWithSign && expr instanceof Whole) {
      single(expr);
      return;
    }
    product(
        expr instanceof Product(List<Expr> factors) ? factors : List.of(expr), mayStartWithSign);
  }

  private void product(List<Expr> factors, boolean mayStartWithSign) {
    Expr first = factors.getFirst();
    if (mayStartWithSign && factors.size() > 1 && first.equals(Formulas.MINUS_ONE)) {
      text.append('-');
      product(factors.subList(1, factors.size()), false);
      return;
    }
    if (style.human) {
      fractions(factors, mayStartWithSign);
      return;
    }
    Mixture mixture = Mixture.of(factors);
    if (Quotients.isReciprocal(first)) {
      text.append('1').append(mixture.over(style, first));
      tight(Quotients.divisor(first));
    } else {
      factor(first, mixture, true, mayStartWithSign);
    }
    mixture.pass(first);
    for (int i = 1; i < factors.size(); i++) {
      laterFactor(mixture, first, factors.get(i), i == 1);
      mixture.pass(factors.get(i));
    }
  }

  private void fractions(List<Expr> factors, boolean mayStartWithSign) {
    if (!mayStartWithSign && Fractions.isNegationOfLetters(factors)) {
      text.append('(');
      product(factors, true);
      text.append(')');
      return;
    }
    List<Fraction> all = Fractions.of(factors).all();
    Mixture mixture = Mixture.of(factors);
    for (int i = 0; i < all.size(); i++) {
      boolean last = i == all.size() - 1;
      boolean bracketed = all.get(i).divides() && !last;
      text.append(i == 0 ? "" : mixture.times(style, all.get(i).leading()));
      text.append(bracketed ? "(" : "");
      boolean signed = bracketed || (i == 0 && mayStartWithSign);
      fraction(all.get(i), mixture, i == 0 || bracketed, signed, last);
      text.append(bracketed ? ")" : "");
    }
  }

  private void fraction(
      Fraction fraction, Mixture mixture, boolean first, boolean mayStartWithSign, boolean last) {
    List<Expr> above = fraction.above();
    text.append(above.isEmpty() ? "1" : "");
    for (int i = 0; i < above.size(); i++) {
      Expr factor = above.get(i);
      text.append(i == 0 ? "" : mixture.times(style, factor));
      boolean end = last && i == above.size() - 1;
      boolean open = factor instanceof Derivative || factor instanceof IndexSum;
      if (fraction.isBracketed(i) || (open && (!end || fraction.divides()))) {
        bracketedUnless(false, factor);
      } else {
        factor(factor, mixture, first && i == 0, mayStartWithSign && i == 0);
      }
      mixture.pass(factor);
    }
    for (Expr divisor : fraction.below()) {
      text.append(mixture.over(style, divisor));
      tight(divisor);
      mixture.pass(divisor);
    }
  }

  private void laterFactor(Mixture mixture, Expr first, Expr factor, boolean second) {
    if (Quotients.isDivision(first, factor, second)) {
      text.append(mixture.over(style, factor));
      tight(Quotients.divisor(factor));
    } else {
      text.append(mixture.times(style, factor));
      factor(factor, mixture, false, false);
    }
  }

  private void factor(Expr expr, Mixture mixture, boolean first, boolean mayStartWithSign) {
    boolean bare =
        switch (expr) {
          case Sum _, Product _ -> false;
          case Number number ->
              (number.value().signum() >= 0 || mayStartWithSign)
                  && (first || !NumberText.isFraction(number));
          case Whole(Index value) ->
              value.terms().size() <= 1 && (mayStartWithSign || !isNegative(value));
          case Apply apply -> !Mixture.isMatrixProduct(apply) || mixture.isBare(apply);
          case Ref _, Power _, Call _, Cases _, Derivative _ -> true;
          case Entry _, Matrix _, IndexSum _, Expr.ByEntries _, Kronecker _ -> true;
        };
    bracketedUnless(bare, expr);
  }

  private static boolean isNegative(Index value) {
    return !value.terms().isEmpty() && value.terms().getFirst().coefficient() < 0;
  }

  /// A number or a letter.
  private static boolean isSingle(Index value) {
    return !isNegative(value)
        && (value.constant().isPresent()
            || value.terms().size() == 1
                && value.terms().getFirst().coefficient() == 1
                && value.terms().getFirst().letters().size() == 1);
  }

  /// A divisor or an exponent.
  private void tight(Expr expr) {
    boolean bare =
        switch (expr) {
          case Sum _, Product _, Derivative _ -> false;
          case Number number -> number.value().signum() >= 0 && !NumberText.isFraction(number);
          case Ref(Symbol symbol) -> !(symbol instanceof Partial);
          case Power _ ->
              !(style.human ? Fractions.isDivision(expr) : Quotients.isReciprocal(expr));
          case Whole(Index value) -> isSingle(value);
          case Apply apply -> !Mixture.isMatrixProduct(apply);
          case IndexSum _ -> !style.human;
          case Call _, Cases _, Entry _, Matrix _, Expr.ByEntries _, Kronecker _ -> true;
        };
    bracketedUnless(bare, expr);
  }

  /// What is raised to a power or transposed.
  void base(Expr expr) {
    boolean scientific = expr instanceof Number number && NumberText.isScientific(number);
    boolean squared =
        expr instanceof Apply(Operation operation, _) && operation == Plain.SQUARED_NORM;
    if (scientific || squared || expr instanceof Power || expr instanceof Ref(Updated _)) {
      bracketedUnless(false, expr);
    } else {
      tight(expr);
    }
  }

  void bracketedUnless(boolean bare, Expr expr) {
    if (bare) {
      single(expr);
    } else {
      text.append('(');
      formula(expr);
      text.append(')');
    }
  }

  /// Neither a sum nor a product.
  private void single(Expr expr) {
    switch (expr) {
      case Number number -> text.append(NumberText.of(number, digits));
      case Ref(Symbol symbol) -> symbol(symbol);
      case Power(Expr base, Expr exponent) -> {
        base(base);
        text.append(Shapes.isScalar(expr) ? "^" : ".^");
        tight(exponent);
      }
      case Call call -> call(call);
      case Cases(List<Branch> branches) -> cases(branches);
      case Derivative(Expr body, Quantity by) -> derivative(body, by);
      case Sum _, Product _ -> formula(expr);
      case Whole(Index value) -> text.append(value);
      case Apply(Operation operation, List<Expr> operands) ->
          operations().print(operation, operands);
      case Entry(Expr operand, List<Index> at) -> operations().entry(operand, at);
      case Matrix(List<List<Expr>> rows) -> operations().matrix(rows);
      case IndexSum sum -> operations().indexSum(sum);
      case Expr.ByEntries entries -> operations().byEntries(entries);
      case Kronecker(Index left, Index right) -> append("[" + left + " = " + right + "]");
    }
  }

  private OperationPrinting operations() {
    return new OperationPrinting(this, style);
  }

  Printing append(String part) {
    text.append(part);
    return this;
  }

  Printing symbol(Symbol symbol) {
    switch (symbol) {
      case Quantity quantity -> quantity(quantity);
      case Partial(Quantity of, Quantity by, _) -> {
        text.append(style.d);
        quantity(of);
        text.append('/').append(style.d);
        quantity(by);
      }
      case Updated(Quantity quantity) -> {
        quantity(quantity);
        text.append("^+");
      }
    }
    return this;
  }

  private void quantity(Quantity quantity) {
    text.append(quantity.name().spelling());
    labels(quantity.labels());
    entry(quantity.indices());
  }

  private void labels(List<Index> labels) {
    if (!labels.isEmpty()) {
      text.append('[').append(joined(labels, ", ")).append(']');
    }
  }

  /// `_{2,1}`; for people `x_1`.
  void entry(List<Index> at) {
    String typed = joined(at, ",");
    if (style.human && at.size() == 1 && typed.codePoints().allMatch(Character::isLetterOrDigit)) {
      text.append('_').append(typed);
    } else if (!at.isEmpty()) {
      text.append("_{").append(typed).append('}');
    }
  }

  static String joined(List<Index> indices, String comma) {
    return String.join(comma, indices.stream().map(Index::toString).toList());
  }

  void list(char open, List<Expr> parts, char close) {
    text.append(open);
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      formula(parts.get(i));
    }
    text.append(close);
  }

  private void call(Call call) {
    boolean bars = call.function().key().equals("abs") && !call.isDerivative();
    if (bars && Shapes.isScalar(call)) {
      list('|', call.arguments(), '|');
      return;
    }
    text.append(call.function().spelling());
    labels(call.labels());
    text.append(orders(call));
    list('(', style.human ? Folding.arguments(call) : call.arguments(), ')');
  }

  /// `g''` where only the first argument can be meant, else `max^(0,1)`.
  private static String orders(Call call) {
    List<Integer> orders = call.orders();
    boolean onlyFirst =
        IntStream.range(1, orders.size())
            .allMatch(i -> orders.get(i) == 0 && call.arguments().get(i) instanceof Number);
    return onlyFirst || !call.isDerivative()
        ? "'".repeat(orders.isEmpty() ? 0 : orders.getFirst())
        : "^(" + String.join(",", orders.stream().map(String::valueOf).toList()) + ")";
  }

  private void cases(List<Branch> branches) {
    text.append('{');
    for (int i = 0; i < branches.size(); i++) {
      text.append(i == 0 ? "" : "; ");
      formula(branches.get(i).value());
      condition(branches.get(i).condition());
    }
    text.append('}');
  }

  private void condition(Condition condition) {
    text.append(condition.isOtherwise() ? " otherwise" : " if ");
    comparisons(condition);
  }

  private void comparisons(Condition condition) {
    for (int i = 0; i < condition.comparisons().size(); i++) {
      Comparison comparison = condition.comparisons().get(i);
      text.append(i == 0 ? "" : " and ");
      formula(comparison.left());
      text.append(' ').append(style.relation(comparison.relation())).append(' ');
      formula(comparison.right());
    }
  }

  private void derivative(Expr body, Quantity by) {
    text.append(style.d).append('/').append(style.d);
    quantity(by);
    text.append(" (");
    formula(body);
    text.append(')');
  }
}
