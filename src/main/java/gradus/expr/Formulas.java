package gradus.expr;

import gradus.expr.Condition.Comparison;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Expr.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Builds formulas and walks them. Nothing here simplifies: what is built is what is printed.
public final class Formulas {
  public static final Number ZERO = Number.of(0);
  public static final Number ONE = Number.of(1);
  public static final Number MINUS_ONE = Number.of(-1);

  private Formulas() {}

  public static Ref ref(String quantity) {
    return new Ref(Symbol.Quantity.of(quantity));
  }

  public static Expr sum(Expr... terms) {
    return sum(List.of(terms));
  }

  /// A flat sum: sums among the terms are opened; one term stands alone, none is 0.
  public static Expr sum(List<? extends Expr> terms) {
    List<Expr> flat = new ArrayList<>();
    for (Expr term : terms) {
      if (term instanceof Sum(List<Expr> inner)) {
        flat.addAll(inner);
      } else {
        flat.add(term);
      }
    }
    return switch (flat.size()) {
      case 0 -> ZERO;
      case 1 -> flat.getFirst();
      default -> new Sum(flat);
    };
  }

  public static Expr product(Expr... factors) {
    return product(List.of(factors));
  }

  /// A flat product: products among the factors are opened; one factor stands alone, none is 1.
  public static Expr product(List<? extends Expr> factors) {
    List<Expr> flat = new ArrayList<>();
    for (Expr factor : factors) {
      if (factor instanceof Product(List<Expr> inner)) {
        flat.addAll(inner);
      } else {
        flat.add(factor);
      }
    }
    return switch (flat.size()) {
      case 0 -> ONE;
      case 1 -> flat.getFirst();
      default -> new Product(flat);
    };
  }

  public static Expr negated(Expr expr) {
    return product(MINUS_ONE, expr);
  }

  public static Expr quotient(Expr numerator, Expr denominator) {
    return product(numerator, new Power(denominator, MINUS_ONE));
  }

  public static Call call(String function, Expr... arguments) {
    return new Call(
        Name.of(function), Collections.nCopies(arguments.length, 0), List.of(arguments));
  }

  public static Apply apply(Operation operation, Expr... operands) {
    return new Apply(operation, List.of(operands));
  }

