package gradus.calculus.entry;

import gradus.calculus.indices.Collapse;
import gradus.calculus.indices.IndexSimplifier;
import gradus.calculus.indices.Ranges;
import gradus.calculus.rule.OperationRules;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The derivative of one entry of an operation by one entry of its operand, by the rule of the
/// operation: what it passes down to the one where the adjoint is 1 at the other and else 0.
///
/// So `∂softmax(z)_i/∂z_l` is `softmax(z)_i ([i = l] - softmax(z)_l)` because `softmax(z)` passes
/// down `softmax(z) .* (G - dot(softmax(z), G))`.
final class EntryRule {
  private static final Name OPERAND = Name.of("operand").servingAs(Role.OPERAND);

  private enum Role implements Name.Purpose {
    OPERAND,
    INDEX
  }

  /// Letters in the place of the indices, equal ones for equal indices.
  private final Map<Index, Name> letters = new LinkedHashMap<>();

  private EntryRule() {}

  /// @param at of the entry that is derived
  /// @param by of the entry of the first operand
  /// @param taken letters that new sums must not run over
  static Expr of(Apply node, List<Index> at, List<Index> by, Set<Name> taken) {
    Expr operand = node.operands().getFirst();
    List<Expr> operands = new ArrayList<>(node.operands());
    operands.set(0, new Ref(Quantity.of(OPERAND).shaped(Shapes.of(operand))));
    EntryRule rule = new EntryRule();
    Expr derivative = rule.derivative(new Apply(node.operation(), operands), at, by);
    return put(operand, rule.withIndices(derivative), taken);
  }

  /// The matrix of derivatives of softmax is symmetric; its rule is read with the derived entry in
  /// front.
  private Expr derivative(Apply node, List<Index> at, List<Index> by) {
    Shape inner = Shapes.of(node.operands().getFirst());
    List<Index> derived = lettered(at, Shapes.of(node));
    List<Index> variable = lettered(by, inner);
    boolean symmetric = node.operation() instanceof Operation.Softmax;
    Expr adjoint = unit(symmetric ? variable : derived, Shapes.of(node));
    Expr passed = OperationRules.passedDown(node, 0, adjoint);
    Ranges ranges = Ranges.NONE.with(derived, Shapes.of(node)).with(variable, inner);
    return collapsed(Entries.of(passed, symmetric ? derived : variable, Set.of()), ranges);
  }

  private List<Index> lettered(List<Index> position, Shape shape) {
    return IntStream.range(0, position.size())
        .mapToObj(axis -> shape.axes().get(axis).is(1) ? Index.ONE : lettered(position.get(axis)))
        .toList();
  }

  private Index lettered(Index index) {
    return Index.of(letters.computeIfAbsent(index, _ -> letter("index", letters.size())));
  }

  private static Name letter(String word, int number) {
    return Name.of(word + " " + number).servingAs(Role.INDEX);
  }

  /// 1 at a position, else 0.
  private static Expr unit(List<Index> position, Shape shape) {
    List<Name> axes =
        IntStream.range(0, position.size()).mapToObj(axis -> letter("axis", axis)).toList();
    return Formulas.byEntries(
        axes, shape, EntryDerivative.equal(axes.stream().map(Index::of).toList(), position));
  }

  private static Expr collapsed(Expr formula, Ranges ranges) {
    Expr tidied = IndexSimplifier.tidied(formula, ranges);
    Optional<Collapse> collapse = Collapse.of(tidied, ranges);
    return collapse.isPresent() ? collapsed(collapse.get().formula(), ranges) : tidied;
  }

  private Expr withIndices(Expr formula) {
    Map<Name, Index> indices = new LinkedHashMap<>();
    letters.forEach((index, letter) -> indices.put(letter, index));
    return IndexSubstitution.with(
        formula, letter -> indices.getOrDefault(letter.name(), Index.of(letter)));
  }

  private static Expr put(Expr operand, Expr formula, Set<Name> taken) {
    if (formula instanceof Ref(Quantity quantity) && quantity.name().equals(OPERAND)) {
      return quantity.isEntry() ? Entries.of(operand, quantity.indices(), taken) : operand;
    }
    return Formulas.mapChildren(formula, part -> put(operand, part, taken));
  }
}
