package gradus.check.sense;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Derivative;
import gradus.syntax.paper.Notated.Factor;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Product;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Products of every kind. Two vectors side by side are multiplied into a number where they cannot
/// be multiplied as matrices, as `w · x` is.
final class Products {
  private static final int MOST_TERMS = 4096;

  private final Interpreter sensing;

  Products(Interpreter sensing) {
    this.sensing = sensing;
  }

  Sense of(Product product) {
    List<Factor> factors = new Changes(sensing).joined(withIndicators(product.factors()));
    if (factors.size() == 1) {
      return sensing.of(factors.getFirst().value());
    }
    if (isStep(factors)) {
      return step(factors, product.span());
    }
    if (factors.stream().anyMatch(factor -> isOnes(factor.value()))) {
      return withOnes(factors, product.span());
    }
    return isChained(factors)
        ? chained(factors, product.span())
        : multiplied(factors, product.span());
  }

  private Sense multiplied(List<Factor> factors, Span span) {
    Sense result = sensing.of(factors.getFirst().value());
    for (Factor factor : factors.subList(1, factors.size())) {
      result =
          switch (result) {
            case Grid left -> times(left, factor, span);
            case Sense.Nothing nothing -> {
              sensing.of(factor.value());
              yield nothing;
            }
          };
    }
    return result;
  }

  private boolean isChained(List<Factor> factors) {
    return factors.stream().anyMatch(factor -> sensing.differentials().isJacobian(factor.value()))
        && sensing.is(ReadingConvention.CHAIN_RULE);
  }

  /// From the derivative of the number onwards, at whichever end it stands.
  private Sense chained(List<Factor> factors, Span span) {
    boolean backwards = !isGradient(factors.getFirst()) && isGradient(factors.getLast());
    Sense first = multiplied(backwards ? factors.reversed() : factors, span);
    return first instanceof Grid
        ? first
        : multiplied(backwards ? factors : factors.reversed(), span) instanceof Grid other
            ? other
            : first;
  }

  /// `\mathbf{1}[z > 0]` is no vector of ones.
  private static List<Factor> withIndicators(List<Factor> factors) {
    List<Factor> read = new ArrayList<>();
    for (Factor factor : factors) {
      boolean condition =
          factor.operator() == Operator.SIDE_BY_SIDE
              && factor.value() instanceof Notated.Group(_, List<Notated> items, _)
              && items.size() == 1
              && items.getFirst() instanceof Notated.Comparison;
      if (condition && !read.isEmpty() && isOnes(read.getLast().value())) {
        read.set(read.size() - 1, new Factor(read.getLast().operator(), factor.value()));
      } else {
        read.add(factor);
      }
    }
    return read;
  }

  /// `Δw`, where nothing is called Δ.
  private boolean isStep(List<Factor> factors) {
    return factors.size() > 1
        && sensing.scene.moved()
        && factors.getFirst().value() instanceof Notated.Symbol delta
        && delta.letters().equals("Delta")
        && delta.marks().isEmpty()
        && factors.get(1).operator() == Operator.SIDE_BY_SIDE
        && !sensing.scene.lexicon().has("Delta")
        && !sensing.own.isNamed(new Glossary.Written("Delta", List.of(), List.of()));
  }

  /// What the step adds to the name behind Δ.
  private Sense step(List<Factor> factors, Span span) {
    Notated name = factors.get(1).value();
    Sense change =
        sensing
            .of(name)
            .then(grid ->
                grid.entries().stream().allMatch(e -> e instanceof Ref(Quantity _))
                    ? grid.map(this::change)
                    : Interpreter.nothing(Cause.UNKNOWN_NAME, name.span(), "Delta"));
    for (Factor factor : factors.subList(2, factors.size())) {
      Sense right = sensing.of(factor.value());
      change = change.then(l -> right.then(r -> times(l, factor.operator(), r, span)));
    }
    return change;
  }

  private Expr change(Expr name) {
    Expr change = Formulas.sum(AfterStep.updated(name), Formulas.negated(name));
    return sensing.is(ReadingConvention.DECREMENT) ? Formulas.negated(change) : change;
  }

