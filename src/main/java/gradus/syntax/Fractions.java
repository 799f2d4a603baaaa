package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol.Partial;
import java.util.ArrayList;
import java.util.List;

/// A product as people read it: fractions beside each other, `(a / b) · c / d`. Numbers are treated
/// as names are, so that a line with numbers looks like the line they were put into; it may then be
/// read back as another tree of the same value.
record Fractions(List<Fraction> all) {
  record Fraction(List<Expr> above, List<Expr> below) {
    /// What stands first.
    Expr leading() {
      return above.isEmpty() ? below.getFirst() : above.getFirst();
    }

    boolean divides() {
      return !below.isEmpty();
    }

    /// Above a slash `1/2` and `∂L/∂w` would be taken apart.
    boolean isBracketed(int factor) {
      Expr expr = above.get(factor);
      return divides()
          && (expr instanceof Number number && NumberText.isFraction(number)
              || factor == above.size() - 1 && isPartial(expr));
    }

    private static boolean isPartial(Expr expr) {
      return expr instanceof Ref(Partial _) || expr instanceof Derivative;
    }
  }

  static Fractions of(List<Expr> factors) {
    List<Fraction> all = new ArrayList<>();
    for (Expr factor : factors) {
      if (all.isEmpty() || (all.getLast().divides() && !isDivision(factor))) {
        all.add(new Fraction(new ArrayList<>(), new ArrayList<>()));
      }
      if (isDivision(factor)) {
        all.getLast().below().add(Quotients.divisor(factor));
      } else {
        all.getLast().above().add(factor);
      }
    }
    return new Fractions(all);
  }

  static boolean isDivision(Expr factor) {
    return factor instanceof Power(_, Expr exponent)
        && Formulas.isNumber(exponent, Rational.MINUS_ONE);
  }

  /// `-(-z)`, but `-(-1) · 5`, where -1 was put in for a name.
  static boolean isNegationOfLetters(List<Expr> factors) {
    return factors.size() > 1
        && factors.getFirst().equals(Formulas.MINUS_ONE)
        && factors.stream().anyMatch(factor -> !Formulas.isConstant(factor));
  }
}
