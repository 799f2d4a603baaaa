package gradus.calculus.rule;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.MatrixProduct;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.written.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The section of the rule page on operations, `A * B : G*B' ; A'*G`, read when a first one is
/// asked for.
final class OperationPage {
  private static final Name ADJOINT = Name.of("G");
  private static final Map<Name, Shape> SHAPES =
      Map.of(
          Name.of("A"), Shape.matrix(size("n"), size("d")),
          Name.of("B"), Shape.matrix(size("d"), size("m")),
          Name.of("S"), Shape.matrix(size("n"), size("n")),
          Name.of("u"), Shape.vector(size("n")),
          Name.of("v"), Shape.vector(size("n")),
          Name.of("y"), Shape.SCALAR);
  private static final Map<Operation, Row> ROWS = rows();

  private OperationPage() {}

  /// @param head the operation at its operands
  /// @param rules what it passes down to each of them; a class label gets nothing
  private record Row(Apply head, List<Expr> rules) {}

  /// The rule for an operand, at the operands and the adjoint; empty if the page has none.
  static Optional<Expr> passedDown(Apply node, int operand, Expr adjoint) {
    return Optional.ofNullable(ROWS.get(node.operation()))
        .map(row -> at(row, row.rules.get(operand), node.operands(), adjoint));
  }

  private static Map<Operation, Row> rows() {
    Map<Operation, Row> rows = new LinkedHashMap<>();
    for (String line : Functions.operations()) {
      List<String> columns = RulePage.split(line, ':');
      Apply head = (Apply) RulePage.formula(columns.getFirst(), new Names(Shape.SCALAR));
      Scope names = new Names(Shapes.of(head));
      List<String> rules = RulePage.split(columns.get(1), ';');
      rows.put(
          head.operation(),
          new Row(head, rules.stream().map(rule -> RulePage.formula(rule, names)).toList()));
    }
    return rows;
  }

  private static Expr at(Row row, Expr rule, List<Expr> operands, Expr adjoint) {
    Map<Letter, Index> sizes = new HashMap<>();
    Map<Symbol, Expr> values = new HashMap<>();
    values.put(Quantity.of(ADJOINT), adjoint);
    for (int i = 0; i < operands.size(); i++) {
      Symbol name = ((Ref) row.head.operands().get(i)).symbol();
      values.put(name, operands.get(i));
      put(name.shape(), Shapes.of(operands.get(i)), sizes);
    }
    Expr sized =
        IndexSubstitution.with(rule, letter -> sizes.getOrDefault(letter, Index.of(letter)));
    return put(sized, values);
  }

  /// A vector of n entries stands for a matrix too, where no size is in the rule.
  private static void put(Shape declared, Shape shape, Map<Letter, Index> sizes) {
    declared.rows().letters().forEach(letter -> sizes.put(letter, shape.rows()));
    declared.columns().letters().forEach(letter -> sizes.put(letter, shape.columns()));
  }

  /// Puts operands in, with the products and transposes written as they are then due.
  private static Expr put(Expr rule, Map<Symbol, Expr> values) {
    if (rule instanceof Ref(Symbol name)) {
      return values.getOrDefault(name, rule);
    }
    Expr inner = Formulas.mapChildren(rule, child -> put(child, values));
    return switch (inner) {
      case Apply(Operation operation, List<Expr> factors) when operation == Plain.MATRIX_PRODUCT ->
          MatrixProduct.of(factors);
      case Apply(Operation operation, List<Expr> operand) when operation == Plain.TRANSPOSE ->
          MatrixProduct.transposed(operand.getFirst());
      case Apply(Operation.Ones(Shape shape), _) -> Formulas.ones(shape);
      case Expr.Product(List<Expr> factors) -> MatrixProduct.hadamard(new ArrayList<>(factors));
      default -> inner;
    };
  }

  private static Index size(String letter) {
    return Index.of(Name.of(letter));
  }

  /// The operands by the names that the page gives them, letters for sizes, the functions.
  private record Names(Shape adjoint) implements Scope {
    @Override
    public Optional<Meaning> meaning(Name name) {
      if (name.equals(ADJOINT)) {
        return Optional.of(new Meaning.Named(Quantity.of(name).shaped(adjoint)));
      }
      Shape shape = SHAPES.get(name);
      if (shape != null) {
        return Optional.of(new Meaning.Named(Quantity.of(name).shaped(shape)));
      }
      boolean isSize =
          SHAPES.values().stream()
              .anyMatch(known -> known.axes().stream().anyMatch(axis -> axis.mentions(name)));
      return isSize
          ? Optional.of(new Meaning.Whole(Index.of(name)))
          : Functions.rulePage()
              .named(name)
              .map(function ->
                  new Meaning.Callable(name, function.parameters().size(), List.of(), false));
    }

    @Override
    public Collection<Name> names() {
      return SHAPES.keySet();
    }
  }
}
