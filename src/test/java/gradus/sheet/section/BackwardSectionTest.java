package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.SheetForm;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// By hand, unit by unit from the loss down.
class BackwardSectionTest {

  @Test
  void numbersBehindTheFormulas() {
    Sample sample = Sample.of(Sample.LINE + "derive dL/dw, dL/db").numbered();
    assertThat(Lines.of(withNumbers(sample).section()))
        .isEqualTo(
            """
            Backward pass
            Only (2) uses $p$:
            - (3) dL/dp
              = d/dp ((p - y)^2 / 2) -- definition (2)
              = 2 * (p - y) / 2 -- local derivative of (2)
              = p - y -- simplified
              = 7 - 5
              = 2 -- (1)
            Chain rule along (1), for $w$ and $b$:
            - (4) dL/dw
              = dL/dp * dp/dw
              = dL/dp * x
              = 2 * 3
              = 6 -- (3)
            - (5) dL/db
              = dL/dp * dp/db
              = dL/dp * 1
              = 2 -- (3)\
            """);
  }

  @Test
  void formulasAlone() {
    Sample sample = Sample.of(Sample.LINE + "derive dL/dw").numbered();
    assertThat(Lines.of(sample.backward().section()))
        .isEqualTo(
            """
            Backward pass
            Only (2) uses $p$:
            - (3) dL/dp
              = d/dp ((p - y)^2 / 2) -- definition (2)
              = 2 * (p - y) / 2 -- local derivative of (2)
              = p - y -- simplified
            Chain rule along (1), for $w$:
            - (4) dL/dw = dL/dp * dp/dw = dL/dp * x\
            """);
  }

  @Test
  void oneTermForEachUse() {
    Sample sample = Sample.of(Sample.TWO_USES + "derive dL/dz, dh/dv").numbered();
    assertThat(Lines.of(withNumbers(sample).section()))
        .isEqualTo(
            """
            Backward pass
            Only (3) uses $h$:
            - (4) dL/dh
              = d/dh (v * h) -- (3), whose other terms are free of $h$
              = v -- local derivative of (3)
              = 5
            $z$ is used twice, in (2) and (3); one term for each use:
            - (5) dL/dz
              = dL/dh * dh/dz + d/dz (z) {through $h$; directly} -- sum over both uses of $z$
              = dL/dh * 2 * z + 1 -- local derivatives of (2), (3)
              = 2 * dL/dh * z + 1 -- simplified
              = 2 * 5 * 6 + 1
              = 61 -- (4), (1)
            Nothing uses $v$.
            - (6) dh/dv
              = 0 -- $h$ does not depend on $v$\
            """);
  }

  /// A name without sign stands in front, one with a sign gets an equation.
  @Test
  void namedAdjoints() {
    Sample sample =
        Sample.of(Sample.LINE + "name delta = dL/dp\nname g = -dL/dw\nderive dL/dw").numbered();
    assertThat(Lines.of(withNumbers(sample).section()))
        .isEqualTo(
            """
            Backward pass
            Only (2) uses $p$:
            - (3) delta
              := dL/dp
              = d/dp ((p - y)^2 / 2) -- definition (2)
              = 2 * (p - y) / 2 -- local derivative of (2)
              = p - y -- simplified
              = 7 - 5
              = 2 -- (1)
            Only (1) uses $w$; chain rule along (1):
            - (4) dL/dw
              = delta * dp/dw
              = delta * x
              = 2 * 3
              = 6 -- (3)
            - (5) g := -dL/dw = -6\
            """);
  }

  /// relu'(0) is what the convention says; what is 0 times something is told.
  @Test
  void onAKink() {
    String network =
        """
        input x
        weight w
        convention relu'(0) = 1
        z = w*x
        h = relu(z)
        loss L = h^2
        given w = 0
        at x = 4
        derive dL/dz
        """;
    Sample sample = Sample.of(network).numbered();
    assertThat(Lines.of(withNumbers(sample).section()))
        .isEqualTo(
            """
            Backward pass
            Only (3) uses $h$:
            - (4) dL/dh
              = d/dh (h^2) -- definition (3)
              = 2 * h -- local derivative of (3)
              = 2 * 0
              = 0 -- (2); vanishes
            Only (2) uses $z$:
            - (5) dL/dz
              = dL/dh * dh/dz -- chain rule along (2)
              = dL/dh * {1 if z >= 0; 0 if z < 0} -- derivative of relu
              = 0 * 1
              = 0 -- (4), (1); $z = 0$, on the boundary: first case; vanishes\
            """);
  }

