package gradus.calculus.rule;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.Differentiator;
import gradus.calculus.Sketch;
import gradus.calculus.Typed;
import gradus.calculus.entry.Instance;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Form;
import gradus.calculus.verify.Verification;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every operation passes down agrees with differences, at sizes that all differ.
class OperationRulesTest {
  private static final Instance SIZES =
      new Instance(
          Map.of(
              Letter.of(Name.of("n")), 2, Letter.of(Name.of("d")), 3, Letter.of(Name.of("c")), 4));

  static List<Expr> formulas() {
    return Operations.all();
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void agreesWithDifferences(Expr formula) {
    Shape shape = Shapes.of(formula);
    for (Symbol operand : Formulas.symbols(formula)) {
      Sketch net = Operations.sketch();
      net.define("p", formula, shape).define("E", net.squares("p"));
      Partial request = Partial.total(net.quantity("E"), (Quantity) operand);
      Derivation derivation =
          Differentiator.derive(
              net.graph(), Typed.functions(), List.of(request), List.of(), Set.of(), Form.MATRIX);
      Shape own = derivation.adjoint(request).orElseThrow().partial().shape();
      assertThat(own).isEqualTo(operand.shape());
      Verification.Report report =
          Verification.of(net.graph(), Typed.functions(), derivation, Set.of(), List.of(), SIZES);
      assertThat(report.mismatch()).as(operand + " in " + formula).isEmpty();
      assertThat(report.comparisons()).isPositive();
    }
  }

  /// A class label cannot be moved, so that onehot passes nothing down.
  @Test
  void noOperationIsForgotten() {
    Set<String> tested = new TreeSet<>(Set.of("OneHot"));
    Operations.all()
        .forEach(formula ->
            Formulas.visit(
                formula,
                node -> {
                  if (node instanceof Apply(Operation operation, List<Expr> _)) {
                    tested.add(name(operation));
                  }
                }));
    Set<String> all = new TreeSet<>();
    Stream.of(Operation.class.getPermittedSubclasses())
        .filter(kind -> !kind.isEnum())
        .forEach(kind -> all.addAll(named(kind)));
    Arrays.stream(Operation.Plain.values()).forEach(plain -> all.add(plain.name()));
    assertThat(tested).isEqualTo(all);
  }

  /// One along each direction, where an operation has one.
  private static List<String> named(Class<?> kind) {
    boolean directed =
        Arrays.stream(kind.getRecordComponents()).anyMatch(part -> part.getType() == Along.class);
    return directed
        ? Arrays.stream(Along.values()).map(along -> kind.getSimpleName() + " " + along).toList()
        : List.of(kind.getSimpleName());
  }

  private static String name(Operation operation) {
    String kind = operation.getClass().getSimpleName();
    return switch (operation) {
      case Operation.Plain plain -> plain.name();
      case Operation.Total(Along along) -> kind + " " + along;
      case Operation.Maximum(Along along) -> kind + " " + along;
      case Operation.Softmax(Along along) -> kind + " " + along;
      case Operation.LogSumExp(Along along) -> kind + " " + along;
      case Operation.Ones _,
          Operation.Identity _,
          Operation.OneHot _,
          Operation.Slice _,
          Operation.Padded _ ->
          kind;
    };
  }
}
