package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.syntax.source.Fault;
import gradus.syntax.written.BuiltIn;
import gradus.syntax.written.Scope;
import gradus.syntax.written.Written;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The functions that mix entries, at their arguments. Of a scalar, each is what it comes to.
final class OperationResolution {
  private final Scope scope;
  private final Resolution resolution;
  private final Conformability fitting;

  OperationResolution(Scope scope, Resolution resolution, Conformability fitting) {
    this.scope = scope;
    this.resolution = resolution;
    this.fitting = fitting;
  }

  Expr formula(Written.Call call, BuiltIn operation) {
    List<Written> arguments = call.arguments();
    if (call.primes() > 0) {
      return resolution.unsupported("a prime behind '" + operation.typed() + "'", call.span());
    }
    if (arguments.stream().anyMatch(Written.Ranging.class::isInstance)) {
      return new SumResolution(scope, resolution).formula(call, operation);
    }
    if (!operation.takes(arguments.size())) {
      return resolution.fault(
          Fault.WRONG_NUMBER_OF_ARGUMENTS,
          call.span(),
          operation.typed(),
          operation.arguments(),
          arguments.size());
    }
    return switch (operation) {
      case SUM, MEAN -> directed(call, operation, Operation.Total::new);
      case MAX -> directed(call, operation, Operation.Maximum::new);
      case SOFTMAX -> directed(call, operation, Operation.Softmax::new);
      case LOGSUMEXP -> directed(call, operation, Operation.LogSumExp::new);
      case NORM1 -> norm(Plain.NORM1, resolution.part(arguments.getFirst()));
      case NORM2 -> norm(Plain.NORM2, resolution.part(arguments.getFirst()));
      case TR -> trace(resolution.part(arguments.getFirst()));
      case DIAG -> diagonal(resolution.part(arguments.getFirst()));
      case DOT -> dot(resolution.parts(arguments));
      case CONCAT -> concat(resolution.parts(arguments));
      case EYE ->
          size(arguments.getFirst())
              .<Expr>map(n -> sized(new Operation.Identity(n), Shape.matrix(n, n)))
              .orElse(Formulas.ZERO);
      case ONES -> ones(arguments);
      case ONEHOT -> {
        Expr label = resolution.classLabel(arguments.getFirst());
        yield size(arguments.getLast())
            .<Expr>map(n -> Formulas.apply(new Operation.OneHot(n), label))
            .orElse(Formulas.ZERO);
      }
    };
  }

  /// Whether this call of `max` takes the largest entry, not the larger of two.
  boolean isReduction(Written.Call call) {
    List<Written> arguments = call.arguments();
    return arguments.size() == 1
        || arguments.size() == 2 && direction(arguments.getLast()).isPresent();
  }

  /// `rows` or `columns`, where nothing else is called that.
  private Optional<Along> direction(Written argument) {
    if (!(argument instanceof Written.Name name)
        || !name.labels().isEmpty()
        || scope.isTaken(Name.of(name.text()))) {
      return Optional.empty();
    }
    return switch (name.text()) {
      case "rows" -> Optional.of(Along.ROWS);
      case "columns" -> Optional.of(Along.COLUMNS);
      default -> Optional.empty();
    };
  }

  private Expr directed(Written.Call call, BuiltIn operation, Function<Along, Operation> directed) {
    List<Written> arguments = call.arguments();
    ResolvedPart part = resolution.part(arguments.getFirst());
    Optional<Along> given =
        arguments.size() == 1 ? Optional.of(Along.ALL) : direction(arguments.getLast());
    if (given.isEmpty()) {
      return resolution.fault(
          Fault.NOT_A_DIRECTION.at(
              resolution.source(),
              arguments.getLast().span(),
              resolution.text(arguments.getLast().span())));
    }
    Along along = given.get();
    Shape shape = part.shape();
    boolean undirected = along == Along.ALL && shape.axes().size() > 1 && !shape.isRow();
    if (undirected && (operation == BuiltIn.SOFTMAX || operation == BuiltIn.LOGSUMEXP)) {
      String typed = operation.typed() + "(" + resolution.text(part.span());
      return resolution.fault(
          Fault.DIRECTION_NEEDED
              .at(resolution.source(), call.span(), operation.typed())
              .suggesting(typed + ", rows) or " + typed + ", columns)"));
    }
    if (part.isScalar()) {
      return operation == BuiltIn.SOFTMAX ? Formulas.ONE : part.formula();
    }
    Expr formula = Formulas.apply(directed.apply(along), part.formula());
    return operation == BuiltIn.MEAN
        ? Formulas.product(reciprocal(counted(shape, along)), formula)
        : formula;
  }

