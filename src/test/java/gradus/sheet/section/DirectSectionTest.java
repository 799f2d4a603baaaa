package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.sheet.Sheet.Section;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// `log softmax(z) = z - logsumexp(z)`, derived anew.
class DirectSectionTest {

  @Test
  void softmaxWithCrossEntropy() {
    Sample sample = Sample.of(Sample.SOFTMAX).numbered();
    sample.backward().section();
    assertThat(section(sample).map(Lines::of).orElseThrow())
        .isEqualTo(
            """
            The same directly
            Without the derivative of softmax: by $log(p) = z - logsumexp(z)$, put into (2):
            - L = -dot(y, log(p)) = -dot(y, z - logsumexp(z))
            and from there
            - dL/dz
              = d/dz (-dot(y, z - logsumexp(z)))
              = -y + sum(-y) * (-1) * softmax(z) -- derivative of the inner product and logsumexp
              = -y + sum(y) * softmax(z) -- simplified
              = -y + softmax(z) -- since $sum(y) = 1$
              = softmax(z) - y -- simplified
              = p - y -- $p$ by (1); as (4)\
            """);
  }

  @Test
  void absentWithoutSoftmax() {
    assertThat(section(Sample.of(Sample.LAYER + "derive dL/dW"))).isEmpty();
  }

  private static Optional<Section> section(Sample sample) {
    return new DirectSection(sample.typed(), sample.wording()).section();
  }
}