  /// `A * B * …`, flat; one factor stands alone.
  public static Expr matrixProduct(List<? extends Expr> factors) {
    List<Expr> flat = new ArrayList<>();
    for (Expr factor : factors) {
      if (factor instanceof Apply(Operation operation, List<Expr> inner)
          && operation == Operation.Plain.MATRIX_PRODUCT) {
        flat.addAll(inner);
      } else {
        flat.add(factor);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new Apply(Operation.Plain.MATRIX_PRODUCT, flat);
  }

  /// A whole number in letters as a formula, the letters as quantities.
  public static Expr of(Index index) {
    List<Expr> terms = new ArrayList<>();
    for (Index.Term term : index.terms()) {
      List<Expr> factors = new ArrayList<>();
      term.letters()
          .forEach(
              letter -> factors.add(new Ref(Symbol.Quantity.of(letter.name(), letter.labels()))));
      int coefficient = term.coefficient();
      if (factors.isEmpty() && coefficient < 0 && !terms.isEmpty()) {
        factors.add(Number.of(-coefficient));
        coefficient = -1;
      }
      if (coefficient != 1 || factors.isEmpty()) {
        factors.addFirst(Number.of(coefficient));
      }
      terms.add(product(factors));
    }
    return sum(terms);
  }

  public static Expr transposed(Expr expr) {
    return apply(Operation.Plain.TRANSPOSE, expr);
  }

  /// `ones(n, d)`; of a scalar shape, 1.
  public static Expr ones(Shape shape) {
    return shape.isScalar() ? ONE : apply(new Operation.Ones(shape));
  }

  /// Along an axis of length 1 that the shape does not keep the letter is 1.
  public static Expr byEntries(List<Name> letters, Shape shape, Expr body) {
    int axes = shape.axes().size();
    Expr inside = body;
    for (Name letter : letters.subList(axes, letters.size())) {
      inside = IndexSubstitution.with(inside, letter, Index.ONE);
    }
    return axes == 0 ? inside : new ByEntries(letters.subList(0, axes), shape, inside);
  }

  public static boolean isNumber(Expr expr, Rational value) {
    return expr instanceof Number(Rational number, _) && number.equals(value);
  }

  public static boolean isZero(Expr expr) {
    return isNumber(expr, Rational.ZERO);
  }

  public static boolean isOne(Expr expr) {
    return isNumber(expr, Rational.ONE);
  }

  /// The direct subformulas, from left to right.
  public static List<Expr> children(Expr expr) {
    return switch (expr) {
      case Number _, Ref _, Whole _, Kronecker _ -> List.of();
      case Apply(_, List<Expr> operands) -> operands;
      case Entry(Expr operand, _) -> List.of(operand);
      case Matrix(List<List<Expr>> rows) -> rows.stream().flatMap(List::stream).toList();
      case IndexSum(_, _, _, Expr body) -> List.of(body);
      case ByEntries(_, _, Expr body) -> List.of(body);
      case Sum(List<Expr> terms) -> terms;
      case Product(List<Expr> factors) -> factors;
      case Power(Expr base, Expr exponent) -> List.of(base, exponent);
      case Call call -> call.arguments();
      case Derivative(Expr body, _) -> List.of(body);
      case Cases(List<Branch> branches) -> {
        List<Expr> all = new ArrayList<>();
        for (Branch branch : branches) {
          all.add(branch.value());
          for (Comparison comparison : branch.condition().comparisons()) {
            all.add(comparison.left());
            all.add(comparison.right());
          }
        }
        yield all;
      }
    };
  }

  /// The same node over changed subformulas; sums and products are flattened again.
  public static Expr mapChildren(Expr expr, UnaryOperator<Expr> change) {
    return switch (expr) {
      case Number _, Ref _, Whole _, Kronecker _ -> expr;
      case Apply(Operation operation, List<Expr> operands) ->
          new Apply(operation, mapped(operands, change));
      case Entry(Expr operand, List<Index> indices) -> new Entry(change.apply(operand), indices);
      case Matrix(List<List<Expr>> rows) -> new Matrix(mapped(rows, row -> mapped(row, change)));
      case IndexSum(Name letter, Index from, Index to, Expr body) ->
          new IndexSum(letter, from, to, change.apply(body));
      case ByEntries(List<Name> letters, Shape shape, Expr body) ->
          new ByEntries(letters, shape, change.apply(body));
      case Sum(List<Expr> terms) -> sum(mapped(terms, change));
      case Product(List<Expr> factors) -> product(mapped(factors, change));
      case Power(Expr base, Expr exponent) -> new Power(change.apply(base), change.apply(exponent));
      case Call(Name function, List<Index> labels, List<Integer> orders, List<Expr> arguments) ->
          new Call(function, labels, orders, mapped(arguments, change));
      case Derivative(Expr body, Symbol.Quantity by) -> new Derivative(change.apply(body), by);
      case Cases(List<Branch> branches) ->
          new Cases(mapped(branches, branch -> mapBranch(branch, change)));
    };
  }

  /// A loop, since formulas are walked more often than anything else.
  static <T> List<T> mapped(List<T> parts, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>(parts.size());
    for (T part : parts) {
      changed.add(change.apply(part));
    }
    return changed;
  }

  /// From left to right, as [#children] lists them.
  private static Branch mapBranch(Branch branch, UnaryOperator<Expr> change) {
    Expr value = change.apply(branch.value());
    List<Comparison> comparisons =
        mapped(
            branch.condition().comparisons(),
            c -> new Comparison(change.apply(c.left()), c.relation(), change.apply(c.right())));
    return new Branch(value, new Condition(comparisons));
  }

  /// Puts formulas in for references.
  public static Expr substitute(Expr expr, Map<Symbol, Expr> values) {
    if (expr instanceof Ref(Symbol symbol)) {
      return values.getOrDefault(symbol, expr);
    }
    return mapChildren(expr, child -> substitute(child, values));
  }

  /// Puts one formula in the place of each occurrence of another.
  public static Expr replace(Expr expr, Expr part, Expr replacement) {
    return expr.equals(part)
        ? replacement
        : mapChildren(expr, child -> replace(child, part, replacement));
  }

  /// Whether the formula or one of its subformulas is such a one; the walk ends at the first.
  public static boolean anyMatch(Expr expr, Predicate<Expr> predicate) {
    if (predicate.test(expr)) {
      return true;
    }
    for (Expr child : children(expr)) {
      if (anyMatch(child, predicate)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the formula refers to such a symbol.
  public static boolean mentions(Expr expr, Predicate<Symbol> predicate) {
    return anyMatch(expr, part -> part instanceof Ref(Symbol symbol) && predicate.test(symbol));
  }

  public static boolean mentions(Expr expr, Symbol symbol) {
    return mentions(expr, symbol::equals);
  }

  /// Whether the formula refers to nothing.
  public static boolean isConstant(Expr expr) {
    return !mentions(expr, _ -> true);
  }

  public static boolean mentionsCases(Expr expr) {
    return anyMatch(expr, Cases.class::isInstance);
  }

  /// Every symbol referred to, in order of first appearance.
  public static Set<Symbol> symbols(Expr expr) {
    Set<Symbol> found = new LinkedHashSet<>();
    collect(expr, found);
    return found;
  }

  private static void collect(Expr expr, Set<Symbol> found) {
    if (expr instanceof Ref(Symbol symbol)) {
      found.add(symbol);
    } else {
      for (Expr child : children(expr)) {
        collect(child, found);
      }
    }
  }

  /// Visits a formula and all its subformulas, outermost first.
  public static void visit(Expr expr, Consumer<Expr> visitor) {
    visitor.accept(expr);
    children(expr).forEach(child -> visit(child, visitor));
  }

  /// How many operations evaluating the formula takes: nodes that are neither number nor name.
  public static int operations(Expr expr) {
    return ownOperations(expr) + children(expr).stream().mapToInt(Formulas::operations).sum();
  }

  /// Whether it takes more than so many; no more of the formula is looked at than tells it.
  public static boolean takesMore(Expr expr, int operations) {
    return left(expr, operations) < 0;
  }

  private static int left(Expr expr, int operations) {
    int left = operations - ownOperations(expr);
    for (Expr child : children(expr)) {
      if (left < 0) {
        break;
      }
      left = left(child, left);
    }
    return left;
  }

  private static int ownOperations(Expr expr) {
    return switch (expr) {
      case Number _, Ref _, Whole _ -> 0;
      case Sum(List<Expr> terms) -> terms.size() - 1;
      case Product(List<Expr> factors) -> factors.size() - 1;
      case Power _, Call _, Cases _, Derivative _ -> 1;
      case Apply _, Entry _, Matrix _, IndexSum _, ByEntries _, Kronecker _ -> 1;
    };
  }
}