  @Test
  void piecesOfAFamily() {
    Sample sample = Sample.of(Sample.CHAIN).numbered();
    assertThat(Lines.of(sample.backward().section()))
        .isEqualTo(
            """
            Backward pass
            Only (3) uses $z[L]$:
            - (4) dE/dz[L]
              = d/dz[L] (z[L]^2) -- definition (3)
              = 2 * z[L] -- local derivative of (3)
            For $k = 1..L-1$: Only (2) uses $z[k]$; chain rule along (2):
            - (5) dE/dz[k] = dE/dz[k+1] * dz[k+1]/dz[k] = dE/dz[k+1] * w[k+1]
            For $k = 1..L$: Only (2) uses $w[k]$; chain rule along (2):
            - (6) dE/dw[k] = dE/dz[k] * dz[k]/dw[k] = dE/dz[k] * z[k-1]\
            """);
  }

  @Test
  void localDerivativesOnlyWhereARecursionIsMadeOfThem() {
    assertThat(Sample.of(Sample.CHAIN).numbered().backward().local()).isEmpty();
    assertThat(Sample.of(Sample.LINE + "derive dL/dw").numbered().backward().local()).isEmpty();
  }

  /// Those of a named recursion: `∂a_m/∂W_ij = [m = i] z_j` and, through `z = a²`, `∂a_i/∂a_j =
  /// W_ij 2 a_j`.
  @Test
  void localDerivatives() {
    String network =
        """
        size L, n
        input x: n
        weight W[k]: n x n for k in 1..L
        z[0] = x
        a[k]_j = sum(i in 1..n, W[k]_{j,i}*z[k-1]_i) for k in 1..L
        z[k] = a[k].^2 for k in 1..L
        loss E = sum(j in 1..n, z[L]_j)
        name delta[k] = dE/da[k] for k in 1..L
        derive dE/dW[k]
        """;
    Sample sample = Sample.of(network, SheetForm.INDEX).numbered();
    assertThat(sample.backward().local().map(Lines::of).orElseThrow())
        .isEqualTo(
            """
            Local derivatives
            For $k = 1..L$: Only (2) uses $W[k]$:
            - (5) da[k]_{m}/dW[k]_{i,j}
              = d/dW[k]_{i,j} (sum(l in 1..n, W[k]_{m,l} * z[k-1]_{l})) -- definition (2)
              = sum(l in 1..n, [m = i] * [l = j] * z[k-1]_{l}) -- local derivative of (2)
              = [m = i] * z[k-1]_{j} -- only the term $l = j$ is left
            For $k = 1..L-1$: Only (2) uses $z[k]$:
            - (6) da[k+1]_{i}/dz[k]_{j}
              = d/dz[k]_{j} (sum(l in 1..n, W[k+1]_{i,l} * z[k]_{l})) -- definition (2)
              = sum(l in 1..n, W[k+1]_{i,l} * [l = j]) -- local derivative of (2)
              = W[k+1]_{i,j} -- only the term $l = j$ is left
            For $k = 1..L-1$: Only (3) uses $a[k]$:
            - (7) da[k+1]_{i}/da[k]_{j}
              = da[k+1]_{i}/dz[k]_{j} * dz[k]_{j}/da[k]_{j} -- chain rule along (3)
              = da[k+1]_{i}/dz[k]_{j} * 2 * a[k]_{j} -- local derivative of (3)
              = 2 * da[k+1]_{i}/dz[k]_{j} * a[k]_{j} -- simplified
              = 2 * W[k+1]_{i,j} * a[k]_{j} -- (6) put in\
            """);
  }

  private static BackwardSection withNumbers(Sample sample) {
    return new BackwardSection(
        sample.problem(), sample.derivation(), sample.numbering(), Optional.of(sample.pass()));
  }
}
