package gradus.sheet.section;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem;
import gradus.sheet.Block;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Block.Table;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Membership;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The network as a table: layer | input | output.
final class LayerTable {
  /// A network of more definitions is read from its equations.
  private static final int MOST_LAYERS = 16;

  private final Problem problem;
  private final Wording wording;

  LayerTable(Problem problem, Wording wording) {
    this.problem = problem;
    this.wording = wording;
  }

  /// Empty where there is a family, or where no layer has a vector.
  List<Block> blocks(List<Definition> definitions) {
    boolean suits =
        definitions.size() <= MOST_LAYERS
            && definitions.stream().allMatch(d -> d.family().isEmpty())
            && definitions.stream().filter(d -> !d.symbol().shape().isScalar()).count() > 1;
    if (!suits) {
      return List.of();
    }
    List<List<Inline>> header =
        List.of(
            Wording.text("layer"),
            Wording.text("input"),
            Wording.text("output"),
            Wording.text("of size"));
    List<List<List<Inline>>> rows = definitions.stream().map(this::row).toList();
    return List.of(new Paragraph(Wording.text("Layer by layer:")), new Table(header, rows));
  }

  private List<List<Inline>> row(Definition definition) {
    return List.of(
        Wording.joined(List.of(wording.cite(definition.symbol()), kind(definition)), " "),
        Wording.listed(inputs(definition), ", "),
        Wording.equation(new Ref(definition.symbol()), Link.equal(definition.formula())),
        List.of(new Membership(new Ref(definition.symbol()), definition.symbol().shape())));
  }

  /// What it does: the function it applies, linear or affine in its input, the loss.
  private List<Inline> kind(Definition definition) {
    if (problem.loss().equals(Optional.of(definition.symbol()))) {
      return Wording.text("loss");
    }
    Expr formula = definition.formula();
    if (formula instanceof Call call) {
      return Wording.of(Quantity.of(call.function(), call.labels()));
    }
    if (formula instanceof Apply(Operation operation, _)) {
      return Wording.text(word(operation));
    }
    if (formula instanceof Expr.Power(_, Expr exponent)
        && Formulas.isNumber(exponent, Rational.of(2))) {
      return Wording.text("square");
    }
    if (formula instanceof Expr.Sum(List<Expr> terms)
        && terms.size() == 2
        && terms.stream().allMatch(LayerTable::isName)
        && terms.stream().noneMatch(this::isParameter)) {
      return Wording.text(terms.getLast() instanceof Ref ? "sum" : "difference");
    }
    boolean affine =
        formula instanceof Expr.Sum(List<Expr> terms)
            && terms.stream().anyMatch(LayerTable::isProduct)
            && terms.stream().anyMatch(this::isParameter);
    return Wording.text(affine ? "affine" : "");
  }

  private static String word(Operation operation) {
    return switch (operation) {
      case Plain plain when plain == Plain.MATRIX_PRODUCT -> "linear";
      case Plain plain when plain == Plain.CONCAT -> "joined";
      case Plain _ -> "";
      case Operation.Softmax _ -> "softmax";
      case Operation.LogSumExp _ -> "logsumexp";
      case Operation.Total _ -> "sum";
      case Operation.Maximum _ -> "maximum";
      case Operation.Ones _,
          Operation.Identity _,
          Operation.OneHot _,
          Operation.Slice _,
          Operation.Padded _ ->
          "";
    };
  }

  /// `x` or `-x`.
  private static boolean isName(Expr term) {
    return term instanceof Ref
        || term instanceof Expr.Product(List<Expr> factors)
            && factors.size() == 2
            && factors.getFirst().equals(Formulas.MINUS_ONE)
            && factors.getLast() instanceof Ref;
  }

  private static boolean isProduct(Expr term) {
    return term instanceof Apply(var operation, _) && operation == Plain.MATRIX_PRODUCT;
  }

  private boolean isParameter(Expr term) {
    return term instanceof Ref(Quantity quantity) && problem.isParameter(quantity);
  }

  private List<List<Inline>> inputs(Definition definition) {
    List<List<Inline>> inputs = new ArrayList<>();
    Formulas.symbols(definition.formula()).stream()
        .filter(symbol -> symbol instanceof Quantity quantity && !problem.isParameter(quantity))
        .forEach(symbol -> inputs.add(Wording.of(symbol)));
    return inputs;
  }
}
