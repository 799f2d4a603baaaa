package gradus.check.sense;

import gradus.check.sense.Lexicon.Entity;
import gradus.check.sense.Lexicon.Found;
import gradus.check.sense.Own.Written;
import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Grid;
import gradus.expr.Condition;
import gradus.expr.Expr;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Application;
import gradus.syntax.answer.Notated.Comparison;
import gradus.syntax.answer.Notated.Face;
import gradus.syntax.answer.Notated.Letters;
import gradus.syntax.answer.Notated.Mark;
import gradus.syntax.answer.Notated.Norm;
import gradus.syntax.answer.Notated.Scripted;
import gradus.syntax.answer.Notated.Superscript;
import gradus.syntax.answer.Notated.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Names, and what stands above and below them.
final class Spelled {
  private static final Set<String> RATES =
      Set.of("eta", "lr", "alpha", "epsilon", "gamma", "learningrate", "rate");
  private static final Name RELU = Name.of("relu");
  private static final Name MAX = Name.of("max");
  private static final Set<String> NEW = Set.of("new", "neu", "next", "updated", "+");
  private static final Set<String> OLD = Set.of("old", "alt");

  private final Sensing sensing;

  Spelled(Sensing sensing) {
    this.sensing = sensing;
  }

  /// Where a name is taken before or after the step.
  private enum State {
    ANY,
    OLD,
    NEW
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
          isIndicator(symbol, below)
              ? new Branching(sensing).indicator(below)
              : name(symbol, below, above);
      case Letters letters -> letters(letters, below, above);
      case Scripted inner -> {
        List<Notated> allBelow = new ArrayList<>(inner.below());
        allBelow.addAll(below);
        List<Superscript> allAbove = new ArrayList<>(inner.above());
        allAbove.addAll(above);
        yield scripted(inner.base(), allBelow, allAbove, whole);
      }
      case Norm norm -> new Calls(sensing).scripted(norm, below, above);
      case Application application -> new Calls(sensing).scripted(application, below, above);
      default -> around(base, below, above);
    };
  }

  private static boolean isIndicator(Symbol symbol, List<Notated> below) {
    return !below.isEmpty()
        && below.getFirst() instanceof Comparison
        && (symbol.letters().equals("1") || symbol.letters().equals("I"));
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
    return raised(indices.isEmpty() ? value : entry(value, indices, base), above, false);
  }

  /// One entry of something that is no name.
  Sense entry(Sense value, List<Notated> below, Notated tree) {
    List<Integer> at = new ArrayList<>();
    for (Notated sub : below) {
      Optional<Integer> index = sensing.integer(sub);
      if (index.isEmpty()) {
        return letter(sub)
            .map(l -> {
              sensing.free.add(l);
              return (Sense) Sensing.nothing(Cause.FREE_LETTER, tree.span(), l);
            })
            .orElse(Sensing.nothing(Cause.UNSUPPORTED, tree.span(), "this subscript"));
      }
      at.add(index.get());
    }
    return value.then(grid -> {
      int row = grid.rows() == 1 && at.size() == 1 ? 1 : at.getFirst();
      int column =
          grid.rows() == 1 && at.size() == 1 ? at.getFirst() : at.size() > 1 ? at.get(1) : 1;
      return row >= 1 && column >= 1 && row <= grid.rows() && column <= grid.columns()
          ? Sense.scalar(grid.at(row - 1, column - 1))
          : Sensing.nothing(Cause.NO_SUCH_ENTRY, tree.span(), grid.size());
    });
  }

  private Sense letters(Letters letters, List<Notated> below, List<Superscript> above) {
    Symbol asOne = new Symbol(letters.letters(), Face.UPRIGHT, List.of(), letters.span());
    boolean isName = isKnown(letters.letters(), below, above) || isRate(letters.letters());
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
                case FREE_LETTER, NO_SUCH_LABEL, NO_SUCH_ENTRY, NO_PLACE, SHAPES, SIDES -> true;
                case UNKNOWN_NAME, UNKNOWN_FUNCTION, UNSUPPORTED -> false;
              };
        };
    return known ? product : whole;
  }

  private boolean isKnown(String letters, List<Notated> below, List<Superscript> above) {
    return sensing.scene.lexicon().isKnown(letters);
  }

  // ---- a name -----------------------------------------------------------------------------------

  private Sense name(Symbol symbol, List<Notated> below, List<Superscript> above) {
    String letters = symbol.letters() + String.join("", symbol.marks());
    if (Products.isOnes(symbol)) {
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
    State state = State.ANY;
    Optional<Superscript> plus = Optional.empty();
    for (Superscript script : above) {
      if (script instanceof Superscript.Label(List<Notated> values) && !isArithmetic(values)) {
        values.forEach(value -> labels.addAll(tokens(value)));
      } else if (script instanceof Superscript.Transposition(boolean letter)
          && letter
          && labels.isEmpty()
          && isLast(symbol, below)) {
        labels.add(String.valueOf(sensing.scene.sizes().get("T")));
      } else if (isPlus(script)) {
        plus = Optional.of(script);
      } else if (isState(script, NEW)) {
        state = State.NEW;
      } else if (isState(script, OLD)) {
        state = State.OLD;
      } else {
        rest.add(script);
      }
    }
    List<String> subs = new ArrayList<>();
    below.forEach(sub -> subs.addAll(tokens(sub)));
    if (!subs.isEmpty() && NEW.contains(subs.getLast())) {
      state = State.NEW;
      subs.removeLast();
    } else if (!subs.isEmpty() && OLD.contains(subs.getLast())) {
      state = State.OLD;
      subs.removeLast();
    }
    if (plus.isPresent() && isRenewedByPlus(letters, subs, labels)) {
      state = State.NEW;
    } else {
      plus.ifPresent(rest::add);
    }
    return found(symbol, new Written(letters, subs, labels), rest, state);
  }

  private static boolean isPlus(Superscript script) {
    return isState(script, Set.of("+"));
  }

  /// `w^+` is the parameter after the step; `z^+` of any other name its positive part where the
  /// network has one, if it is not meant after the step too.
  private boolean isRenewedByPlus(String letters, List<String> subs, List<String> labels) {
    Found found = find(letters, subs, labels);
    boolean parameter =
        found
            .entity()
            .or(found::near)
            .filter(e -> sensing.scene.parameters().contains(e.whole()))
            .isPresent();
    return parameter
        || (sensing.scene.moved()
            && (!hasPositiveParts() || sensing.is(Convention.RENEWED_BY_PLUS)));
  }

  private boolean hasPositiveParts() {
    return sensing.scene.graph().definitions().stream()
        .anyMatch(definition -> isPositivePart(definition.formula()));
  }

  private static boolean isPositivePart(Expr formula) {
    return formula instanceof Expr.Call call
            && (call.function().equals(RELU) || call.function().equals(MAX))
        || Formulas.children(formula).stream().anyMatch(Spelled::isPositivePart);
  }

  /// `h^T` is no transposition where h has steps in time, T of them.
  private boolean isLast(Symbol symbol, List<Notated> below) {
    Integer last = sensing.scene.sizes().get("T");
    String letters = symbol.letters() + String.join("", symbol.marks());
    List<String> subs = below.stream().flatMap(sub -> tokens(sub).stream()).toList();
    return last != null
        && !find(letters, subs, List.of()).isFound()
        && labelled(new Written(letters, subs, List.of()), List.of(String.valueOf(last))).isFound();
  }

  /// `w^{(1 - 1)}` is a power.
  private static boolean isArithmetic(List<Notated> values) {
    return values.size() == 1
        && values.getFirst() instanceof Notated.Sum sum
        && sum.terms().size() > 1
        && sum.terms().stream().allMatch(term -> term.value() instanceof Notated.Number);
  }

  private static boolean isState(Superscript script, Set<String> words) {
    return switch (script) {
      case Superscript.Raised(Mark(String sign, _)) -> words.contains(sign);
      case Superscript.Raised(Symbol symbol) -> words.contains(symbol.letters());
      case Superscript.Raised(Letters letters) -> words.contains(letters.letters());
      case Superscript.Label(List<Notated> values) ->
          values.size() == 1 && isState(new Superscript.Raised(values.getFirst()), words);
      default -> false;
    };
  }

  private Sense found(Symbol symbol, Written written, List<Superscript> above, State state) {
    if (!above.isEmpty() && above.getFirst() instanceof Superscript.Raised(Notated value)) {
      List<String> label = tokens(value).stream().map(this::sized).toList();
      List<String> labels = new ArrayList<>(written.labels());
      labels.addAll(label);
      Found labelled = labelled(written, labels);
      if (label.size() == 1
          && labelled.isFound()
          && !labelled.loosely()
          && !sensing.is(Convention.POWERS)) {
        Written with = new Written(written.letters(), written.subs(), labels);
        return found(symbol, with, above.subList(1, above.size()), state);
      }
      Optional<String> open = openLetter(label).filter(_ -> isIndex(written.letters(), value));
      if (open.isPresent()) {
        sensing.free.add(open.get());
        written.subs().forEach(sub -> open(sub).ifPresent(sensing.free::add));
        return Sensing.nothing(Cause.FREE_LETTER, symbol.span(), open.get());
      }
      if (isOutside(written, label, value)) {
        return Sensing.nothing(Cause.NO_SUCH_LABEL, symbol.span(), written.letters());
      }
    }
    boolean primed = above.stream().anyMatch(Superscript.Primes.class::isInstance);
    State when = primed && sensing.scene.moved() ? State.NEW : state;
    List<Superscript> rest =
        above.stream().filter(script -> !(script instanceof Superscript.Primes)).toList();
    if (primed && !sensing.scene.moved()) {
      return Sensing.nothing(Cause.UNKNOWN_NAME, symbol.span(), written.letters() + "'");
    }
    return raised(meaning(symbol, written, when), rest, true);
  }

  /// With index letters below, the label alone decides.
  private Found labelled(Written written, List<String> labels) {
    Found found = find(written.letters(), written.subs(), labels);
    boolean open = written.subs().stream().anyMatch(sub -> !openLetter(List.of(sub)).isEmpty());
    return found.isFound() || !open ? found : find(written.letters(), List.of(), labels);
  }

  /// A number above letters that mean nothing without one: no power, but no layer either.
  private boolean isOutside(Written written, List<String> label, Notated value) {
    boolean number = label.size() == 1 && label.getFirst().matches("-?[0-9]+");
    boolean counted =
        mentionsLetter(value) && sensing.scene.lexicon().isLabelled(written.letters());
    return number
        && (counted
            || sensing.scene.lexicon().isIndexed(written.letters())
                && !find(written.letters(), written.subs(), written.labels()).isFound())
        && written.subs().stream().allMatch(sub -> openLetter(List.of(sub)).isEmpty());
  }

  private boolean mentionsLetter(Notated tree) {
    return switch (tree) {
      case Notated.Sum sum -> sum.terms().stream().anyMatch(term -> mentionsLetter(term.value()));
      case Notated.Group group -> group.items().stream().anyMatch(this::mentionsLetter);
      default -> letter(tree).flatMap(sensing::lettered).isPresent();
    };
  }

  /// `l` of `l` and of `l+1`, if nothing binds it.
  private static Optional<String> openLetter(List<String> tokens) {
    return tokens.size() == 1 && tokens.getFirst().matches("[a-zA-Z]([+-][0-9]+)?")
        ? Optional.of(tokens.getFirst().substring(0, 1))
        : Optional.empty();
  }

  /// A letter for a size is bound to it.
  private Optional<String> open(String token) {
    return openLetter(List.of(sized(token)));
  }

  /// Whether what stands above is a letter for layers, and no power.
  private boolean isIndex(String letters, Notated value) {
    return sensing.scene.lexicon().isIndexed(letters)
        && !(sensing.of(value) instanceof Grid)
        && !sensing.is(Convention.POWERS);
  }

  /// By its parts as they are written, else with letters for sizes as numbers: `a^L`.
  private Found find(String letters, List<String> subs, List<String> labels) {
    Found found = inPlace(letters, labels, written(letters, subs, labels));
    List<String> below = subs.stream().map(this::sized).toList();
    List<String> above = labels.stream().map(this::sized).toList();
    return found.isFound() || below.equals(subs) && above.equals(labels)
        ? found
        : written(letters, below, above);
  }

  /// Numbers of index letters run beyond the entries of `h_j^{(3)}`, but not into other layers.
  private Found inPlace(String letters, List<String> labels, Found found) {
    boolean astray =
        found.loosely()
            && !sensing.letters.isEmpty()
            && sensing.scene.lexicon().hasLayer(letters, labels);
    return astray ? new Found(Optional.empty(), 0, 0, false, found.entity()) : found;
  }

  String sized(String token) {
    return sensing.lettered(token).map(String::valueOf).orElse(token);
  }

  private Found written(String letters, List<String> subs, List<String> labels) {
    boolean counted = labels.size() == 1 && labels.getFirst().matches("[0-9]{1,6}");
    return counted && isLayered(letters) && sensing.is(Convention.LAYERS_SHIFTED)
        ? asLabelled(
            letters, subs, List.of(String.valueOf(Integer.parseInt(labels.getFirst()) + 1)))
        : asLabelled(letters, subs, labels);
  }

  /// Whether parameters with these letters have labels.
  private boolean isLayered(String letters) {
    return sensing.scene.parameters().stream()
        .anyMatch(whole ->
            !whole.labels().isEmpty() && Lexicon.parts(whole.name()).getFirst().equals(letters));
  }

  private Found asLabelled(String letters, List<String> subs, List<String> labels) {
    boolean pair = subs.size() == 2 || (subs.size() == 1 && subs.getFirst().matches("[0-9]{2}"));
    if (pair) {
      Found straight = sensing.scene.lexicon().find(letters, subs, labels);
      boolean matrix = straight.entity().or(straight::near).filter(e -> e.axes() == 2).isPresent();
      boolean turned =
          straight
              .entity()
              .or(straight::near)
              .filter(e -> sensing.scene.parameters().contains(e.whole()))
              .isPresent();
      if (matrix
          && (sensing.is(Convention.INDICES_SWAPPED)
              || turned && sensing.is(Convention.WEIGHTS_TRANSPOSED))) {
        List<String> reversed =
            subs.size() == 2
                ? subs.reversed()
                : List.of(new StringBuilder(subs.getFirst()).reverse().toString());
        return sensing.scene.lexicon().find(letters, reversed, labels);
      }
      return straight;
    }
    return sensing.scene.lexicon().find(letters, subs, labels);
  }

  private Sense meaning(Symbol symbol, Written written, State state) {
    boolean bare = written.subs().isEmpty() && written.labels().isEmpty();
    if (bare && sensing.letters.containsKey(written.letters())) {
      return Sense.scalar(Expr.Number.of(sensing.letters.get(written.letters())));
    }
    Found found = find(written.letters(), written.subs(), written.labels());
    Optional<Grid> own = sensing.own.named(written, sensing);
    if (own.isPresent() && (!found.isFound() || found.loosely())) {
      return stated(own.get(), state);
    }
    if (found.isFound()) {
      Grid grid = grid(found);
      return stated(isTurned(found) ? grid.transposed() : grid, state);
    }
    return numbered(written)
        .or(() -> ownEntry(symbol, written))
        .or(() -> constant(written))
        .or(() -> loss(written))
        .orElseGet(() -> unknown(symbol, written, found));
  }

  private boolean isTurned(Found found) {
    return found
            .entity()
            .filter(e -> e.axes() == 2 && sensing.scene.parameters().contains(e.whole()))
            .isPresent()
        && found.row() == 0
        && sensing.is(Convention.WEIGHTS_TRANSPOSED);
  }

  /// `w^{(1)}` where w has no labels: after the first step; `w^{(0)}` before it.
  private Optional<Sense> numbered(Written written) {
    if (written.labels().size() != 1) {
      return Optional.empty();
    }
    String label = written.labels().getFirst();
    Found bare = find(written.letters(), written.subs(), List.of());
    boolean after = label.equals("1") || label.equals("t+1") || label.equals("k+1");
    boolean before = label.equals("0") || label.equals("t") || label.equals("k");
    boolean labelled = bare.entity().filter(e -> !e.labels().isEmpty()).isPresent();
    boolean layer = sensing.scene.lexicon().hasLayer(written.letters(), written.labels());
    if (!bare.isFound() || labelled || layer || !(after || before)) {
      return Optional.empty();
    }
    boolean input =
        bare.entity()
            .filter(e -> sensing.scene.graph().definition(e.whole()).isEmpty())
            .isPresent();
    return Optional.of(
        stated(grid(bare), after && sensing.scene.moved() && input ? State.NEW : State.OLD));
  }

  /// An entry of a name of the answer's own.
  private Optional<Sense> ownEntry(Symbol symbol, Written written) {
    if (written.subs().isEmpty()) {
      return Optional.empty();
    }
    Written whole = new Written(written.letters(), List.of(), written.labels());
    List<String> open = written.subs().stream().flatMap(sub -> open(sub).stream()).toList();
    return sensing
        .own
        .named(whole, sensing)
        .filter(grid -> !grid.isScalar())
        .map(grid -> {
          if (!open.isEmpty()) {
            sensing.free.addAll(open);
            return Sensing.nothing(Cause.FREE_LETTER, symbol.span(), String.join(", ", open));
          }
          return entry(grid, written.subs(), symbol);
        });
  }

  private static Sense entry(Grid grid, List<String> subs, Symbol symbol) {
    boolean numbers = subs.size() <= 2 && subs.stream().allMatch(sub -> sub.matches("[0-9]{1,6}"));
    if (!numbers) {
      return Sensing.nothing(Cause.UNKNOWN_NAME, symbol.span(), symbol.letters());
    }
    List<Integer> at = subs.stream().map(Integer::valueOf).toList();
    boolean lying = grid.rows() == 1 && at.size() == 1;
    int row = lying ? 1 : at.getFirst();
    int column = lying ? at.getFirst() : at.size() > 1 ? at.get(1) : 1;
    return row >= 1 && column >= 1 && row <= grid.rows() && column <= grid.columns()
        ? Sense.scalar(grid.at(row - 1, column - 1))
        : Sensing.nothing(Cause.NO_SUCH_ENTRY, symbol.span(), grid.size());
  }

  /// `E_{total}` and `L_{MSE}` where the loss has no such part.
  private Optional<Sense> loss(Written written) {
    boolean word =
        written.labels().isEmpty()
            && !written.subs().isEmpty()
            && written.subs().stream().allMatch(sub -> sub.matches("[A-Za-z]{2,}"));
    Found bare = find(written.letters(), List.of(), List.of());
    boolean loss =
        word && bare.entity().map(Entity::whole).equals(sensing.scene.loss()) && bare.isFound();
    sensing.guessed |= loss;
    return loss ? Optional.of(grid(bare)) : Optional.empty();
  }

  private boolean isRate(String letters) {
    return RATES.contains(letters.toLowerCase(Locale.ROOT))
        || sensing.scene.rate().name().key().equals(letters);
  }

  private Optional<Sense> constant(Written written) {
    String letters = written.letters();
    Optional<Integer> size = sensing.size(written);
    if (size.isPresent()) {
      return Optional.of(Sense.scalar(Expr.Number.of(size.get())));
    }
    if (written.subs().isEmpty() && written.labels().isEmpty()) {
      if (sensing.lettered(letters).isPresent()) {
        return Optional.of(Sense.scalar(Expr.Number.of(sensing.lettered(letters).get())));
      }
      if (sensing.scene.moved() && isRate(letters)) {
        return Optional.of(Sense.scalar(new Ref(sensing.scene.rate())));
      }
    }
    if (letters.equals("delta") && written.subs().size() == 2 && written.labels().isEmpty()) {
      return written.subs().stream().allMatch(sub -> sub.matches("[0-9]+"))
          ? Optional.of(
              Sense.scalar(
                  written.subs().get(0).equals(written.subs().get(1))
                      ? Formulas.ONE
                      : Formulas.ZERO))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// `p_y`, `p_{y+1}`: the entry that a class label chooses.
  private Optional<Sense> chosen(Written written, Found found) {
    Optional<Entity> vector =
        found.near().filter(near -> near.axes() == 1 && near.labels().equals(written.labels()));
    if (vector.isEmpty() || written.subs().size() != 1) {
      return Optional.empty();
    }
    int offset = offset(written.subs().getFirst());
    Optional<Quantity> label = label(written.subs().getFirst());
    if (label.isEmpty()) {
      return Optional.empty();
    }
    Expr at = new Ref(label.get());
    List<Expr.Branch> branches = new ArrayList<>();
    for (int i = 1; i <= vector.get().rows(); i++) {
      branches.add(
          new Expr.Branch(
              new Ref(vector.get().entry(i, 1)),
              Condition.of(at, Condition.Relation.EQUAL, Expr.Number.of(i - offset))));
    }
    return Optional.of(Sense.scalar(new Expr.Cases(branches)));
  }

  /// `e_y`: 1 where the class label stands, else 0.
  private Optional<Sense> unit(Written written) {
    boolean unit = written.letters().equals("e") && written.subs().size() == 1;
    return unit
        ? label(written.subs().getFirst())
            .filter(label -> sensing.scene.classes().containsKey(label))
            .map(label ->
                Sense.column(
                    IntStream.rangeClosed(1, sensing.scene.classes().getOrDefault(label, 1))
                        .mapToObj(i -> indicator(label, i - offset(written.subs().getFirst())))
                        .toList()))
        : Optional.empty();
  }

  private static Expr indicator(Quantity label, int number) {
    return new Expr.Cases(
        List.of(
            new Expr.Branch(
                Formulas.ONE,
                Condition.of(new Ref(label), Condition.Relation.EQUAL, Expr.Number.of(number))),
            new Expr.Branch(Formulas.ZERO, Condition.OTHERWISE)));
  }

  private static int offset(String sub) {
    return sub.endsWith("+1") ? 1 : sub.endsWith("-1") ? -1 : 0;
  }

  private Optional<Quantity> label(String sub) {
    String bare = offset(sub) == 0 ? sub : sub.substring(0, sub.length() - 2);
    Found label = sensing.scene.lexicon().find(bare, List.of(), List.of());
    return label.entity().filter(e -> e.isScalar() && !label.loosely()).map(Entity::whole);
  }

  private Sense unknown(Symbol symbol, Written written, Found found) {
    Optional<Sense> chosen = chosen(written, found).or(() -> unit(written));
    if (chosen.isPresent()) {
      return chosen.get();
    }
    List<String> labels = written.labels().stream().map(this::sized).toList();
    List<String> parts = new ArrayList<>(written.subs().stream().map(this::sized).toList());
    parts.addAll(labels);
    List<String> open = parts.stream().flatMap(part -> openLetter(List.of(part)).stream()).toList();
    if (sensing.scene.lexicon().isIndexed(written.letters()) && !open.isEmpty()) {
      sensing.free.addAll(open);
      return Sensing.nothing(Cause.FREE_LETTER, symbol.span(), String.join(", ", open));
    }
    if (written.letters().equals("delta") && written.subs().size() == 2 && !open.isEmpty()) {
      sensing.free.addAll(open);
      return Sensing.nothing(Cause.FREE_LETTER, symbol.span(), String.join(", ", open));
    }
    boolean entry =
        found.near().filter(near -> near.labels().equals(labels)).isPresent()
            && found.near().filter(near -> near.axes() > 0).isPresent();
    boolean numbered = parts.stream().allMatch(part -> part.matches("[0-9]+"));
    if (entry && numbered) {
      Entity near = found.near().orElseThrow();
      return Sensing.nothing(
          Cause.NO_SUCH_ENTRY, symbol.span(), near.rows() + "x" + near.columns());
    }
    return Sensing.nothing(
        found.isKnown() && !parts.isEmpty() && parts.stream().allMatch(p -> p.matches("[0-9]+"))
            ? Cause.NO_SUCH_LABEL
            : Cause.UNKNOWN_NAME,
        symbol.span(),
        written.letters());
  }

  private Grid grid(Found found) {
    Entity entity = found.entity().orElseThrow();
    if (found.row() > 0 && found.column() == 0) {
      sensing.guessed = true;
      List<Expr> row = new ArrayList<>();
      for (int column = 1; column <= entity.columns(); column++) {
        row.add(new Ref(entity.entry(found.row(), column)));
      }
      return Sense.column(row);
    }
    if (found.row() > 0) {
      return Sense.scalar(new Ref(entity.entry(found.row(), found.column())));
    }
    return entity.grid();
  }

  private Grid stated(Grid grid, State state) {
    boolean renewed =
        state == State.NEW
            || (state == State.ANY && sensing.scene.moved() && sensing.is(Convention.NEW_STATE));
    return renewed ? grid.map(Spelled::updated) : grid;
  }

  static Expr updated(Expr expr) {
    return expr instanceof Ref(Quantity quantity)
        ? new Ref(new Updated(quantity))
        : Formulas.mapChildren(expr, Spelled::updated);
  }

  // ---- what stands above ------------------------------------------------------------------------

  Sense raised(Sense value, List<Superscript> above, boolean isName) {
    Sense result = value;
    for (Superscript script : above) {
      result = result.then(grid -> raised(grid, script));
    }
    return result;
  }

  private Sense raised(Grid grid, Superscript script) {
    return switch (script) {
      case Superscript.Transposition _ -> grid.transposed();
      case Superscript.Primes(int count) -> count == 1 ? grid.transposed() : grid;
      case Superscript.Label(List<Notated> values) ->
          values.size() == 1
              ? raised(grid, new Superscript.Raised(values.getFirst()))
              : Sensing.nothing(Cause.UNSUPPORTED, values.getFirst().span(), "this superscript");
      case Superscript.Raised(Mark mark) -> raised(grid, mark);
      case Superscript.Raised(Notated exponent) ->
          sensing
              .of(exponent)
              .then(power ->
                  power.isScalar() && (grid.isVector() || !isInverse(power))
                      ? grid.map(entry -> new Power(entry, power.scalar()))
                      : Sensing.nothing(Cause.UNSUPPORTED, exponent.span(), "this power"));
    };
  }

  /// `z^+` is a ReLU; the ring of `v^{⊙2}` says that the power goes entry by entry, as it does.
  private static Sense raised(Grid grid, Mark mark) {
    return switch (mark.sign()) {
      case "+" -> grid.map(entry -> Formulas.call("relu", entry));
      case "⊙", "∘" -> grid;
      default -> Sensing.nothing(Cause.UNSUPPORTED, mark.span(), mark.sign());
    };
  }

  private static boolean isInverse(Grid power) {
    return Formulas.isNumber(power.scalar(), gradus.expr.Rational.MINUS_ONE);
  }

  // ---- parts ------------------------------------------------------------------------------------

  /// A tree that is nothing but a name.
  Optional<Written> written(Notated tree) {
    return switch (tree) {
      case Symbol symbol ->
          Optional.of(
              new Written(
                  symbol.letters() + String.join("", symbol.marks()), List.of(), List.of()));
      case Letters(String letters, _) -> Optional.of(new Written(letters, List.of(), List.of()));
      case Scripted(Notated base, List<Notated> below, List<Superscript> above, _) -> {
        List<String> subs = below.stream().flatMap(sub -> tokens(sub).stream()).toList();
        List<String> labels = new ArrayList<>();
        for (Superscript script : above) {
          switch (script) {
            case Superscript.Label(List<Notated> values) ->
                values.forEach(value -> labels.addAll(tokens(value)));
            case Superscript.Raised(Notated value) -> labels.addAll(tokens(value));
            case Superscript.Primes _, Superscript.Transposition _ -> {
              yield Optional.empty();
            }
          }
        }
        yield written(base)
            .filter(name -> name.subs().isEmpty() && name.labels().isEmpty())
            .map(name -> new Written(name.letters(), subs, labels));
      }
      default -> Optional.empty();
    };
  }

  /// A subscript or label as text, index letters replaced by their numbers.
  List<String> tokens(Notated tree) {
    return switch (tree) {
      case Notated.Number(String digits, _) -> List.of(digits);
      case Symbol symbol -> List.of(token(symbol.letters()));
      case Letters(String letters, _) -> lettered(letters);
      case Notated.Group group when group.fence() != Notated.Fence.BAR ->
          group.items().stream().flatMap(item -> tokens(item).stream()).toList();
      case Mark(String sign, _) -> List.of(sign);
      case Notated.Product product ->
          product.factors().stream().flatMap(factor -> tokens(factor.value()).stream()).toList();
      default ->
          sensing
              .integer(tree)
              .map(number -> List.of(String.valueOf(number)))
              .orElse(List.of(openSum(tree)));
    };
  }

  private static String openSum(Notated tree) {
    if (tree instanceof Notated.Sum sum
        && sum.terms().size() == 2
        && sum.terms().get(0).value() instanceof Symbol letter
        && sum.terms().get(1).value() instanceof Notated.Number number) {
      return letter.letters()
          + (sum.terms().get(1).sign() == Notated.Sign.MINUS ? "-" : "+")
          + number.digits();
    }
    return "?";
  }

  private List<String> lettered(String letters) {
    List<String> each = List.of(letters.split(""));
    boolean indices = each.stream().anyMatch(sensing.letters::containsKey);
    boolean open = letters.length() == 2 && letters.matches("[i-n][i-n]");
    return indices || open ? each.stream().map(this::token).toList() : List.of(letters);
  }

  private String token(String text) {
    Integer number = sensing.letters.get(text);
    return number == null ? text : String.valueOf(number);
  }

  static Optional<String> letter(Notated tree) {
    return tree instanceof Symbol symbol && symbol.letters().length() == 1
        ? Optional.of(symbol.letters())
        : tree instanceof Letters(String letters, _) && letters.length() == 1
            ? Optional.of(letters)
            : Optional.empty();
  }
}
