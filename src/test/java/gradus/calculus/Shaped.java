package gradus.calculus;

import gradus.expr.Condition;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.MatrixProduct;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.FormulaReader;
import gradus.syntax.Source;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Typed formulas over quantities of declared shapes, `X: n x d; w: d`. Every other name is a
/// scalar, letters of sizes are whole numbers.
public final class Shaped {
  private final Map<Name, Shape> shapes = new LinkedHashMap<>();

  private Shaped(String declarations) {
    for (String declaration : declarations.split(";")) {
      String[] sides = declaration.split(":");
      shapes.put(Name.of(sides[0].strip()), shape(sides[1].strip()));
    }
  }

  public static Shaped where(String declarations) {
    return new Shaped(declarations);
  }

  private static Shape shape(String text) {
    return text.equals("scalar")
        ? Shape.SCALAR
        : new Shape(Arrays.stream(text.split(" x ")).map(Shaped::size).toList());
  }

  private static Index size(String text) {
    return text.strip().chars().allMatch(Character::isDigit)
        ? Index.of(Integer.parseInt(text.strip()))
        : Index.of(Name.of(text.strip()));
  }

  public Quantity quantity(String name) {
    Name key = Name.of(name);
    return Quantity.of(key).shaped(shapes.getOrDefault(key, Shape.SCALAR));
  }

  /// One definition a line; their shapes are those of their formulas.
  public Graph graph(String definitions) {
    List<Definition> all = new ArrayList<>();
    for (String line : definitions.strip().split("\n")) {
      String[] sides = line.split("=", 2);
      Expr formula = formula(sides[1].strip());
      shapes.put(Name.of(sides[0].strip()), Shapes.of(formula));
      all.add(new Definition(quantity(sides[0].strip()), formula));
    }
    return Graph.of(all);
  }

  public Expr formula(String typed) {
    Written written =
        FormulaReader.read(new Source("test", typed))
            .formula()
            .orElseThrow(() -> new AssertionError("cannot be read: " + typed));
    return formula(written);
  }

  private Expr formula(Written written) {
    return switch (written) {
      case Written.Number(Rational value, _, _) -> Number.of(value);
      case Written.Name name -> name(name);
      case Written.Sum(List<Written.Term> terms, _) ->
          Formulas.sum(
              terms.stream()
                  .map(t -> t.negative() ? negated(formula(t.value())) : formula(t.value()))
                  .toList());
      case Written.Product(List<Written.Factor> factors, _) -> product(factors);
      case Written.Negated(Written value, _) -> negated(formula(value));
      case Written.Power(Written base, Written exponent, _, _) -> power(base, exponent);
      case Written.Transposed(Written value, _) -> Formulas.transposed(formula(value));
      case Written.Absolute(Written value, _) -> Formulas.call("abs", formula(value));
      case Written.Call call -> call(call);
      case Written.Matrix(List<List<Written>> rows, _) ->
          new Expr.Matrix(
              rows.stream().map(row -> row.stream().map(this::formula).toList()).toList());
      case Written.Cases(List<Written.Branch> branches, _) ->
          new Cases(branches.stream().map(this::branch).toList());
      case Written.Ranging _, Written.All _, Written.Option _ ->
          throw new AssertionError("no formula: " + written);
    };
  }

  private static Expr negated(Expr expr) {
    return expr instanceof Number(Rational value, _)
        ? Number.of(value.negated())
        : Formulas.negated(expr);
  }

  private Branch branch(Written.Branch branch) {
    return new Branch(
        formula(branch.value()),
        new Condition(
            branch.comparisons().stream()
                .map(c ->
                    new Condition.Comparison(formula(c.left()), c.relation(), formula(c.right())))
                .toList()));
  }

  private Expr power(Written base, Written exponent) {
    boolean norm =
        base instanceof Written.Call(Written.Name(String name, _, _, _), _, _, _)
            && name.equals("norm2")
            && exponent instanceof Written.Number(Rational two, _, _)
            && two.equals(Rational.of(2));
    return norm
        ? Formulas.apply(Plain.SQUARED_NORM, formula(((Written.Call) base).arguments().getFirst()))
        : new Power(formula(base), formula(exponent));
  }

  /// Matrices next to each other with `*` are one matrix product; scalars keep their places.
  private Expr product(List<Written.Factor> factors) {
    List<Expr> all = new ArrayList<>();
    boolean open = false;
    for (Written.Factor factor : factors) {
      Expr value = formula(factor.value());
      boolean matrix = !Shapes.isScalar(value);
      switch (factor.operator()) {
        case TIMES -> {
          if (matrix && open) {
            all.set(lastMatrix(all), MatrixProduct.of(all.get(lastMatrix(all)), value));
          } else {
            all.add(value);
          }
        }
        case ENTRYWISE_TIMES -> all.add(value);
        case DIVIDED_BY, ENTRYWISE_DIVIDED_BY ->
            all.add(
                value instanceof Number(Rational divisor, _)
                        && all.getLast() instanceof Number(var n, _)
                    ? Number.of(((Number) all.removeLast()).value().dividedBy(divisor))
                    : new Power(value, Formulas.MINUS_ONE));
      }
      open |= matrix;
    }
    return all.size() == 2 && Formulas.isOne(all.getFirst()) && all.getLast() instanceof Power
        ? all.getLast()
        : Formulas.product(all.stream().filter(f -> !Formulas.isOne(f)).toList());
  }

