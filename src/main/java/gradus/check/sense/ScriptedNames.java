package gradus.check.sense;

import gradus.check.name.Lexicon.Found;
import gradus.check.name.ParameterVector;
import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.sense.Glossary.Written;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Application;
import gradus.syntax.paper.Notated.Comparison;
import gradus.syntax.paper.Notated.Face;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Norm;
import gradus.syntax.paper.Notated.Scripted;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.Notated.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names, and what stands above and below them.
final class ScriptedNames {
  private final Interpreter sensing;
  private final NameParts parts;
  private final NameLookup naming;
  private final AfterStep step;
  private final OtherNames others;
  private final ParameterVector gathered;

  ScriptedNames(Interpreter sensing) {
    this.sensing = sensing;
    parts = new NameParts(sensing);
    naming = new NameLookup(sensing);
    step = new AfterStep(sensing);
    others = new OtherNames(sensing);
    gathered = new ParameterVector(sensing.scene);
  }

  Sense of(Notated tree) {
    return switch (tree) {
      case Symbol symbol -> name(symbol, List.of(), List.of());
      case Letters letters -> letters(letters, List.of(), List.of());
      case Scripted(Notated base, List<Notated> below, List<Superscript> above, _) ->
          scripted(base, below, above, tree);
      default -> throw new IllegalArgumentException("no name: " + tree);
    };
  }

  private Sense scripted(
      Notated base, List<Notated> below, List<Superscript> above, Notated whole) {
    return switch (base) {
      case Symbol symbol ->
          isIndicator(symbol.letters(), below) ? indicator(below) : name(symbol, below, above);
      case Notated.Number(String digits, _) when isIndicator(digits, below) -> indicator(below);
      case Letters letters -> letters(letters, below, above);
      case Scripted inner -> {
        List<Notated> allBelow = new ArrayList<>(inner.below());
        allBelow.addAll(below);
        List<Superscript> allAbove = new ArrayList<>(inner.above());
        allAbove.addAll(above);
        yield scripted(inner.base(), allBelow, allAbove, whole);
      }
      case Norm norm -> new Norms(sensing).of(norm, below, above);
      case Application application -> new Calls(sensing).scripted(application, below, above);
      default -> around(base, below, above);
    };
  }

  /// `1_{z > 0}`, `\mathbb{1}_{\{z > 0\}}`
  private static boolean isIndicator(String base, List<Notated> below) {
    return !below.isEmpty()
        && below.stream().allMatch(ScriptedNames::isCondition)
        && (base.equals("1") || base.equals("I"));
  }

  static boolean isCondition(Notated tree) {
    return tree instanceof Comparison
        || tree instanceof Notated.Group group
            && group.items().stream().allMatch(ScriptedNames::isCondition);
  }

  private static List<Notated> conditions(Notated tree) {
    return tree instanceof Notated.Group group
        ? group.items().stream().flatMap(item -> conditions(item).stream()).toList()
        : List.of(tree);
  }

  private Sense indicator(List<Notated> below) {
    return new PiecewiseFunctions(sensing)
        .indicator(below.stream().flatMap(tree -> conditions(tree).stream()).toList());
  }

  /// `(z)^+`, `[z]_+`, `(a + b)^2`, `(W h)_i`.
  private Sense around(Notated base, List<Notated> below, List<Superscript> above) {
    Sense value = sensing.of(base);
    for (Notated sub : below) {
      if (sub instanceof Mark(String sign, _) && sign.equals("+")) {
        value = value.then(grid -> grid.map(entry -> Formulas.call("relu", entry)));
      }
    }
    List<Notated> indices = below.stream().filter(sub -> !(sub instanceof Mark)).toList();
    return new Superscripts(sensing)
        .of(indices.isEmpty() ? value : entry(value, indices, base), above);
  }

  /// `ij` and `(i, j)` as two.
  private static List<Notated> apart(List<Notated> below) {
    List<Notated> each = new ArrayList<>();
    for (Notated sub : below) {
      switch (sub) {
        case Letters(String letters, var span) when letters.matches("[i-n]{2}") ->
            letters
                .chars()
                .forEach(letter ->
                    each.add(
                        new Symbol(String.valueOf((char) letter), Face.PLAIN, List.of(), span)));
        case Notated.Group(_, List<Notated> items, _) when items.size() > 1 -> each.addAll(items);
        default -> each.add(sub);
      }
    }
    return each;
  }

