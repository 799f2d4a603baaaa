package gradus.check.sense;

import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Grid;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Synonyms;
import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Derivative;
import gradus.syntax.answer.Notated.Factor;
import gradus.syntax.answer.Notated.Product;
import gradus.syntax.answer.Notated.Sum;
import gradus.syntax.answer.Notated.Superscript;
import gradus.syntax.answer.Notated.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Derivatives, written with a fraction, as an operator or with ∇.
final class Differentials {
  private static final int LONGEST_PATHS = 400;
  private static final int MOST_SLOPES = 4096;
  private static final int LONGEST_FORMULA = 2000;
  private static final int LONGEST_CUT = 200;

  private final Sensing sensing;

  /// For each sum around: the u of its `∂L/∂u · ∂u/∂v`.
  private final Deque<Set<Quantity>> between = new ArrayDeque<>();

  private final Map<Symbol, Set<Symbol>> ancestors = new HashMap<>();

  Differentials(Sensing sensing) {
    this.sensing = sensing;
  }

  void enter(Sum sum) {
    Set<Quantity> found = new HashSet<>();
    if (sum.terms().size() > 1) {
      for (Term term : sum.terms()) {
        passed(term.value(), found);
      }
    }
    between.push(found);
  }

  void leave() {
    between.pop();
  }

  private void passed(Notated term, Set<Quantity> found) {
    if (term instanceof Product product) {
      for (Factor factor : product.factors()) {
        derivative(factor.value())
            .filter(derivative -> derivative.by().size() == 1)
            .filter(this::isOfLoss)
            .map(derivative -> sensing.of(derivative.by().getFirst()))
            .ifPresent(by -> {
              if (by instanceof Grid grid) {
                grid.entries().forEach(entry -> quantity(entry).ifPresent(found::add));
              }
            });
      }
    }
  }

  private boolean isOfLoss(Derivative derivative) {
    return derivative.of().isPresent()
        && sensing.of(derivative.of().get()) instanceof Grid grid
        && grid.isScalar()
        && sensing.scene.loss().equals(quantity(grid.scalar()));
  }

  /// In brackets, transposed or with a note below, too.
  static Optional<Derivative> derivative(Notated tree) {
    return switch (tree) {
      case Derivative derivative -> Optional.of(derivative);
      case Notated.Fraction fraction -> fraction.derivative();
      case Notated.Annotated(Notated value, _, _) -> derivative(value);
      case Notated.Group group when group.items().size() == 1 ->
          derivative(group.items().getFirst());
      case Notated.Scripted(Notated base, List<Notated> below, List<Superscript> above, _)
          when below.isEmpty()
              && above.stream().allMatch(Superscript.Transposition.class::isInstance) ->
          derivative(base);
      default -> Optional.empty();
    };
  }

  /// A derivative of several numbers by several.
  boolean isJacobian(Notated tree) {
    return derivative(tree)
        .filter(derivative -> derivative.of().isPresent() && derivative.by().size() == 1)
        .filter(derivative -> isSeveral(derivative.of().get()))
        .filter(derivative -> isSeveral(derivative.by().getFirst()))
        .isPresent();
  }

  private boolean isSeveral(Notated tree) {
    return sensing.of(tree) instanceof Grid grid && !grid.isScalar();
  }

  private static Optional<Quantity> quantity(Expr expr) {
    return expr instanceof Ref(Quantity quantity) ? Optional.of(quantity) : Optional.empty();
  }

  Sense of(Derivative derivative) {
    if (derivative.of().isEmpty() || derivative.by().size() != 1) {
      return Sensing.nothing(Cause.UNSUPPORTED, derivative.span(), "this derivative");
    }
    return ofOrLoss(derivative.of().get())
        .then(of ->
            isValueOfName(derivative.of().get(), of)
                ? Sensing.nothing(
                    Cause.UNSUPPORTED, derivative.span(), "a derivative of what only has a number")
                : variable(derivative).then(by -> partial(of, by, derivative)));
  }

  /// `a` of `∇_a C` is that of the last layer.
  private Sense variable(Derivative derivative) {
    Notated tree = derivative.by().getFirst();
    Sense by = sensing.of(tree);
    boolean unknown =
        derivative.kind() == Notated.Differential.GRADIENT
            && tree instanceof Notated.Symbol
            && by instanceof Sense.Nothing(Cause cause, _, _)
            && cause == Cause.UNKNOWN_NAME;
    Optional<Grid> last =
        unknown
            ? sensing.scene.lexicon().last(((Notated.Symbol) tree).letters())
            : Optional.empty();
    sensing.guessed |= last.isPresent();
    return last.<Sense>map(grid -> grid).orElse(by);
  }

