package gradus.expr;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulasTest {
  private static final Expr FORMULA =
      Formulas.sum(
          Formulas.product(Expr.Number.of(2), Formulas.ref("x")),
          Formulas.call("exp", Formulas.ref("y")));

  @Test
  void looksAtEveryNodeWhereNoneMatches() {
    List<Expr> met = new ArrayList<>();
    assertThat(
            Formulas.anyMatch(
                FORMULA,
                part -> {
                  met.add(part);
                  return false;
                }))
        .isFalse();
    List<Expr> all = new ArrayList<>();
    Formulas.visit(FORMULA, all::add);
    assertThat(met).isEqualTo(all).hasSize(6);
  }

  @Test
  void looksNoFurtherThanTheFirstMatch() {
    List<Expr> met = new ArrayList<>();
    boolean found =
        Formulas.anyMatch(
            FORMULA,
            part -> {
              met.add(part);
              return part instanceof Expr.Number;
            });
    assertThat(found).isTrue();
    assertThat(met).hasSize(3).last().isEqualTo(Expr.Number.of(2));
  }

  @Test
  void mentionsWhatItRefersTo() {
    assertThat(Formulas.mentions(FORMULA, Quantity.of("y"))).isTrue();
    assertThat(Formulas.mentions(FORMULA, Quantity.of("exp"))).isFalse();
    assertThat(Formulas.isConstant(FORMULA)).isFalse();
    assertThat(Formulas.isConstant(Formulas.call("exp", Expr.Number.of(2)))).isTrue();
  }
}