  /// `I`, `I_n`, where nothing is called so.
  boolean isIdentity(Notated tree) {
    return switch (tree) {
      case Notated.Symbol symbol ->
          symbol.letters().equals("I")
              && symbol.marks().isEmpty()
              && !sensing.scene.lexicon().isKnown("I")
              && !sensing.own.isNamed(new Glossary.Written("I", List.of(), List.of()));
      case Notated.Scripted(Notated base, List<Notated> below, var above, _) ->
          above.isEmpty()
              && below.stream().noneMatch(Notated.Comparison.class::isInstance)
              && isIdentity(base);
      default -> false;
    };
  }

  /// A multiple of the identity matrix.
  boolean isOfIdentity(Notated tree) {
    return isIdentity(tree)
        || tree instanceof Product(List<Factor> factors, _)
            && factors.stream().anyMatch(factor -> isIdentity(factor.value()));
  }

  /// A vector of ones, perhaps lying.
  static boolean isOnes(Notated tree) {
    return switch (tree) {
      case Notated.Symbol symbol ->
          symbol.letters().equals("1")
              && (symbol.face() == Notated.Face.BOLD || symbol.face() == Notated.Face.BLACKBOARD);
      case Notated.Scripted(Notated base, List<Notated> below, var above, _) ->
          isOnes(base)
              && below.stream().noneMatch(ScriptedNames::isCondition)
              && above.stream().allMatch(Superscript.Transposition.class::isInstance);
      default -> false;
    };
  }

  /// `1' v` is a sum, `A 1` the sums of the rows, `b 1` a number for every entry, `1 b'` a row for
  /// every row. How many ones there are follows from what they meet.
  private Sense withOnes(List<Factor> factors, Span span) {
    Sense result = Sense.scalar(Formulas.ONE);
    boolean lying = false;
    boolean standing = false;
    for (Factor factor : factors) {
      if (isOnes(factor.value())) {
        boolean turned =
            factor.value() instanceof Notated.Scripted scripted && !scripted.above().isEmpty();
        if (turned && standing) {
          standing = false;
          sensing.loose = true;
        } else if (turned) {
          lying = true;
        } else if (result instanceof Grid left && !left.isScalar()) {
          result = matrix(left, ones(left.columns(), 1), span);
        } else {
          standing = true;
        }
        continue;
      }
      standing &= factor.operator() != Operator.ENTRYWISE;
      Sense value = sensing.of(factor.value());
      if (lying) {
        value = value.then(v -> matrix(ones(1, v.rows()), v, span));
        lying = false;
      }
      Sense right = value;
      result = result.then(l -> right.then(r -> times(l, factor.operator(), r, span)));
      if (standing && result instanceof Grid grid && grid.rows() > 1) {
        return Interpreter.nothing(Cause.UNSUPPORTED, span, "a vector of ones of this length");
      }
    }
    sensing.spread |= standing;
    sensing.loose |= standing;
    return lying
        ? Interpreter.nothing(Cause.UNSUPPORTED, span, "a vector of ones of this length")
        : result;
  }

  /// `[X 1]`: X with a column of ones.
  Optional<Sense> bordered(Notated.Fence fence, Notated item) {
    boolean pair =
        fence == Notated.Fence.SQUARE
            && item instanceof Product(List<Factor> factors, _)
            && factors.size() == 2
            && factors.getLast().operator() == Operator.SIDE_BY_SIDE
            && isOnes(factors.getFirst().value()) != isOnes(factors.getLast().value());
    if (!pair) {
      return Optional.empty();
    }
    List<Factor> factors = ((Product) item).factors();
    boolean onesFirst = isOnes(factors.getFirst().value());
    Sense other = sensing.of((onesFirst ? factors.getLast() : factors.getFirst()).value());
    return Optional.of(
        other.then(grid -> {
          Grid ones = ones(grid.rows(), 1);
          return Blocks.joined(
              List.of(onesFirst ? List.of(ones, grid) : List.of(grid, ones)), item.span());
        }));
  }

  static Grid ones(int rows, int columns) {
    return new Grid(rows, columns, Collections.nCopies(rows * columns, Formulas.ONE));
  }

