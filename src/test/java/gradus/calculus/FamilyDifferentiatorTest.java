package gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.calculus.Derivation.Alias;
import gradus.calculus.family.Refusal;
import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Expected formulas by hand; values at random operands of unrolled instances.
class FamilyDifferentiatorTest {
  private static final Functions FUNCTIONS = Functions.rulePage();

  private static Sketch layers() {
    Sketch net =
        new Sketch()
            .with("x : n[0]")
            .with("W[k] : n[k-1] x n[k]")
            .with("a[k] : n[k]")
            .with("z[k] : n[k]")
            .with("y : n[L]")
            .with("E");
    return net.define("z[0]", net.ref("x"))
        .define("a[k]", net.product("W[k]'", "z[k-1]"), "k", "1", "L")
        .define("z[k]", net.call("phi[k]", net.ref("a[k]")), "k", "1", "L")
        .define("E", loss(net, "z[L]", "y"));
  }

  private static Expr loss(Sketch net, String output, String target) {
    return Sketch.half(Sketch.squaredNorm(Sketch.minus(net.ref(output), net.ref(target))));
  }

  private static final List<String> LAYERS =
      List.of(
          "L = 1, n[0] = 2, n[1] = 3",
          "L = 3, n[0] = 2, n[1] = 3, n[2] = 4, n[3] = 5",
          "L = 4, n[0] = 2, n[1] = 3, n[2] = 4, n[3] = 5, n[4] = 2");

  @Test
  void theRecursionOverLayers() {
    Sketch net = layers();
    assertThat(results(net, LAYERS, List.of("delta[k] = E / a[k]"), "E / W[k]"))
        .isEqualTo(
            """
            dE/dz[L]_{j} = z[L]_{j} - y_{j}
            delta[L]_{j} = (z[L]_{j} - y_{j}) * phi[L]'(a[L]_{j})
            dE/dz[k]_{j} = sum(i in 1..n[k+1], delta[k+1]_{i} * W[k+1]_{j,i}) for k in 1..L-1
            delta[k]_{j} = phi[k]'(a[k]_{j}) * sum(i in 1..n[k+1], W[k+1]_{j,i} * delta[k+1]_{i}) for k in 1..L-1
            dE/dW[k]_{i,j} = delta[k]_{j} * z[k-1]_{i} for k in 1..L
            """);
  }

  @Test
  void withoutANameEachAdjointIsOneStep() {
    assertThat(results(layers(), LAYERS, List.of(), "E / W[k]"))
        .isEqualTo(
            """
            dE/dz[L]_{j} = z[L]_{j} - y_{j}
            dE/dz[k]_{j} = sum(i in 1..n[k+1], dE/da[k+1]_{i} * W[k+1]_{j,i}) for k in 1..L-1
            dE/da[k]_{j} = dE/dz[k]_{j} * phi[k]'(a[k]_{j}) for k in 1..L
            dE/dW[k]_{i,j} = dE/da[k]_{j} * z[k-1]_{i} for k in 1..L
            """);
  }

  @Test
  void theStartIsWhereTheRecursionLeavesTheFamily() {
    assertThat(results(layers(), LAYERS, List.of("delta[k] = E / a[k]"), "E / x"))
        .endsWith(
            """
            dE/dz[0]_{j} = sum(i in 1..n[1], delta[1]_{i} * W[1]_{j,i})
            dE/dx_{j} = dE/dz[0]_{j}
            """);
  }

  @Test
  void jacobiansBetweenMembers() {
    assertThat(results(layers(), LAYERS, List.of(), "a[k] / W[k]"))
        .isEqualTo("da[k]_{m}/dW[k]_{i,j} = [m = j] * z[k-1]_{i} for k in 1..L\n");
    assertThat(results(layers(), LAYERS, List.of(), "a[k+1] / a[k]"))
        .endsWith("da[k+1]_{i}/da[k]_{j} = W[k+1]_{j,i} * phi[k]'(a[k]_{j}) for k in 1..L-1\n");
  }

