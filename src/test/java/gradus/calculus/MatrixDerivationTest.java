package gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.entry.Instance;
import gradus.calculus.entry.UnitSum;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Step;
import gradus.calculus.step.Form;
import gradus.calculus.step.Reason;
import gradus.calculus.verify.Verification;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.print.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Results of textbooks, by hand; every line is verified entry by entry as well.
public class MatrixDerivationTest {
  /// Sizes that all differ.
  public static final Instance INSTANCE =
      new Instance(Map.of(letter("n"), 4, letter("d"), 3, letter("m"), 2, letter("k"), 3));

  private static Letter letter(String name) {
    return Letter.of(Name.of(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X: n x d; w: d; y: n      | L = norm2(X*w - y)^2                     | w | 2*X'*(X*w - y)
          X: n x d; w: d; y: n      | L = 1/n*norm2(X*w - y)^2                 | w | 2/n*X'*(X*w - y)
          X: n x d; w: d; y: n      | L = norm2(y - X*w)^2                     | w | 2*X'*(X*w - y)
          X: n x d; w: d; y: n      | L = norm2(X*w - y)^2 + r*norm2(w)^2      | w | 2*X'*(X*w - y) + 2*r*w
          X: n x d; w: d; y: n      | r = X*w - y; L = dot(r, r)               | w | X'*dL/dr
          A: n x n; x: n            | L = x'*A*x                               | x | A*x + A'*x
          A: n x n; x: n            | L = x'*A*x                               | A | x*x'
          A: n x d; B: d x n        | L = tr(A*B)                              | A | B'
          W: m x n; x: n; b: m      | z = W*x + b; L = norm2(z)^2              | W | dL/dz*x'
          W: m x n; x: n; b: m      | z = W*x + b; L = norm2(z)^2              | b | dL/dz
          W: m x n; x: n; b: m      | z = W*x + b; L = norm2(z)^2              | x | W'*dL/dz
          W: m x n; x: n            | z = W*x; h = tanh(z); L = norm2(h)^2     | z | dL/dh .* (1 - h.^2)
          W: m x n; x: n            | z = W*x; h = relu(z); L = norm2(h)^2     | z | dL/dh .* relu'(z)
          W: n x m; x: n            | z = W'*x; L = norm2(z)^2                 | W | x*(dL/dz)'
          x: n                      | u = x + tanh(x); L = norm2(u)^2          | x | dL/du + dL/du .* (1 - tanh(x).^2)
          X: n x d; W: d x m; b: m  | Z = X*W + b'; L = sum(Z.^2)               | b | sum(dL/dZ, columns)'
          X: n x d; W: d x m; b: m  | Z = X*W + b'; L = sum(Z.^2)               | W | X'*dL/dZ
          X: n x d; W: d x m        | Z = X*W; L = sum(Z.^2)                    | Z | 2*Z
          F: n x d                  | G = F.^2; H = sum(G); L = H/n             | F | 2*dL/dG .* F
          F: n x d                  | G = F.^2; H = sum(G); L = H/n             | G | dL/dH*ones(n, d)
          x: n; y: n                | L = norm2(x - y)                         | x | 1/L*(x - y)
          z: k; y: k                | L = logsumexp(z) - dot(y, z)             | z | softmax(z) - y
          z: k; y: scalar           | L = logsumexp(z) - z_y          | z | softmax(z) - onehot(y, k)
          z: k                      | s = sum(z); L = s^2                      | z | dL/ds*ones(k)
          z: k                      | s = c*z; L = norm2(s)^2                  | c | dot(dL/ds, z)
          """)
  void textbook(String shapes, String network, String by, String expected) {
    Shaped typed = Shaped.where(shapes);
    Graph graph = typed.graph(network.replace(';', '\n'));
    Adjoint adjoint = derived(graph, typed, by, List.of());
    assertSame(adjoint.formula(), typed.formula(expected));
  }

  static void assertSame(Expr actual, Expr expected) {
    assertThat(PlainText.of(actual)).isEqualTo(PlainText.of(expected));
  }

  @Test
  void tiedWeightsSumOverBothPaths() {
    Shaped typed = Shaped.where("W: m x n; x: n");
    Graph graph = typed.graph("a = W*x\nh = tanh(a)\np = W'*h\nL = norm2(p - x)^2");
    Adjoint adjoint = derived(graph, typed, "W", List.of());
    assertSame(adjoint.formula(), typed.formula("dL/da*x' + h*(dL/dp)'"));
    assertThat(adjoint.steps().getFirst().reason())
        .isEqualTo(new Reason.OperationRules(List.of(Plain.MATRIX_PRODUCT, Plain.TRANSPOSE)));
  }

  @Test
  void aConstantColumnIsDropped() {
    Shaped typed = Shaped.where("C: n x d");
    Graph graph = typed.graph("D = concat(C, 1)\nL = sum(D.^2)");
    Apply slice = (Apply) derived(graph, typed, "C", List.of()).formula();
    assertThat(slice.operands()).containsExactly(typed.formula("dL/dD"));
    Index n = Index.of(Name.of("n"));
    Index d = Index.of(Name.of("d"));
    assertThat(slice.operation())
        .isEqualTo(new Operation.Slice(new Range(Index.ONE, n), new Range(Index.ONE, d)));
  }

  @Test
  void vectorsByVectorsHaveJacobians() {
    Shaped typed = Shaped.where("W: m x n; h: n");
    Graph graph = typed.graph("z = W*h\nL = norm2(z)^2");
    assertThat(lines(derived(graph, typed, "h", List.of())))
        .containsExactly("(dz/dh)' * dL/dz", "W' * dL/dz");
  }

  @Test
  void sigmoidWithBinaryCrossEntropy() {
    Shaped typed = Shaped.where("W: k x n; x: n; y: k");
    Graph graph =
        typed.graph("z = W*x\np = sigmoid(z)\nL = -1/k*sum(y .* log(p) + (1 - y) .* log(1 - p))");
    Adjoint adjoint = derived(graph, typed, "z", List.of());
    assertSame(adjoint.formula(), typed.formula("1/k*(p - y)"));
  }

  @Test
  void softmaxWithCrossEntropyNeedsASumOfOne() {
    Shaped typed = Shaped.where("z: k; y: k");
    Graph graph = typed.graph("s = softmax(z)\nL = -dot(y, log(s))");
    UnitSum fact = new UnitSum(typed.quantity("y"), Along.ALL);
    Adjoint adjoint = derived(graph, typed, "z", List.of(fact));
    assertSame(adjoint.formula(), typed.formula("s - y"));
    assertThat(adjoint.steps().stream().map(Step::reason))
        .contains(new Reason.ByFact(fact.left(), fact.right()));
  }

  @Test
  void softmaxOfABatch() {
    Shaped typed = Shaped.where("Z: n x k; Y: n x k");
    Graph graph = typed.graph("S = softmax(Z, rows)\nL = -1/n*sum(Y .* log(S))");
    UnitSum fact = new UnitSum(typed.quantity("Y"), Along.ROWS);
    assertSame(derived(graph, typed, "Z", List.of(fact)).formula(), typed.formula("1/n*(S - Y)"));
  }

  @Test
  void softmaxWithAClassLabel() {
    Shaped typed = Shaped.where("z: k; y: scalar");
    Graph graph = typed.graph("s = softmax(z)\nL = -log(s_y)");
    assertSame(derived(graph, typed, "z", List.of()).formula(), typed.formula("s - onehot(y, k)"));
  }

  @Test
  void softmaxThroughItsJacobianAndDirectly() {
    Shaped typed = Shaped.where("z: k; y: k");
    UnitSum fact = new UnitSum(typed.quantity("y"), Along.ALL);
    Graph inOne = typed.graph("L = -dot(y, log(softmax(z)))");
    assertSame(
        derived(inOne, typed, "z", List.of(fact)).formula(), typed.formula("softmax(z) - y"));
  }

  @Test
  void withoutTheFactTheSumStays() {
    Shaped typed = Shaped.where("z: k; y: k");
    Graph graph = typed.graph("s = softmax(z)\nL = -dot(y, log(s))");
    assertSame(derived(graph, typed, "z", List.of()).formula(), typed.formula("sum(y)*s - y"));
  }

  @Test
  void whatHasNoMatrixSpellingIsNamed() {
    Shaped typed = Shaped.where("p: k; y: scalar; A: n x d");
    Graph graph = typed.graph("q = p_y\nL = q^2");
    List<Partial> byLabel = List.of(Partial.total(typed.quantity("L"), typed.quantity("y")));
    assertThat(MatrixHindrance.of(graph, byLabel, Set.of()))
        .hasValueSatisfying(
            hindrance -> assertThat(PlainText.of(hindrance.node())).isEqualTo("p_{y}"));
    List<Partial> byVector = List.of(Partial.total(typed.quantity("L"), typed.quantity("p")));
    assertThat(MatrixHindrance.of(graph, byVector, Set.of())).isEmpty();
  }

  static List<String> lines(Adjoint adjoint) {
    return adjoint.steps().stream().map(step -> PlainText.of(step.formula())).toList();
  }

  private static Adjoint derived(Graph graph, Shaped typed, String by, List<UnitSum> facts) {
    Quantity loss = typed.quantity("L");
    List<Partial> requests = List.of(Partial.total(loss, typed.quantity(by)));
    Derivation derivation =
        Differentiator.derive(
            graph, Typed.functions(), requests, List.of(), Set.of(), Form.MATRIX, facts);
    Verification.Report report =
        Verification.of(graph, Typed.functions(), derivation, Set.of(), facts, INSTANCE);
    Adjoint adjoint = derivation.adjoint(requests.getFirst()).orElseThrow();
    assertThat(report.mismatch()).as("" + lines(adjoint)).isEmpty();
    assertThat(report.comparisons()).isPositive();
    return adjoint;
  }
}
