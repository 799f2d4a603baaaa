package gradus;

import gradus.calculus.Differentiator;
import gradus.calculus.rule.Functions;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Form;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// All gradients of `z_k = W_k h_{k-1} + b_k, h_k = tanh(z_k)` in matrices, by the number of
/// layers: time is to grow as they do.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatrixDerivationBenchmark {
  @State(Scope.Benchmark)
  public static class Layers {
    @Param({"2", "20", "200"})
    public int layers = 2;

    private final List<Partial> requests = new ArrayList<>();
    private Graph graph = Graph.of(List.of());

    @Setup
    public void build() {
      List<Definition> definitions = new ArrayList<>();
      Quantity loss = Quantity.of("L");
      Quantity below = vector("x", 0);
      for (int k = 1; k <= layers; k++) {
        Quantity weight = Quantity.of("W_" + k).shaped(Shape.matrix(size(k), size(k - 1)));
        Quantity bias = vector("b_" + k, k);
        Quantity sum = vector("z_" + k, k);
        Quantity unit = vector("h_" + k, k);
        Expr product = Formulas.matrixProduct(List.of(new Expr.Ref(weight), new Expr.Ref(below)));
        definitions.add(new Definition(sum, Formulas.sum(product, new Expr.Ref(bias))));
        definitions.add(new Definition(unit, Formulas.call("tanh", new Expr.Ref(sum))));
        requests.add(Partial.total(loss, weight));
        requests.add(Partial.total(loss, bias));
        below = unit;
      }
      Expr error =
          Formulas.sum(new Expr.Ref(below), Formulas.negated(new Expr.Ref(vector("y", layers))));
      definitions.add(new Definition(loss, Formulas.apply(Plain.SQUARED_NORM, error)));
      graph = Graph.of(definitions);
    }

    private static Quantity vector(String name, int layer) {
      return Quantity.of(name).shaped(Shape.vector(size(layer)));
    }

    private static Index size(int layer) {
      return Index.of(Name.of("n_" + layer));
    }
  }

  @Benchmark
  public Derivation derive(Layers network) {
    return Differentiator.derive(
        network.graph, Functions.rulePage(), network.requests, List.of(), Set.of(), Form.MATRIX);
  }
}