  @Test
  void everyLineOfTheRecursion() {
    Sketch net = layers();
    Derivation derivation = derive(net, aliases(net, List.of("delta[k] = E / a[k]")), "E / W[k]");
    assertThat(DerivationText.lines(derivation.adjoints().get(3)))
        .isEqualTo(
            """
            delta[k]_{j} for k in 1..L-1
            = dE/dz[k]_{j} * dz[k]_{j}/da[k]_{j}
            = dE/dz[k]_{j} * phi[k]'(a[k]_{j})
            = phi[k]'(a[k]_{j}) * sum(i in 1..n[k+1], W[k+1]_{j,i} * delta[k+1]_{i})
            """);
    assertThat(DerivationText.lines(derivation.adjoints().getLast()))
        .isEqualTo(
            """
            dE/dW[k]_{i,j} for k in 1..L
            = sum(m in 1..n[k], delta[k]_{m} * da[k]_{m}/dW[k]_{i,j})
            = sum(m in 1..n[k], delta[k]_{m} * sum(l in 1..n[k-1], [l = i] * [m = j] * z[k-1]_{l}))
            = sum(m in 1..n[k], delta[k]_{m} * [m = j] * z[k-1]_{i})
            = delta[k]_{j} * z[k-1]_{i}
            """);
  }

  @Test
  void backpropagationThroughTime() {
    Sketch net = recurrence();
    List<String> sizes =
        List.of(
            "T = 1, d = 2, h = 3, c = 4",
            "T = 3, d = 2, h = 3, c = 4",
            "T = 4, d = 3, h = 2, c = 5");
    assertThat(results(net, sizes, List.of("delta[t] = L / a[t]"), "L / U", "L / W", "L / V"))
        .isEqualTo(
            """
            dL/do[t]_{j} = o[t]_{j} - y[t]_{j} for t in 1..T
            dL/dV_{i,j} = sum(t in 1..T, dL/do[t]_{i} * h[t]_{j})
            dL/dh[T]_{j} = sum(i in 1..c, dL/do[T]_{i} * V_{i,j})
            dL/dh[t]_{j} = sum(i in 1..h, delta[t+1]_{i} * W_{i,j}) + sum(i in 1..c, dL/do[t]_{i} * V_{i,j}) for t in 1..T-1
            delta[t]_{j} = dL/dh[t]_{j} * (1 - h[t]_{j}^2) for t in 1..T
            dL/dU_{i,j} = sum(t in 1..T, delta[t]_{i} * x[t]_{j})
            dL/dW_{i,j} = sum(t in 1..T, delta[t]_{i} * h[t-1]_{j})
            """);
  }

  private static Sketch recurrence() {
    Sketch net =
        new Sketch()
            .with("x[t] : d")
            .with("U : h x d")
            .with("W : h x h")
            .with("V : c x h")
            .with("s : h")
            .with("a[t] : h")
            .with("h[t] : h")
            .with("o[t] : c")
            .with("y[t] : c")
            .with("L");
    Expr perStep = loss(net, "o[t]", "y[t]");
    Expr whole = new IndexSum(Name.of("t"), Index.ONE, Sketch.index("T"), perStep);
    Expr activation = Formulas.sum(net.product("U", "x[t]"), net.product("W", "h[t-1]"));
    return net.define("h[0]", net.ref("s"))
        .define("a[t]", activation, "t", "1", "T")
        .define("h[t]", net.call("tanh", net.ref("a[t]")), "t", "1", "T")
        .define("o[t]", net.product("V", "h[t]"), "t", "1", "T")
        .define("L", whole);
  }

  @Test
  void skipsOverOneLayer() {
    Sketch net = plain();
    Expr first = net.product("W[1]", "z[0]");
    Expr both = Formulas.sum(net.product("W[k]", "z[k-1]"), net.product("V", "z[k-2]"));
    net.define("z[0]", net.ref("x"))
        .define("a[1]", first)
        .define("a[k]", both, "k", "2", "L")
        .define("z[k]", net.call("phi[k]", net.ref("a[k]")), "k", "1", "L")
        .define("E", loss(net, "z[L]", "y"));
    List<String> sizes = List.of("n = 2, L = 2", "n = 2, L = 3", "n = 2, L = 4", "n = 3, L = 5");
    assertThat(results(net, sizes, List.of("delta[k] = E / a[k]"), "E / V", "E / W[k]", "E / x"))
        .isEqualTo(
            """
            dE/dz[L]_{j} = z[L]_{j} - y_{j}
            dE/dz[L-1]_{j} = sum(i in 1..n, delta[L]_{i} * W[L]_{i,j})
            dE/dz[k]_{j} = sum(i in 1..n, delta[k+1]_{i} * W[k+1]_{i,j}) + sum(i in 1..n, delta[k+2]_{i} * V_{i,j}) for k in 1..L-2
            delta[k]_{j} = dE/dz[k]_{j} * phi[k]'(a[k]_{j}) for k in 2..L
            dE/dV_{i,j} = sum(k in 2..L, delta[k]_{i} * z[k-2]_{j})
            delta[1]_{j} = dE/dz[1]_{j} * phi[1]'(a[1]_{j})
            dE/dW[1]_{i,j} = delta[1]_{i} * z[0]_{j}
            dE/dW[k]_{i,j} = delta[k]_{i} * z[k-1]_{j} for k in 2..L
            dE/dz[0]_{j} = sum(i in 1..n, delta[1]_{i} * W[1]_{i,j}) + sum(i in 1..n, delta[2]_{i} * V_{i,j})
            dE/dx_{j} = dE/dz[0]_{j}
            """);
  }