  /// One entry of something that is no name.
  Sense entry(Sense value, List<Notated> below, Notated tree) {
    List<Integer> at = new ArrayList<>();
    for (Notated sub : apart(below)) {
      Optional<Integer> index = sensing.integer(sub);
      if (index.isEmpty()) {
        return NameParts.letter(sub)
            .map(l -> {
              sensing.free.add(l);
              return (Sense) Interpreter.nothing(Cause.FREE_LETTER, tree.span(), l);
            })
            .orElse(Interpreter.nothing(Cause.UNSUPPORTED, tree.span(), "this subscript"));
      }
      at.add(index.get());
    }
    return value.then(grid ->
        grid.entry(at)
            .<Sense>map(Sense::scalar)
            .orElseGet(() -> Interpreter.nothing(Cause.NO_SUCH_ENTRY, tree.span(), grid.size())));
  }

  private Sense letters(Letters letters, List<Notated> below, List<Superscript> above) {
    Optional<Notated> change = new Changes(sensing).apart(letters, below, above);
    if (change.isPresent() && !sensing.scene.lexicon().has(letters.letters())) {
      return sensing.of(change.get());
    }
    Symbol asOne = new Symbol(letters.letters(), Face.UPRIGHT, List.of(), letters.span());
    boolean isName =
        sensing.scene.lexicon().isKnown(letters.letters()) || others.isRate(letters.letters());
    Sense whole = name(asOne, below, above);
    if (isName && whole instanceof Grid || letters.letters().length() == 1) {
      return whole;
    }
    if (whole instanceof Grid) {
      return whole;
    }
    String text = letters.letters();
    List<Notated.Factor> factors = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      Notated letter = new Symbol(text.substring(i, i + 1), Face.PLAIN, List.of(), letters.span());
      boolean last = i == text.length() - 1;
      boolean bare = below.isEmpty() && above.isEmpty();
      factors.add(
          new Notated.Factor(
              Notated.Operator.SIDE_BY_SIDE,
              last && !bare ? new Scripted(letter, below, above, letters.span()) : letter));
    }
    Sense product = sensing.of(new Notated.Product(factors, letters.span()));
    boolean known =
        switch (product) {
          case Grid _ -> true;
          case Sense.Nothing(Cause cause, _, _) ->
              switch (cause) {
                case FREE_LETTER, NO_SUCH_LABEL, NO_SUCH_ENTRY, NO_PLACE, SHAPES, SIDES, PAST_END ->
                    true;
                case UNKNOWN_NAME, UNKNOWN_FUNCTION, NO_MATRIX, UNSUPPORTED -> false;
              };
        };
    return known ? product : whole;
  }

  // ---- a name -----------------------------------------------------------------------------------

  private Sense name(Symbol symbol, List<Notated> below, List<Superscript> above) {
    String letters = symbol.letters() + String.join("", symbol.marks());
    if (Products.isOnes(symbol)) {
      return Sense.scalar(Formulas.ONE);
    }
    boolean compared = below.stream().anyMatch(Comparison.class::isInstance);
    if (!compared && above.isEmpty() && sensing.products.isIdentity(symbol)) {
      sensing.loose = true;
      return Sense.scalar(Formulas.ONE);
    }
    if (letters.equals("e")
        && below.isEmpty()
        && above.size() == 1
        && above.getFirst() instanceof Superscript.Raised(Notated exponent)
        && !sensing.scene.lexicon().has("e")) {
      return sensing.of(exponent).then(g -> g.map(entry -> Formulas.call("exp", entry)));
    }
    List<String> labels = new ArrayList<>();
    List<Superscript> rest = new ArrayList<>();
    AfterStep.State state = AfterStep.State.ANY;
    Optional<Superscript> plus = Optional.empty();
    for (Superscript script : above) {
      if (script instanceof Superscript.Label(List<Notated> values) && !isArithmetic(values)) {
        values.forEach(value -> labels.addAll(parts.tokens(value)));
      } else if (script instanceof Superscript.Transposition(boolean letter)
          && letter
          && labels.isEmpty()
          && isLast(symbol, below)) {
        labels.add(String.valueOf(sensing.scene.sizes().get("T")));
      } else if (AfterStep.isPlus(script)) {
        plus = Optional.of(script);
      } else if (AfterStep.isState(script, AfterStep.NEW)) {
        state = AfterStep.State.NEW;
      } else if (AfterStep.isState(script, AfterStep.OLD)) {
        state = AfterStep.State.OLD;
      } else {
        rest.add(script);
      }
    }
    List<String> subs = new ArrayList<>();
    below.forEach(sub -> subs.addAll(parts.tokens(sub)));
    if (!subs.isEmpty() && AfterStep.NEW.contains(subs.getLast())) {
      state = AfterStep.State.NEW;
      subs.removeLast();
    } else if (!subs.isEmpty() && AfterStep.OLD.contains(subs.getLast())) {
      state = AfterStep.State.OLD;
      subs.removeLast();
    }
    if (plus.isPresent() && step.isRenewedByPlus(letters, subs, labels)) {
      state = AfterStep.State.NEW;
    } else {
      plus.ifPresent(rest::add);
    }
    return found(symbol, new Written(letters, subs, labels), rest, state);
  }

  /// `h^T` is no transposition where h has steps in time, T of them.
  private boolean isLast(Symbol symbol, List<Notated> below) {
    Integer last = sensing.scene.sizes().get("T");
    String letters = symbol.letters() + String.join("", symbol.marks());
    List<String> subs = below.stream().flatMap(sub -> parts.tokens(sub).stream()).toList();
    return last != null
        && !naming.find(letters, subs, List.of()).isFound()
        && naming
            .labelled(new Written(letters, subs, List.of()), List.of(String.valueOf(last)))
            .isFound();
  }

  /// `w^{(1 - 1)}` is a power.
  private static boolean isArithmetic(List<Notated> values) {
    return values.size() == 1
        && values.getFirst() instanceof Notated.Sum sum
        && sum.terms().size() > 1
        && sum.terms().stream().allMatch(term -> term.value() instanceof Notated.Number);
  }

  private Sense found(
      Symbol symbol, Written written, List<Superscript> above, AfterStep.State state) {
    if (!above.isEmpty() && above.getFirst() instanceof Superscript.Raised(Notated value)) {
      List<String> label = parts.tokens(value).stream().map(naming::sized).toList();
      List<String> labels = new ArrayList<>(written.labels());
      labels.addAll(label);
      Found labelled = naming.labelled(written, labels);
      boolean own = sensing.own.hasLabel(written.letters(), labels);
      Written named = new Written(written.letters(), written.subs(), labels);
      if (!own && !labelled.isFound() && sensing.own.isNamed(named)) {
        return found(symbol, named, above.subList(1, above.size()), state);
      }
      if (label.size() == 1
          && (own || labelled.isFound() && !labelled.loosely())
          && !isEntryOfAll(written)
          && !sensing.is(ReadingConvention.POWERS)) {
        Written with = new Written(written.letters(), written.subs(), labels);
        return found(symbol, with, above.subList(1, above.size()), state);
      }
      Optional<String> open =
          NameLookup.openLetter(label).filter(_ -> isIndex(written.letters(), value));
      if (open.isPresent()) {
        sensing.free.add(open.get());
        written.subs().forEach(sub -> naming.open(sub).ifPresent(sensing.free::add));
        return Interpreter.nothing(Cause.FREE_LETTER, symbol.span(), open.get());
      }
      if (!isEntryOfAll(written) && isOutside(written, label, value)) {
        return Interpreter.nothing(Cause.NO_SUCH_LABEL, symbol.span(), written.letters());
      }
    }
    boolean primed = above.stream().anyMatch(Superscript.Primes.class::isInstance);
    AfterStep.State when = primed && sensing.scene.moved() ? AfterStep.State.NEW : state;
    List<Superscript> rest =
        above.stream().filter(script -> !(script instanceof Superscript.Primes)).toList();
    if (primed && !sensing.scene.moved()) {
      return Interpreter.nothing(Cause.UNKNOWN_NAME, symbol.span(), written.letters() + "'");
    }
    boolean plain = rest.stream().allMatch(Superscript.Transposition.class::isInstance);
    return new Superscripts(sensing).of(meaning(symbol, written, when, plain), rest);
  }

  /// A number above letters that mean nothing without one: no power, but no layer either.
  private boolean isOutside(Written written, List<String> label, Notated value) {
    boolean number = label.size() == 1 && label.getFirst().matches("-?[0-9]+");
    boolean counted =
        mentionsLetter(value)
            && (sensing.scene.lexicon().isLabelled(written.letters())
                || sensing.own.isLabelled(written.letters()));
    return number
        && (counted
            || sensing.scene.lexicon().isIndexed(written.letters())
                && !naming.find(written.letters(), written.subs(), written.labels()).isFound())
        && written.subs().stream().allMatch(sub -> NameLookup.openLetter(List.of(sub)).isEmpty());
  }

  private boolean mentionsLetter(Notated tree) {
    return switch (tree) {
      case Notated.Sum sum -> sum.terms().stream().anyMatch(term -> mentionsLetter(term.value()));
      case Notated.Group group -> group.items().stream().anyMatch(this::mentionsLetter);
      default -> NameParts.letter(tree).flatMap(sensing::lettered).isPresent();
    };
  }

  /// Whether what stands above is a letter for layers, and no power.
  private boolean isIndex(String letters, Notated value) {
    return (sensing.scene.lexicon().isIndexed(letters) || sensing.own.isLabelled(letters))
        && !(sensing.of(value) instanceof Grid)
        && !sensing.is(ReadingConvention.POWERS);
  }

  /// `x_i` with a number for i where x is one number: i may count the points of the data.
  private boolean isSample(Written written, Found found) {
    return found.loosely()
        && !sensing.letters.isEmpty()
        && !written.subs().isEmpty()
        && found.entity().filter(e -> e.isScalar() && e.marks().isEmpty()).isPresent();
  }

  /// `a_j` for the whole of `a[j]`, where j may be meant to count units.
  private boolean isPlaced(Written written, Found found) {
    return sensing.letters.keySet().stream().anyMatch(letter -> letter.matches("[i-kmnp-s]"))
        && written.labels().isEmpty()
        && found.row() == 0
        && found
            .entity()
            .filter(e -> e.axes() > 0 && !e.labels().isEmpty())
            .filter(e -> !sensing.scene.parameters().contains(e.whole()))
            .isPresent();
  }

  /// @param plain whether nothing stands above that could be a label
  private Sense meaning(Symbol symbol, Written written, AfterStep.State state, boolean plain) {
    boolean bare = written.subs().isEmpty() && written.labels().isEmpty();
    if (bare && sensing.letters.containsKey(written.letters())) {
      return Sense.scalar(Expr.Number.of(sensing.letters.get(written.letters())));
    }
    Found found = naming.find(written.letters(), written.subs(), written.labels());
    Optional<Grid> own = sensing.own.named(written, sensing);
    if (own.isPresent() && (!found.isFound() || found.loosely())) {
      sensing.guessed |= sensing.own.isAmbiguous(written.letters());
      return step.stated(own.get(), state);
    }
    Optional<Sense> all = gathered(symbol, written, bare && plain && !found.isFound());
    if (all.isPresent()) {
      return all.get().then(grid -> step.stated(grid, state));
    }
    if (found.isFound()) {
      sensing.guessed |= isSample(written, found);
      sensing.placed |= isPlaced(written, found);
      Grid grid = naming.grid(found);
      return step.stated(naming.isTurned(found) ? grid.transposed() : grid, state);
    }
    return others.of(symbol, written, found);
  }

  /// `w_i` where the weights are taken as one column.
  private boolean isEntryOfAll(Written written) {
    return written.labels().isEmpty()
        && written.subs().size() == 1
        && written.subs().getFirst().matches("[0-9]{1,6}")
        && !sensing.letters.isEmpty()
        && gathered.of(written.letters()).isPresent()
        && sensing.is(ReadingConvention.PARAMETERS_AS_ONE);
  }

  /// All weights as one column, or one entry of it.
  private Optional<Sense> gathered(Symbol symbol, Written written, boolean whole) {
    if (!whole && !isEntryOfAll(written)) {
      return Optional.empty();
    }
    Optional<Grid> all = gathered.of(written.letters());
    sensing.loose |= all.isPresent();
    return all.map(grid ->
        whole
            ? grid
            : grid.entry(List.of(Integer.valueOf(written.subs().getFirst())))
                .<Sense>map(Sense::scalar)
                .orElse(Interpreter.nothing(Cause.NO_SUCH_ENTRY, symbol.span(), grid.size())));
  }
}
