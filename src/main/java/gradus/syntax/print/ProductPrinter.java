package gradus.syntax.print;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
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
import gradus.syntax.print.Fractions.Fraction;
import gradus.syntax.print.PlainText.Style;
import java.util.List;

/// Products on their way to text: signs, factors, and what they are divided by.
record ProductPrinter(FormulaPrinter out, Style style) {
  void print(List<Expr> factors, boolean mayStartWithSign) {
    Expr first = factors.getFirst();
    if (mayStartWithSign && factors.size() > 1 && first.equals(Formulas.MINUS_ONE)) {
      out.append("-");
      print(factors.subList(1, factors.size()), false);
      return;
    }
    if (style.human) {
      fractions(factors, mayStartWithSign);
      return;
    }
    Mixture mixture = Mixture.of(factors);
    if (Quotients.isReciprocal(first)) {
      out.append("1").append(mixture.over(style, first));
      out.tight(Quotients.divisor(first));
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
      out.append("(");
      print(factors, true);
      out.append(")");
      return;
    }
    List<Fraction> all = Fractions.of(factors).all();
    Mixture mixture = Mixture.of(factors);
    for (int i = 0; i < all.size(); i++) {
      boolean last = i == all.size() - 1;
      boolean bracketed = all.get(i).divides() && !last;
      out.append(i == 0 ? "" : mixture.times(style, all.get(i).leading()));
      out.append(bracketed ? "(" : "");
      boolean signed = bracketed || (i == 0 && mayStartWithSign);
      fraction(all.get(i), mixture, i == 0 || bracketed, signed, last);
      out.append(bracketed ? ")" : "");
    }
  }

  private void fraction(
      Fraction fraction, Mixture mixture, boolean first, boolean mayStartWithSign, boolean last) {
    List<Expr> above = fraction.above();
    out.append(above.isEmpty() ? "1" : "");
    for (int i = 0; i < above.size(); i++) {
      Expr factor = above.get(i);
      out.append(i == 0 ? "" : mixture.times(style, factor));
      boolean end = last && i == above.size() - 1;
      boolean open = factor instanceof Derivative || factor instanceof IndexSum;
      if (fraction.isBracketed(i) || (open && (!end || fraction.divides()))) {
        out.bracketedUnless(false, factor);
      } else {
        factor(factor, mixture, first && i == 0, mayStartWithSign && i == 0);
      }
      mixture.pass(factor);
    }
    for (Expr divisor : fraction.below()) {
      out.append(mixture.over(style, divisor));
      out.tight(divisor);
      mixture.pass(divisor);
    }
  }

  private void laterFactor(Mixture mixture, Expr first, Expr factor, boolean second) {
    if (Quotients.isDivision(first, factor, second)) {
      out.append(mixture.over(style, factor));
      out.tight(Quotients.divisor(factor));
    } else {
      out.append(mixture.times(style, factor));
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
              value.terms().size() <= 1 && (mayStartWithSign || !FormulaPrinter.isNegative(value));
          case Apply apply -> !Mixture.isMatrixProduct(apply) || mixture.isBare(apply);
          case Ref _, Power _, Call _, Cases _, Derivative _ -> true;
          case Entry _, Matrix _, IndexSum _, Expr.ByEntries _, Kronecker _ -> true;
        };
    out.bracketedUnless(bare, expr);
  }
}