  @Test
  void residualBlocks() {
    Sketch net = plain();
    Expr residual = Formulas.sum(net.ref("z[k-1]"), net.call("phi[k]", net.ref("a[k]")));
    net.define("z[0]", net.ref("x"))
        .define("a[k]", net.product("W[k]", "z[k-1]"), "k", "1", "L")
        .define("z[k]", residual, "k", "1", "L")
        .define("E", loss(net, "z[L]", "y"));
    List<String> sizes = List.of("n = 2, L = 1", "n = 2, L = 3", "n = 3, L = 4");
    assertThat(results(net, sizes, List.of("delta[k] = E / a[k]"), "E / W[k]"))
        .isEqualTo(
            """
            dE/dz[L]_{j} = z[L]_{j} - y_{j}
            dE/dz[k]_{j} = sum(i in 1..n, delta[k+1]_{i} * W[k+1]_{i,j}) + dE/dz[k+1]_{j} for k in 1..L-1
            delta[k]_{j} = dE/dz[k]_{j} * phi[k]'(a[k]_{j}) for k in 1..L
            dE/dW[k]_{i,j} = delta[k]_{i} * z[k-1]_{j} for k in 1..L
            """);
  }

  /// Every layer sees the input: z[0] is used by all of them, and by the first one twice.
  @Test
  void anInputToAllLayers() {
    Sketch net = plain();
    Expr both = Formulas.sum(net.product("W[k]", "z[k-1]"), net.product("V", "z[0]"));
    net.define("z[0]", net.ref("x"))
        .define("z[k]", net.call("tanh", both), "k", "1", "L")
        .define("E", loss(net, "z[L]", "y"));
    List<String> sizes = List.of("n = 2, L = 1", "n = 2, L = 3", "n = 3, L = 4");
    assertThat(results(net, sizes, List.of(), "E / x")).contains("sum(k in 2..L, ");
  }

  /// A recurrence that runs backwards has its base case at the lowest label.
  @Test
  void fromTheLastToTheFirst() {
    Sketch net = plain();
    net.define("z[T+1]", net.ref("x"))
        .define("z[k]", net.call("tanh", net.product("W[k]", "z[k+1]")), "k", "1", "T")
        .define("E", loss(net, "z[1]", "y"));
    List<String> sizes = List.of("n = 2, T = 1", "n = 2, T = 3", "n = 3, T = 4");
    assertThat(results(net, sizes, List.of(), "E / W[k]"))
        .startsWith(
            """
            dE/dz[1]_{j} = z[1]_{j} - y_{j}
            """)
        .contains(" for k in 2..T\n");
  }

  @Test
  void aLabelOtherThanTheLetter() {
    Sketch net = plain();
    net.define("z[0]", net.ref("x"))
        .define("z[k+1]", net.call("tanh", net.product("W[k]", "z[k]")), "k", "0", "L-1")
        .define("E", loss(net, "z[L]", "y"));
    assertThat(results(net, List.of("n = 2, L = 3"), List.of(), "E / W[k]"))
        .contains("for k in 0..L-1");
  }

  @Test
  void theSameWithMatrices() {
    Sketch net = layers();
    Derivation derivation =
        derive(net, aliases(net, List.of("delta[k] = E / a[k]")), Form.MATRIX, "E / W[k]");
    LAYERS.forEach(size -> Unrolled.at(net.graph(), FUNCTIONS, size).verify(derivation));
    assertThat(DerivationText.results(derivation))
        .isEqualTo(
            """
            dE/dz[L] = z[L] - y
            delta[L] = (z[L] - y) .* phi[L]'(a[L])
            dE/dz[k] = W[k+1] * delta[k+1] for k in 1..L-1
            delta[k] = (W[k+1] * delta[k+1]) .* phi[k]'(a[k]) for k in 1..L-1
            dE/dW[k] = z[k-1] * delta[k]' for k in 1..L
            """);
  }

