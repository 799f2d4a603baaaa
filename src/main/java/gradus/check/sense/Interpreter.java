package gradus.check.sense;

import gradus.check.name.ParameterVector;
import gradus.check.name.ReadingConvention;
import gradus.check.name.Scene;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.name.Sense.Nothing;
import gradus.check.sense.Glossary.Guess;
import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Absolute;
import gradus.syntax.paper.Notated.Annotated;
import gradus.syntax.paper.Notated.Application;
import gradus.syntax.paper.Notated.Big;
import gradus.syntax.paper.Notated.Derivative;
import gradus.syntax.paper.Notated.Evaluated;
import gradus.syntax.paper.Notated.Fraction;
import gradus.syntax.paper.Notated.Group;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Norm;
import gradus.syntax.paper.Notated.Product;
import gradus.syntax.paper.Notated.Root;
import gradus.syntax.paper.Notated.Scripted;
import gradus.syntax.paper.Notated.Sign;
import gradus.syntax.paper.Notated.Sum;
import gradus.syntax.paper.Notated.Term;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads trees in one way: under certain conventions, with certain numbers for index letters.
public final class Interpreter {
  private static final Pattern DIGITS = Pattern.compile("[0-9]*\\.?[0-9]+([eE]-?[0-9]{1,3})?");
  private static final Rational HALF = Rational.HALF;
  private static final int MOST_WORK = 50_000;
  private static final int LONGEST_NUMBER = 400;

  final Scene scene;
  final Glossary own;
  final Set<ReadingConvention> conventions;
  final Map<String, Integer> letters;

  /// Conventions that would have read something otherwise.
  final Set<ReadingConvention> met = EnumSet.noneOf(ReadingConvention.class);

  /// Index letters that nothing binds.
  final Set<String> free = new LinkedHashSet<>();

  /// Whether something was understood that need not be meant; then nothing is wrong.
  boolean guessed;

  /// Whether shapes that do not fit say nothing: several names of the network were taken as one, or
  /// nobody knows how many ones there are.
  boolean loose;

  /// Whether a number stands for that number in every entry: `3 · 1`.
  boolean spread;

  /// Whether names were lined up in a column that the network does not have.
  boolean lined;

  final Set<Guess> guesses = new HashSet<>();

  /// Whether an index letter was taken for the number of a layer though it may be that of a unit.
  boolean placed;

  /// Letters in sums that stand as indices: `i` of `x_{i+1}`.
  final Set<String> shifted = new HashSet<>();

  /// What stands with a d.
  final List<Grid> changes = new ArrayList<>();

  private int work;

  private final NameParts parts;
  private final ScriptedNames spelled;
  private final Sums sums;
  final Products products;
  private final BracketContents brackets;
  private final Calls calls;
  private final Norms norms;
  private final Derivatives differentials;
  private final BigOperators ranging;

  private Interpreter(
      Scene scene, Glossary own, Set<ReadingConvention> conventions, Map<String, Integer> letters) {
    this.scene = scene;
    this.own = own;
    this.conventions = conventions;
    this.letters = new HashMap<>(letters);
    parts = new NameParts(this);
    spelled = new ScriptedNames(this);
    sums = new Sums(this);
    products = new Products(this);
    brackets = new BracketContents(this);
    calls = new Calls(this);
    norms = new Norms(this);
    differentials = new Derivatives(this);
    ranging = new BigOperators(this);
  }

  /// @param met conventions under which it may mean something else
  /// @param free index letters for which numbers are needed
  /// @param guessed whether a part may be meant otherwise, so that nothing can be called wrong
  /// @param loose whether shapes that do not fit say nothing
  /// @param changes what stands with a d
  /// @param spread whether a number stands for that number in every entry
  public record Reading(
      Sense sense,
      Set<ReadingConvention> met,
      Set<String> free,
      boolean guessed,
      boolean loose,
      List<Grid> changes,
      boolean spread,
      Loosely loosely) {}

  /// What may be meant otherwise, too.
  ///
  /// @param lined whether names were lined up in a column that the network does not have
  /// @param placed whether an index letter was taken for the number of a layer
  public record Loosely(boolean lined, boolean placed, Set<Guess> guesses) {
    public static final Loosely NOT = new Loosely(false, false, Set.of());

    public Loosely {
      guesses = Set.copyOf(guesses);
    }
  }

  public static Reading read(
      Notated tree,
      Scene scene,
      Glossary own,
      Set<ReadingConvention> conventions,
      Map<String, Integer> letters) {
    Interpreter sensing = new Interpreter(scene, own, conventions, letters);
    Sense sense =
        sensing.products.isIdentity(tree)
            ? nothing(Cause.UNKNOWN_NAME, tree.span(), "I")
            : sensing.of(tree);
    Loosely loosely = new Loosely(sensing.lined, sensing.placed, sensing.guesses);
    return new Reading(
        sense,
        sensing.met,
        sensing.free,
        sensing.guessed,
        sensing.loose,
        sensing.changes,
        sensing.spread,
        loosely);
  }

  /// The parts of a name, where the tree is nothing but one.
  public static Optional<Glossary.Written> name(Notated tree, Scene scene, Glossary own) {
    return new Interpreter(scene, own, Set.of(), Map.of()).parts.written(tree);
  }

  void guess(Guess guess) {
    guesses.add(guess);
    guessed |= !own.isShown(guess);
  }

  boolean is(ReadingConvention convention) {
    met.add(convention);
    return conventions.contains(convention);
  }

