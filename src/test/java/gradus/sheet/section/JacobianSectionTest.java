package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.sheet.Sheet.Section;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Entries by hand; `∂p_i/∂z_j = p_i ([i = j] - p_j)`.
class JacobianSectionTest {

  @Test
  void softmax() {
    assertThat(section(Sample.SOFTMAX).map(Lines::of).orElseThrow())
        .isEqualTo(
            """
            The derivatives of neighbours
            By (2), every entry:
            - dL/dp_{j} = -sum(i in 1..c, y_{i} / p_{i} * [i = j]) = -y_{j} / p_{j}
            - dL/dp = [-y_{1} / p_{1}, ⋮, -y_{c} / p_{c}]
            By (1), every entry:
            - dp_{i}/dz_{j} = sum(l in 1..c, softmax(z)_{i} * ([i = l] - softmax(z)_{l}) * [l = j]) \
            = softmax(z)_{i} * ([i = j] - softmax(z)_{j}) = p_{i} * ([i = j] - p_{j}) \
            = {p_{i} * (1 - p_{i}) if i = j; -p_{i} * p_{j} otherwise}
            - dp/dz = [p_{1} * (1 - p_{1}), ⋯, -p_{1} * p_{c}; ⋮, ⋱, ⋮; \
            -p_{c} * p_{1}, ⋯, p_{c} * (1 - p_{c})] = diag(p) - p * p'\
            """);
  }

  /// A vector by one entry of a matrix is a column.
  @Test
  void aLayer() {
    assertThat(section(Sample.LAYER + "derive dL/dW").map(Lines::of).orElseThrow())
        .isEqualTo(
            """
            The derivatives of neighbours
            By (2), every entry:
            - dL/dz_{j} = 1/2 * sum(l in 1..c, 2 * (z_{l} - y_{l}) * [l = j]) \
            = 1/2 * 2 * (z_{j} - y_{j}) = z_{j} - y_{j}
            - dL/dz = [z_{1} - y_{1}, ⋮, z_{c} - y_{c}]
            By (1), every entry:
            - dz_{m}/dW_{i,j} = sum(l in 1..d, [m = i] * [l = j] * x_{l}) = [m = i] * x_{j} \
            = {x_{j} if m = i; 0 otherwise}
            - dz/dW_{i,j} = x_{j} * onehot(i, c)\
            """);
  }

  /// A batch is a matrix itself: its derivatives have more than two axes.
  @Test
  void absentForABatch() {
    assertThat(
            section(
                """
                size n, d
                input X: n x d
                target Y: n x d
                weight W: d x d
                P = X*W
                loss L = norm2(P - Y)^2
                derive dL/dW
                """))
        .isEmpty();
  }

  @Test
  void absentWhereAllAreNumbers() {
    assertThat(
            section(
                """
                size n
                input x: n
                weight w: n
                p = dot(w, x)
                loss L = p^2
                derive dL/dp
                """))
        .isEmpty();
  }

  private static Optional<Section> section(String network) {
    Sample sample = Sample.of(network).numbered();
    return new JacobianSection(sample.typed(), sample.wording()).section();
  }
}