  /// What is derived; `CE` and `ℓ(ŷ, y)` are the loss where the network has nothing called so.
  private Sense ofOrLoss(Notated tree) {
    Sense of = sensing.of(tree);
    boolean unknown =
        of instanceof Sense.Nothing(Cause cause, _, _)
            && (cause == Cause.UNKNOWN_NAME || cause == Cause.UNKNOWN_FUNCTION);
    Notated head = tree instanceof Notated.Application call ? call.function() : tree;
    boolean loss =
        unknown
            && sensing.scene.loss().isPresent()
            && new NameParts(sensing)
                .written(head)
                .filter(name -> name.subs().isEmpty() && name.labels().isEmpty())
                .filter(name -> Synonyms.isLoss(name.letters().toLowerCase(Locale.ROOT)))
                .isPresent();
    if (!loss) {
      return of;
    }
    sensing.guess(Own.Guess.loss(new NameParts(sensing).written(head).orElseThrow().key()));
    return Sense.scalar(new Ref(sensing.scene.loss().get()));
  }

  /// A name of the answer's own that was given a number and no formula.
  private static boolean isValueOfName(Notated tree, Grid grid) {
    boolean name =
        switch (tree) {
          case Notated.Symbol _, Notated.Letters _, Notated.Scripted _ -> true;
          default -> false;
        };
    return name && grid.entries().stream().allMatch(e -> Formulas.symbols(e).isEmpty());
  }

  private Sense partial(Grid of, Grid by, Derivative derivative) {
    List<Expr> variables = by.entries();
    if (!variables.stream().allMatch(Differentials::isVariable)) {
      return Sensing.nothing(
          Cause.UNSUPPORTED, derivative.span(), "a derivative by something that is no name");
    }
    if (!of.entries().stream().allMatch(Differentials::isDifferentiable)) {
      return Sensing.nothing(Cause.UNSUPPORTED, derivative.span(), "a derivative of a derivative");
    }
    if (of.entries().stream().mapToInt(Formulas::operations).sum() > LONGEST_FORMULA) {
      return Sensing.nothing(
          Cause.UNSUPPORTED, derivative.span(), "a derivative of a formula of this length");
    }
    if (of.isScalar()) {
      Grid slopes =
          new Grid(
              by.rows(), by.columns(), variables.stream().map(v -> slope(of.scalar(), v)).toList());
      return !by.isScalar() && sensing.is(Convention.NUMERATOR_LAYOUT)
          ? slopes.transposed()
          : slopes;
    }
    if (by.isScalar()) {
      return of.map(entry -> slope(entry, variables.getFirst()));
    }
    if (!of.isVector() || !by.isVector()) {
      return Sensing.nothing(Cause.NO_MATRIX, derivative.span(), "a derivative of three indices");
    }
    List<Expr> entries = new ArrayList<>();
    of.entries().forEach(entry -> variables.forEach(v -> entries.add(slope(entry, v))));
    Grid jacobian = new Grid(of.entries().size(), variables.size(), entries);
    return sensing.is(Convention.DENOMINATOR_LAYOUT) ? jacobian.transposed() : jacobian;
  }

  /// What is known by the entries of u, times `∂u/∂v`: by the entries of v. Empty where it is read
  /// as a product of matrices.
  Optional<Sense> onwards(Grid by, Derivative derivative) {
    boolean simple = derivative.of().isPresent() && derivative.by().size() == 1;
    if (!simple
        || !(sensing.of(derivative.of().get()) instanceof Grid u)
        || !(sensing.of(derivative.by().getFirst()) instanceof Grid v)) {
      return Optional.empty();
    }
    boolean fits =
        u.entries().size() == by.entries().size()
            && by.isVector() == u.isVector()
            && (long) u.entries().size() * v.entries().size() <= MOST_SLOPES
            && u.entries().stream().allMatch(Differentials::isDifferentiable)
            && v.entries().stream().allMatch(Differentials::isVariable);
    if (!fits || !sensing.is(Convention.CHAIN_RULE)) {
      return Optional.empty();
    }
    return Optional.of(
        v.map(entry -> {
          List<Expr> terms = new ArrayList<>();
          for (int i = 0; i < u.entries().size(); i++) {
            if (!(entry instanceof Ref(Quantity variable))
                || depends(u.entries().get(i), variable)) {
              Expr slope = slope(u.entries().get(i), entry);
              terms.add(Formulas.product(by.entries().get(i), slope));
            }
          }
          return Formulas.sum(terms);
        }));
  }