  private Sense times(Grid left, Factor factor, Span span) {
    Optional<Derivative> derivative = Derivatives.derivative(factor.value());
    return derivative
        .filter(_ -> !left.isScalar())
        .flatMap(d -> sensing.differentials().onwards(left, d))
        .orElseGet(
            () -> sensing.of(factor.value()).then(r -> times(left, factor.operator(), r, span)));
  }

  /// Of one number by several.
  private boolean isGradient(Factor factor) {
    return Derivatives.derivative(factor.value())
        .flatMap(Derivative::of)
        .filter(of -> sensing.of(of) instanceof Grid grid && grid.isScalar())
        .isPresent();
  }

  Sense times(Grid left, Operator operator, Grid right, Span span) {
    return switch (operator) {
      case OVER -> over(left, right, span);
      case ENTRYWISE -> entrywise(left, right, span);
      case TENSOR -> outer(left, right);
      case SIDE_BY_SIDE -> plain(left, right, span, false);
      case DOT, CROSS, STAR -> plain(left, right, span, true);
    };
  }

  private Sense entrywise(Grid left, Grid right, Span span) {
    boolean turned = !left.isLike(right) && left.isVector() && right.isVector();
    return turned
            && left.rows() == right.columns()
            && left.columns() == right.rows()
            && sensing.is(ReadingConvention.TRANSPOSED)
        ? Sense.entrywise(left, right.transposed(), span, Formulas::product)
        : Sense.entrywise(left, right, span, Formulas::product);
  }

  private static Sense outer(Grid left, Grid right) {
    List<List<Grid>> rows = new ArrayList<>();
    for (Expr l : left.entries()) {
      rows.add(right.entries().stream().map(r -> Sense.scalar(Formulas.product(l, r))).toList());
    }
    return Blocks.joined(rows, new Span(0, 0));
  }

  private Sense plain(Grid left, Grid right, Span span, boolean dotted) {
    if (left.isScalar() || right.isScalar()) {
      return Sense.entrywise(left, right, span, Formulas::product);
    }
    if (left.isLike(right) && sensing.is(ReadingConvention.ENTRYWISE_PRODUCT)) {
      return Sense.entrywise(left, right, span, Formulas::product);
    }
    if (left.columns() == right.rows()) {
      return matrix(left, right, span);
    }
    if (left.isVector()
        && left.isLike(right)
        && (dotted || sensing.is(ReadingConvention.DOT_PRODUCT))) {
      return dot(left, right);
    }
    return Interpreter.nothing(Cause.SHAPES, span, left.size() + " times " + right.size());
  }

  private static Sense dot(Grid left, Grid right) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < left.entries().size(); i++) {
      terms.add(Formulas.product(left.entries().get(i), right.entries().get(i)));
    }
    return Sense.scalar(Formulas.sum(terms));
  }

  private static Sense matrix(Grid left, Grid right, Span span) {
    if ((long) left.rows() * right.columns() * left.columns() > MOST_TERMS) {
      return Interpreter.nothing(Cause.UNSUPPORTED, span, "a product of this size");
    }
    List<Expr> entries = new ArrayList<>();
    for (int i = 0; i < left.rows(); i++) {
      for (int j = 0; j < right.columns(); j++) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < left.columns(); k++) {
          terms.add(Formulas.product(left.at(i, k), right.at(k, j)));
        }
        entries.add(Formulas.sum(terms));
      }
    }
    return new Grid(left.rows(), right.columns(), entries);
  }

  Sense over(Grid above, Grid below, Span span) {
    return Sense.entrywise(
        above, below, span, (a, b) -> Formulas.product(a, new Power(b, Formulas.MINUS_ONE)));
  }

  /// Letters side by side that are no name of their own.
  Sense letters(Notated.Letters letters) {
    Sense result = Sense.scalar(Formulas.ONE);
    for (int i = 0; i < letters.letters().length(); i++) {
      Notated letter =
          new Notated.Symbol(
              letters.letters().substring(i, i + 1), Notated.Face.PLAIN, List.of(), letters.span());
      Sense before = result;
      Sense value = sensing.of(letter);
      result =
          i == 0
              ? value
              : before.then(
                  l -> value.then(r -> times(l, Operator.SIDE_BY_SIDE, r, letters.span())));
    }
    return result;
  }
}
