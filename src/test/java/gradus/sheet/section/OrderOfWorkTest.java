package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.sheet.number.OrderOfWork;
import org.junit.jupiter.api.Test;

/// Forward with rising, backward with falling labels.
class OrderOfWorkTest {

  @Test
  void alongAChain() {
    Sample sample = Sample.of(Sample.CHAIN).numbered();
    sample.backward().section();
    assertThat(section(sample))
        .isEqualTo(
            """
            Order of work
            Forward: $z[0]$ by (1); for $k = 1..L$: $z[k]$ by (2); $E$ by (3).
            Backward: $dE/dz[L]$ by (4); for $k = L-1..1$: $dE/dz[k]$ by (5); for $k = 1..L$: \
            $dE/dw[k]$ by (6).\
            """);
  }

  @Test
  void namesWhereNothingIsNumbered() {
    assertThat(section(Sample.of(Sample.CHAIN)))
        .contains("Forward: $z[0]$; for $k = 1..L$: $z[k]$; $E$.");
  }

  private static String section(Sample sample) {
    return Lines.of(new OrderOfWork(sample.typed(), sample.wording()).section());
  }
}