  @Test
  void throughTimeWithMatrices() {
    Sketch net = recurrence();
    Derivation derivation =
        derive(
            net,
            aliases(net, List.of("delta[t] = L / a[t]")),
            Form.MATRIX,
            "L / U",
            "L / W",
            "L / V");
    Unrolled.at(net.graph(), FUNCTIONS, "T = 3, d = 2, h = 3, c = 4").verify(derivation);
    assertThat(DerivationText.results(derivation))
        .isEqualTo(
            """
            dL/do[t] = o[t] - y[t] for t in 1..T
            dL/dV = sum(t in 1..T, dL/do[t] * h[t]')
            dL/dh[T] = V' * dL/do[T]
            dL/dh[t] = W' * delta[t+1] + V' * dL/do[t] for t in 1..T-1
            delta[t] = dL/dh[t] .* (1 - h[t].^2) for t in 1..T
            dL/dU = sum(t in 1..T, delta[t] * x[t]')
            dL/dW = sum(t in 1..T, delta[t] * h[t-1]')
            """);
  }

  private static Sketch plain() {
    return new Sketch()
        .with("x : n")
        .with("W[k] : n x n")
        .with("V : n x n")
        .with("a[k] : n")
        .with("z[k] : n")
        .with("y : n")
        .with("E");
  }

  @Test
  void whatHasNoEndIsRefused() {
    Sketch net = plain();
    net.define("a[k]", net.call("tanh", net.ref("z[k]")), "k", "1", "L")
        .define("z[l]", net.call("tanh", net.ref("a[l]")), "l", "1", "L")
        .define("E", loss(net, "z[L]", "y"));
    assertRefused(net, "E / V", Refusal.Endless.class);
    Sketch both = plain();
    both.define(
            "z[k]",
            both.call("tanh", Formulas.sum(both.ref("z[k-1]"), both.ref("z[k+1]"))),
            "k",
            "1",
            "L")
        .define("E", loss(both, "z[L]", "y"));
    assertRefused(both, "E / V", Refusal.Endless.class);
  }

  @Test
  void labelsThatCannotBeFollowedAreRefused() {
    Sketch net = plain();
    net.define("z[k]", net.call("tanh", net.ref("a[k+k]")), "k", "1", "L")
        .define("E", loss(net, "z[L]", "y"));
    assertRefused(net, "E / a[k]", Refusal.LabelNotFollowed.class);
  }

  @Test
  void theOrderOfTwoLettersIsUndecided() {
    Sketch net = plain();
    net.define("z[0]", net.ref("x"))
        .define("z[k]", net.call("tanh", net.product("W[k]", "z[k-1]")), "k", "1", "L")
        .define("E", loss(net, "z[M]", "y"));
    assertRefused(net, "E / W[k]", Refusal.Undecided.class);
  }

  @Test
  void aMemberByWhatAllShareIsRefused() {
    assertRefused(recurrence(), "h[t] / W", Refusal.ByShared.class);
  }

  private static void assertRefused(Sketch net, String request, Class<? extends Refusal> refusal) {
    assertThatExceptionOfType(Refusal.Found.class)
        .isThrownBy(() -> derive(net, List.of(), request))
        .satisfies(found -> assertThat(found.refusal()).isInstanceOf(refusal));
  }

  /// The last lines, after all lines have been verified at instances.
  private static String results(
      Sketch net, List<String> sizes, List<String> names, String... requests) {
    Derivation derivation = derive(net, aliases(net, names), requests);
    sizes.forEach(size -> Unrolled.at(net.graph(), FUNCTIONS, size).verify(derivation));
    return DerivationText.results(derivation);
  }

  private static Derivation derive(Sketch net, List<Alias> aliases, String... requests) {
    return derive(net, aliases, Form.INDEX, requests);
  }

  private static Derivation derive(Sketch net, List<Alias> aliases, Form form, String... requests) {
    List<Partial> partials = Stream.of(requests).map(request -> partial(net, request)).toList();
    return Differentiator.derive(net.graph(), FUNCTIONS, partials, aliases, Set.of(), form);
  }

  private static Partial partial(Sketch net, String request) {
    String[] sides = request.split("/");
    return Partial.total(net.quantity(sides[0].strip()), net.quantity(sides[1].strip()));
  }

  /// `delta[k] = E / a[k]`
  private static List<Alias> aliases(Sketch net, List<String> names) {
    return names.stream()
        .map(name -> {
          String[] sides = name.split("=");
          Partial partial = partial(net, sides[1]);
          Quantity by = partial.by();
          Name own = Name.of(sides[0].substring(0, sides[0].indexOf('[')));
          return new Alias(new Quantity(own, by.labels(), List.of(), by.shape()), false, partial);
        })
        .toList();
  }
}
