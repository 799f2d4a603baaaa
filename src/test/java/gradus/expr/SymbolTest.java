package gradus.expr;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolTest {
  private static final Quantity Z = vector("z");
  private static final Quantity W = matrix("W");
  private static final Index I = Index.of(Name.of("i"));
  private static final Index J = Index.of(Name.of("j"));
  private static final Index K = Index.of(Name.of("k"));

  private static Quantity vector(String name) {
    return Quantity.of(name).shaped(new Shape(List.of(Index.of(2))));
  }

  private static Quantity matrix(String name) {
    return Quantity.of(name).shaped(new Shape(List.of(Index.of(2), Index.of(3))));
  }

  @Test
  void isAboutOneQuantityOrBothOfAPartial() {
    assertThat(Z.quantities()).containsExactly(Z);
    assertThat(new Updated(W).quantities()).containsExactly(W);
    assertThat(Partial.direct(Z, W).quantities()).containsExactly(Z, W);
  }

  @Test
  void changesEveryQuantityInThatOrderAndNothingElse() {
    List<Quantity> met = new ArrayList<>();
    Symbol changed =
        Partial.direct(Z, W)
            .map(quantity -> {
              met.add(quantity);
              return Quantity.of(quantity.name() + "_1");
            });
    assertThat(changed).isEqualTo(Partial.direct(Quantity.of("z_1"), Quantity.of("W_1")));
    assertThat(met).containsExactly(Z, W);
    assertThat(new Updated(W).map(_ -> Z)).isEqualTo(new Updated(Z));
  }

  /// The indices of what is derived stand before those of what it is derived by.
  @Test
  void hasEntries() {
    assertThat(Partial.total(Z, W).entry(List.of(I, J, K)))
        .isEqualTo(Partial.total(Z.entry(List.of(I)), W.entry(List.of(J, K))));
    assertThat(Partial.total(Quantity.of("L"), Z).entry(List.of(I)))
        .isEqualTo(Partial.total(Quantity.of("L"), Z.entry(List.of(I))));
    assertThat(new Updated(Z).entry(List.of(J))).isEqualTo(new Updated(Z.entry(List.of(J))));
  }

  @Test
  void isAnEntryWhereOneOfItsQuantitiesIs() {
    assertThat(Partial.total(Z, W).isEntry()).isFalse();
    assertThat(Partial.total(Z.entry(List.of(I)), W).isEntry()).isTrue();
    assertThat(Partial.total(Z, W.entry(List.of(I, J))).isEntry()).isTrue();
    assertThat(new Updated(Z.entry(List.of(I))).isEntry()).isTrue();
  }

  @Test
  void anEntryIsOneOfTheWhole() {
    Quantity labelled = Quantity.of(Name.of("W"), List.of(K)).entry(List.of(I, J));
    assertThat(labelled.whole()).isEqualTo(Quantity.of(Name.of("W"), List.of(K)));
    assertThat(Partial.total(Z.entry(List.of(I)), labelled).map(Quantity::whole))
        .isEqualTo(Partial.total(Quantity.of("z"), labelled.whole()));
  }
}