  private static int lastMatrix(List<Expr> factors) {
    int last = factors.size() - 1;
    while (Shapes.isScalar(factors.get(last))) {
      last--;
    }
    return last;
  }

  /// `W`, `W_{1,2}`, `W_{1..2,:}` is typed `W_{1,2}` here only; a partial is `dL_dW`.
  private Expr name(Written.Name written) {
    String text = written.text();
    if (text.startsWith("d") && text.contains("_d")) {
      String[] sides = text.substring(1).split("_d");
      return new Ref(Partial.total(quantity(sides[0]), quantity(sides[1])));
    }
    Name name = Name.of(text);
    boolean isSize =
        !shapes.containsKey(name)
            && shapes.values().stream()
                .anyMatch(s -> s.axes().stream().anyMatch(axis -> axis.mentions(name)));
    Expr whole = isSize ? new Whole(Index.of(name)) : new Ref(quantity(text));
    return written.entries().isEmpty()
        ? whole
        : new Entry(whole, written.entries().stream().map(this::index).toList());
  }

  private Index index(Written written) {
    return switch (written) {
      case Written.Number(Rational value, _, _) -> Index.of((int) value.doubleValue());
      case Written.Name(String text, _, _, _) -> Index.of(Name.of(text));
      case Written.Sum(List<Written.Term> terms, _) ->
          terms.stream()
              .map(t -> t.negative() ? index(t.value()).times(Index.of(-1)) : index(t.value()))
              .reduce(Index.ZERO, Index::plus);
      default -> throw new AssertionError("no index: " + written);
    };
  }

  private Expr call(Written.Call call) {
    String name = call.function().text();
    List<Written> arguments = call.arguments();
    Along along = Along.ALL;
    if (arguments.size() > 1
        && arguments.getLast() instanceof Written.Name(String direction, _, _, _)
        && List.of("rows", "columns").contains(direction)) {
      along = direction.equals("rows") ? Along.ROWS : Along.COLUMNS;
      arguments = arguments.subList(0, 1);
    }
    Along direction = along;
    List<Index> indices =
        List.of("ones", "eye", "slice", "pad").contains(name)
            ? arguments.stream()
                .skip(List.of("slice", "pad").contains(name) ? 1 : 0)
                .map(this::index)
                .toList()
            : List.of();
    List<Written> operands = arguments;
    java.util.function.Supplier<List<Expr>> all =
        () -> operands.stream().map(this::formula).toList();
    return switch (name) {
      case "dot" -> new Expr.Apply(Plain.DOT, all.get());
      case "norm1" -> new Expr.Apply(Plain.NORM1, all.get());
      case "norm2" -> new Expr.Apply(Plain.NORM2, all.get());
      case "diag" -> {
        boolean vector = Shapes.of(all.get().getFirst()).isVector();
        yield new Expr.Apply(vector ? Plain.DIAGONAL_MATRIX : Plain.DIAGONAL, all.get());
      }
      case "tr" -> new Expr.Apply(Plain.TRACE, all.get());
      case "concat" -> new Expr.Apply(Plain.CONCAT, all.get());
      case "chosen" -> new Expr.Apply(Plain.CHOSEN, all.get());
      case "sum" -> new Expr.Apply(new Operation.Total(direction), all.get());
      case "softmax" -> new Expr.Apply(new Operation.Softmax(direction), all.get());
      case "logsumexp" -> new Expr.Apply(new Operation.LogSumExp(direction), all.get());
      case "max" -> new Expr.Apply(new Operation.Maximum(direction), all.get());
      case "ones" -> Formulas.ones(new Shape(indices));
      case "eye" -> Formulas.apply(new Operation.Identity(indices.getFirst()));
      case "onehot" ->
          Formulas.apply(
              new Operation.OneHot(index(operands.getLast())), formula(operands.getFirst()));
      case "slice" ->
          Formulas.apply(
              new Operation.Slice(
                  new Range(indices.get(0), indices.get(1)),
                  new Range(indices.get(2), indices.get(3))),
              formula(operands.getFirst()));
      case "pad" ->
          Formulas.apply(
              new Operation.Padded(
                  new Shape(indices.subList(0, 2)),
                  new Range(indices.get(2), indices.get(3)),
                  new Range(indices.get(4), indices.get(5))),
              formula(operands.getFirst()));
      default ->
          new Expr.Call(
              Name.of(name),
              functionOrders(call.primes(), operands.size()),
              operands.stream().map(this::formula).toList());
    };
  }

  private static List<Integer> functionOrders(int primes, int arguments) {
    List<Integer> orders = new ArrayList<>(Collections.nCopies(arguments, 0));
    orders.set(0, primes);
    return orders;
  }
}