  private static List<Index> counted(Shape shape, Along along) {
    return switch (along) {
      case ALL -> List.of(shape.rows(), shape.columns());
      case ROWS -> List.of(shape.columns());
      case COLUMNS -> List.of(shape.rows());
    };
  }

  /// `1/(n*d)`, a number where that is one.
  static Expr reciprocal(List<Index> counts) {
    Index count = counts.stream().reduce(Index.ONE, Index::times);
    List<Expr> factors =
        counts.stream()
            .filter(factor -> !factor.is(1))
            .<Expr>map(factor ->
                factor.constant().isPresent()
                    ? Number.of(factor.constant().getAsInt())
                    : new Whole(factor))
            .toList();
    return count.constant().isPresent()
        ? Number.of(Rational.of(1, count.constant().getAsInt()))
        : new Power(Formulas.product(factors), Formulas.MINUS_ONE);
  }

  private static Expr norm(Plain norm, ResolvedPart part) {
    return part.isScalar()
        ? Formulas.call("abs", part.formula())
        : Formulas.apply(norm, part.formula());
  }

  private Expr trace(ResolvedPart part) {
    return part.isScalar() || !fitting.isSquare(part, "tr", "a square matrix")
        ? part.formula()
        : Formulas.apply(Plain.TRACE, part.formula());
  }

  private Expr diagonal(ResolvedPart part) {
    if (part.shape().isVector()) {
      return Formulas.apply(Plain.DIAGONAL_MATRIX, part.formula());
    }
    return part.isScalar() || !fitting.isSquare(part, "diag", "a vector or a square matrix")
        ? part.formula()
        : Formulas.apply(Plain.DIAGONAL, part.formula());
  }

  private Expr dot(List<ResolvedPart> parts) {
    ResolvedPart left = parts.getFirst();
    ResolvedPart right = parts.getLast();
    if (left.isScalar() && right.isScalar()) {
      return Formulas.product(left.formula(), right.formula());
    }
    return fitting.areEqual(left, right)
        ? Formulas.apply(Plain.DOT, left.formula(), right.formula())
        : Formulas.ZERO;
  }

  /// Vectors on top of each other; where there is a matrix, side by side.
  private Expr concat(List<ResolvedPart> parts) {
    boolean sideBySide = parts.stream().anyMatch(part -> part.shape().axes().size() > 1);
    List<ResolvedPart> matrices = parts.stream().filter(part -> !part.isScalar()).toList();
    boolean fit =
        !sideBySide
            || matrices.stream().allMatch(part -> fitting.haveEqualRows(matrices.getFirst(), part));
    return fit
        ? new Apply(Plain.CONCAT, parts.stream().map(ResolvedPart::formula).toList())
        : Formulas.ZERO;
  }

  private Expr ones(List<Written> arguments) {
    List<Index> sizes = arguments.stream().flatMap(size -> size(size).stream()).toList();
    if (sizes.size() < arguments.size()) {
      return Formulas.ZERO;
    }
    Shape shape = new Shape(sizes);
    return sized(new Operation.Ones(shape), shape);
  }

  private static Expr sized(Operation operation, Shape shape) {
    return shape.isScalar() ? Formulas.ONE : Formulas.apply(operation);
  }

  private Optional<Index> size(Written written) {
    Optional<Index> size = resolution.index(written);
    if (size.isPresent() && size.get().isNeverPositive()) {
      resolution.fault(Fault.SIZE_NOT_POSITIVE, written.span(), resolution.text(written.span()));
      return Optional.empty();
    }
    return size;
  }
}
