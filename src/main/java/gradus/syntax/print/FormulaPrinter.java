package gradus.syntax.print;

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
import gradus.syntax.print.PlainText.Style;
import java.util.List;

/// One formula on its way to text.
final class FormulaPrinter {
  private final StringBuilder text = new StringBuilder();
  private final Style style;
  private final int digits;

  FormulaPrinter(Style style, int digits) {
    this.style = style;
    this.digits = digits;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  FormulaPrinter formula(Expr expr) {
    if (expr instanceof Sum(List<Expr> terms)) {
      sum(terms);
    } else {
      term(expr, true);
    }
    return this;
  }

  /// A formula that stands alone: a single case is a value with a remark.
  FormulaPrinter whole(Expr expr) {
    if (!style.human
        || !(expr instanceof Cases(List<Branch> branches))
        || branches.size() > 1
        || branches.getFirst().condition().isOtherwise()) {
      return formula(expr);
    }
    formula(branches.getFirst().value());
    text.append("  (");
    calls().comparisons(branches.getFirst().condition());
    text.append(')');
    return this;
  }

  private void sum(List<Expr> terms) {
    term(terms.getFirst(), true);
    for (Expr term : terms.subList(1, terms.size())) {
      if (isNegated(term) && term instanceof Product(List<Expr> factors)) {
        text.append(" - ");
        products().print(factors.subList(1, factors.size()), false);
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
    products()
        .print(
            expr instanceof Product(List<Expr> factors) ? factors : List.of(expr),
            mayStartWithSign);
  }

  static boolean isNegative(Index value) {
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
  void tight(Expr expr) {
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
      case Call call -> calls().call(call);
      case Cases(List<Branch> branches) -> calls().cases(branches);
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

  private ProductPrinter products() {
    return new ProductPrinter(this, style);
  }

  private CallPrinter calls() {
    return new CallPrinter(this, style);
  }

  private NamePrinter names() {
    return new NamePrinter(this, style);
  }

  private OperationPrinter operations() {
    return new OperationPrinter(this, style);
  }

  FormulaPrinter append(String part) {
    text.append(part);
    return this;
  }

  FormulaPrinter symbol(Symbol symbol) {
    names().symbol(symbol);
    return this;
  }

  /// `_{2,1}`; for people `x_1`.
  void entry(List<Index> at) {
    names().entry(at);
  }

  void list(char open, List<Expr> parts, char close) {
    text.append(open);
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      formula(parts.get(i));
    }
    text.append(close);
  }

  private void derivative(Expr body, Quantity by) {
    text.append(style.d).append('/').append(style.d);
    names().quantity(by);
    text.append(" (");
    formula(body);
    text.append(')');
  }
}