  Sense of(Notated tree) {
    work++;
    return work > MOST_WORK
        ? nothing(Cause.UNSUPPORTED, tree.span(), "a formula of this length")
        : meaning(tree);
  }

  private Sense meaning(Notated tree) {
    return switch (tree) {
      case Notated.Number number ->
          isLong(number)
              ? nothing(Cause.UNSUPPORTED, number.span(), "a number of this length")
              : Sense.scalar(number(number));
      case Notated.Symbol _, Letters _, Scripted _ -> spelled.of(tree);
      case Sum sum -> sums.of(sum);
      case Product product -> products.of(product);
      case Fraction fraction -> fraction(fraction);
      case Derivative derivative -> differentials.of(derivative);
      case Root root -> root(root);
      case Group group -> brackets.of(group);
      case Absolute(Notated value, _) -> of(value).then(grid -> grid.map(Calls::absolute));
      case Norm norm -> norms.of(norm, Optional.empty(), Optional.empty());
      case Application application -> calls.of(application);
      case Big big -> ranging.of(big);
      case Notated.Matrix matrix -> brackets.of(matrix);
      case Notated.Cases cases -> new PiecewiseFunctions(this).of(cases);
      case Notated.Comparison comparison ->
          new PiecewiseFunctions(this).indicator(List.of(comparison));
      case Evaluated(Notated value, _, _) -> of(value);
      case Annotated(Notated value, _, _) -> of(value);
      case Notated.Mark mark -> nothing(Cause.UNSUPPORTED, mark.span(), mark.sign());
      case Notated.Dots dots -> nothing(Cause.UNSUPPORTED, dots.span(), "…");
    };
  }

  static Nothing nothing(Cause cause, Span span, String subject) {
    return new Nothing(cause, span, subject);
  }

  Derivatives differentials() {
    return differentials;
  }

  /// A whole number, index letters put in.
  Optional<Integer> integer(Notated tree) {
    return switch (tree) {
      case Notated.Number number ->
          isLong(number) ? Optional.empty() : BigOperators.whole(number(number));
      case Notated.Symbol symbol -> lettered(symbol.letters());
      case Letters letter -> lettered(letter.letters());
      case Sum sum -> {
        int total = 0;
        for (Term term : sum.terms()) {
          NameParts.letter(term.value()).ifPresent(shifted::add);
          Optional<Integer> value = integer(term.value());
          if (value.isEmpty() || term.sign() == Sign.PLUS_MINUS) {
            yield Optional.empty();
          }
          total += term.sign() == Sign.MINUS ? -value.get() : value.get();
        }
        yield Optional.of(total);
      }
      case Group group when group.items().size() == 1 -> integer(group.items().getFirst());
      case Scripted scripted -> parts.written(scripted).flatMap(this::size);
      default -> Optional.empty();
    };
  }

  /// Whether it is a letter for sizes of layers, of which layer ever.
  boolean isSize(Notated tree) {
    return parts
        .written(tree)
        .filter(name ->
            scene.sizes().keySet().stream().anyMatch(k -> k.startsWith(name.letters() + "[")))
        .isPresent();
  }

  /// `n_k`, `n^{(2)}`: a letter for a size, of one layer.
  Optional<Integer> size(Glossary.Written written) {
    List<String> labels = new ArrayList<>(written.labels());
    labels.addAll(written.subs());
    String label =
        String.join(
            ",", labels.stream().map(l -> lettered(l).map(String::valueOf).orElse(l)).toList());
    return Optional.ofNullable(scene.sizes().get(written.letters() + "[" + label + "]"));
  }

  /// An index letter, or one for a size.
  Optional<Integer> lettered(String letter) {
    return Optional.ofNullable(letters.get(letter))
        .or(() -> Optional.ofNullable(scene.sizes().get(letter)));
  }

  /// How far an index letter need run.
  int longest() {
    int names = scene.lexicon().longest();
    return conventions.contains(ReadingConvention.PARAMETERS_AS_ONE)
        ? Math.max(names, new ParameterVector(scene).longest())
        : names;
  }

  private static boolean isLong(Notated.Number number) {
    return number.digits().length() > LONGEST_NUMBER || !DIGITS.matcher(number.digits()).matches();
  }

  private static Expr number(Notated.Number number) {
    Notation notation = number.decimals() > 0 ? Notation.DECIMAL : Notation.FRACTION;
    return new Expr.Number(Rational.of(number.value()), notation);
  }

  private Sense fraction(Fraction fraction) {
    if (fraction.derivative().isPresent()) {
      Sense derivative = differentials.of(fraction.derivative().get());
      boolean understood =
          derivative instanceof Grid
              || derivative instanceof Nothing(Cause cause, _, _) && cause == Cause.UNSUPPORTED;
      Sense ratio = understood ? derivative : ratio(fraction);
      return ratio instanceof Grid ? ratio : derivative;
    }
    return ratio(fraction);
  }

  private Sense ratio(Fraction fraction) {
    return of(fraction.numerator())
        .then(above ->
            of(fraction.denominator()).then(below -> products.over(above, below, fraction.span())));
  }

  private Sense root(Root root) {
    Sense index = root.index().map(this::of).orElse(Sense.scalar(Expr.Number.of(2)));
    return index.then(n ->
        of(root.value())
            .then(grid ->
                grid.map(entry ->
                    new Power(
                        entry,
                        n.scalar() instanceof Expr.Number(Rational number, _) && !number.isZero()
                            ? Expr.Number.of(
                                number.equals(Rational.of(2)) ? HALF : number.reciprocal())
                            : new Power(n.scalar(), Formulas.MINUS_ONE)))));
  }
}