  private boolean depends(Expr of, Quantity by) {
    return Formulas.symbols(of).stream()
        .anyMatch(symbol ->
            symbol.equals(by)
                || ancestors
                    .computeIfAbsent(symbol, sensing.scene.graph()::ancestors)
                    .contains(by));
  }

  /// A name, or a formula that can be one.
  private static boolean isVariable(Expr expr) {
    return !Formulas.symbols(expr).isEmpty()
        && isDifferentiable(expr)
        && Formulas.operations(expr) <= LONGEST_CUT;
  }

  private static boolean isDifferentiable(Expr expr) {
    return Formulas.symbols(expr).stream().allMatch(Quantity.class::isInstance);
  }

  private Expr slope(Expr of, Expr by) {
    return by instanceof Ref(Quantity quantity)
        ? slope(of, quantity)
        : slope(of, sensing.own.cut(by, sensing.scene.graph()));
  }

  /// What the formula says of the node itself, and what the network says of it.
  private Expr slope(Expr of, Cut cut) {
    Expr written = cut.written(of);
    sensing.guessed |= !cut.sure() && !written.equals(new Ref(cut.node()));
    List<Expr> terms = new ArrayList<>();
    add(terms, cut.unwritten(sensing.scene.chainRule().direct(written, cut.node())));
    for (Symbol symbol : Formulas.symbols(written)) {
      if (symbol instanceof Quantity inner && !inner.equals(cut.node())) {
        Expr direct = cut.unwritten(sensing.scene.chainRule().direct(written, inner));
        for (Definition site : cut.sites()) {
          Quantity through = (Quantity) site.symbol();
          Expr onwards = sensing.scene.chainRule().direct(site.formula(), cut.node());
          add(terms, direct, slope(inner, through), cut.unwritten(onwards));
        }
      }
    }
    return Formulas.sum(terms);
  }

  /// A product without ones, if it is not zero.
  private static void add(List<Expr> terms, Expr... factors) {
    if (Arrays.stream(factors).noneMatch(Formulas::isZero)) {
      terms.add(Formulas.product(Arrays.stream(factors).filter(f -> !Formulas.isOne(f)).toList()));
    }
  }

  private Expr slope(Expr of, Quantity by) {
    if (of instanceof Ref(Quantity quantity)) {
      return slope(quantity, by);
    }
    List<Expr> terms = new ArrayList<>();
    for (Symbol symbol : Formulas.symbols(of)) {
      Quantity inner = (Quantity) symbol;
      if (!isConstant(inner, by)) {
        Expr direct = sensing.scene.chainRule().direct(of, inner);
        add(terms, direct, slope(inner, by));
      }
    }
    return Formulas.sum(terms);
  }

  /// Whether it stands for itself and is another one.
  private boolean isConstant(Quantity of, Quantity by) {
    return !of.equals(by)
        && sensing.scene.graph().definition(of).isEmpty()
        && sensing.scene.loss().filter(of::equals).isEmpty();
  }

  private Expr slope(Quantity of, Quantity by) {
    if (of.equals(by)) {
      return Formulas.ONE;
    }
    if (sensing.scene.loss().filter(of::equals).isPresent()) {
      return new Ref(Partial.total(of, by));
    }
    if (sensing.is(Convention.SEPARATE_PATHS) && !between.isEmpty()) {
      Set<Quantity> avoided = new HashSet<>(between.peek());
      avoided.remove(of);
      Map<Quantity, Expr> known = new HashMap<>();
      return along(of, by, avoided, known);
    }
    return sensing.is(Convention.DIRECT_PARTIALS)
        ? new Ref(Partial.direct(of, by))
        : new Ref(Partial.total(of, by));
  }

  /// Along the paths that avoid some.
  private Expr along(Quantity of, Quantity by, Set<Quantity> avoided, Map<Quantity, Expr> known) {
    if (of.equals(by)) {
      return Formulas.ONE;
    }
    Expr already = known.get(of);
    if (already != null || known.size() > LONGEST_PATHS) {
      return already == null ? Formulas.ZERO : already;
    }
    List<Expr> terms = new ArrayList<>();
    for (Symbol operand : sensing.scene.graph().operands(of)) {
      if (operand instanceof Quantity v && (v.equals(by) || !avoided.contains(v))) {
        Expr inner = along(v, by, avoided, known);
        if (!Formulas.isZero(inner)) {
          terms.add(Formulas.product(sensing.scene.chainRule().direct(of, v), inner));
        }
      }
    }
    Expr sum = Formulas.sum(terms);
    known.put(of, sum);
    return sum;
  }
}
