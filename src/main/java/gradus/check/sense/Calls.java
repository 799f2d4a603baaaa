package gradus.check.sense;

import gradus.check.sense.Own.Body;
import gradus.check.sense.Own.Written;
import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Span;
import gradus.syntax.Synonyms;
import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Application;
import gradus.syntax.answer.Notated.Scripted;
import gradus.syntax.answer.Notated.Superscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Functions at their arguments, entry by entry, and what takes vectors as a whole.
final class Calls {
  private final Sensing sensing;
  private final Applying applying;

  Calls(Sensing sensing) {
    this.sensing = sensing;
    applying = new Applying(sensing);
  }

  static Expr absolute(Expr expr) {
    return Formulas.call("abs", expr);
  }

  /// @param primes how often it is differentiated
  private record Head(Optional<Written> name, int primes, List<Superscript> powers) {}

  Sense of(Application application) {
    Changes changes = new Changes(sensing);
    if (changes.isChange(application)) {
      return changes.of(application);
    }
    Head head = head(application.function());
    if (head.name.isEmpty()) {
      return product(application);
    }
    Written name = head.name.get();
    Optional<Sense> quantity = quantity(application, name, head);
    if (quantity.isPresent()) {
      return quantity.get();
    }
    if (isIndicator(application, name)) {
      return new Branching(sensing).indicator(application.arguments());
    }
    boolean value =
        !application.certain()
            && function(name).isEmpty()
            && (sensing.of(application.function()) instanceof Grid
                || isElsewhere(name)
                || isEntry(application, name));
    return value
        ? isLoss(application) ? sensing.of(application.function()) : product(application)
        : called(application, name, head);
  }

  /// `L_{CE}(w)`: the loss with a word below.
  private boolean isLoss(Application application) {
    return sensing.of(application.function()) instanceof Grid grid
        && grid.isScalar()
        && grid.scalar() instanceof Expr.Ref(Quantity quantity)
        && sensing.scene.loss().filter(quantity::equals).isPresent();
  }

  /// An entry of the network's that index letters stand for, if not here: `Y_{nk}(1 - p)`.
  private boolean isEntry(Application application, Written name) {
    return sensing.of(application.function()) instanceof Sense.Nothing(Cause cause, _, _)
        && (cause == Cause.FREE_LETTER || cause == Cause.NO_SUCH_ENTRY)
        && sensing.scene.lexicon().isIndexed(name.letters());
  }

  private static boolean isIndicator(Application application, Written name) {
    return (name.letters().equals("1") || name.letters().equals("I"))
        && application.arguments().stream().allMatch(Notated.Comparison.class::isInstance);
  }

  private Head head(Notated function) {
    int primes = 0;
    List<Superscript> powers = new ArrayList<>();
    if (function
        instanceof
        Scripted(Notated base, List<Notated> below, List<Superscript> above, Span span)) {
      List<Superscript> labels = new ArrayList<>();
      for (Superscript script : above) {
        switch (script) {
          case Superscript.Primes(int count) -> primes += count;
          case Superscript.Label _ -> labels.add(script);
          case Superscript.Raised _ -> powers.add(script);
          case Superscript.Transposition _ -> powers.add(script);
        }
      }
      Notated bare =
          below.isEmpty() && labels.isEmpty() ? base : new Scripted(base, below, labels, span);
      return new Head(new NameParts(sensing).written(bare), primes, powers);
    }
    return new Head(new NameParts(sensing).written(function), primes, powers);
  }

  /// `J(w)` is J, `w(x + 1)` a product; empty where it is a function.
  private Optional<Sense> quantity(Application application, Written name, Head head) {
    Lexicon.Found found = sensing.scene.lexicon().find(name.letters(), name.subs(), name.labels());
    boolean isName = found.isFound() && !found.loosely() || sensing.own.isNamed(name);
    if (!isName || function(name).isPresent() && application.certain() || head.primes > 0) {
      return Optional.empty();
    }
    return Optional.of(
        isValue(application, name) || application.arguments().size() > 1
            ? sensing.of(application.function())
            : product(application));
  }

  /// `J(w)`, `h(x)`: a quantity with what it depends on.
  private boolean isValue(Application application, Written name) {
    Lexicon.Found found = sensing.scene.lexicon().find(name.letters(), name.subs(), name.labels());
    boolean simple =
        application.arguments().stream()
            .allMatch(argument ->
                argument instanceof Notated.Mark
                    || argument instanceof Notated.Comparison
                    || new NameParts(sensing).written(argument).isPresent());
    Optional<Quantity> whole = found.entity().map(Lexicon.Entity::whole);
    boolean isLoss = whole.isPresent() && sensing.scene.loss().equals(whole);
    return isLoss || simple && whole.filter(this::isDefined).isPresent();
  }

  private boolean isDefined(Quantity quantity) {
    return sensing.scene.graph().definition(quantity).isPresent()
        || sensing.scene.graph().definitions().stream()
            .anyMatch(d ->
                d.symbol() instanceof Quantity q
                    && q.name().equals(quantity.name())
                    && q.labels().equals(quantity.labels()));
  }

  private Sense product(Application application) {
    if (application.arguments().size() != 1) {
      return Sensing.nothing(Cause.UNSUPPORTED, application.span(), "this call");
    }
    Notated argument = application.arguments().getFirst();
    return sensing.of(
        new Notated.Product(
            List.of(
                new Notated.Factor(Notated.Operator.SIDE_BY_SIDE, application.function()),
                new Notated.Factor(Notated.Operator.SIDE_BY_SIDE, argument)),
            application.span()));
  }

  // ---- functions --------------------------------------------------------------------------------

  private Optional<Body> function(Written name) {
    Optional<Body> own = sensing.own.function(name);
    return own.or(() -> declared(name).map(Body.Named::new));
  }

  /// `g_0`, `φ^{(1)}`, `g_{relu}`, `ReLU`.
  private Optional<Name> declared(Written name) {
    Naming naming = new Naming(sensing);
    String subs = String.join("", name.subs().stream().map(naming::sized).toList());
    String labels = String.join(",", name.labels().stream().map(naming::sized).toList());
    List<String> spellings = new ArrayList<>();
    if (!labels.isEmpty()) {
      spellings.add(name.letters() + "[" + labels + "]");
    }
    if (!subs.isEmpty()) {
      spellings.add(name.letters() + "_" + subs);
      spellings.add(name.letters() + subs);
      spellings.add(name.letters() + "[" + subs + "]");
      spellings.add(standard(subs));
    } else {
      spellings.add(name.letters());
      spellings.add(standard(name.letters()));
    }
    return spellings.stream()
        .map(Name::of)
        .filter(spelling -> sensing.scene.functions().named(spelling).isPresent())
        .findFirst();
  }

  /// Words in any case; `Σ` is no `σ`.
  private static String standard(String word) {
    if (word.equals("Sigma")) {
      return word;
    }
    return Synonyms.functionRead(word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
  }

  private Sense called(Application application, Written name, Head head) {
    List<Grid> arguments = new ArrayList<>();
    for (Notated argument : application.arguments()) {
      switch (sensing.of(argument)) {
        case Grid grid -> arguments.add(grid);
        case Sense.Nothing nothing -> {
          return nothing;
        }
      }
    }
    Sense value =
        Wholes.of(standard(name.letters()), axis(name, arguments), arguments, application.span())
            .filter(_ -> head.primes == 0 && sensing.own.function(name).isEmpty())
            .orElseGet(() ->
                function(name)
                    .map(body -> applying.of(body, arguments, head.primes, application))
                    .or(() -> applying.activation(arguments, head.primes))
                    .orElse(
                        Sensing.nothing(
                            isFamily(name) ? Cause.NO_SUCH_LABEL : Cause.UNKNOWN_FUNCTION,
                            application.function().span(),
                            name.letters())));
    return new Raising(sensing).of(value, head.powers);
  }

  /// Whether quantities have these letters, though not with these labels.
  private boolean isElsewhere(Written name) {
    return !isFamily(name) && sensing.scene.lexicon().has(name.letters());
  }

  /// Along the rows of a matrix, if nothing else is said.
  private List<String> axis(Written name, List<Grid> arguments) {
    boolean open =
        standard(name.letters()).equals("softmax")
            && name.subs().isEmpty()
            && arguments.size() == 1
            && !arguments.getFirst().isVector();
    return open
        ? List.of(sensing.is(Convention.SOFTMAX_OF_COLUMNS) ? "columns" : "rows")
        : name.subs();
  }

  /// Whether there are members with these letters, though perhaps not the one that is meant.
  private boolean isFamily(Written name) {
    String member = Name.of(name.letters()).key() + "[";
    return sensing.scene.functions().names().stream().anyMatch(n -> n.key().startsWith(member));
  }

  /// `softmax(z)_i`, `f(x)^2`, `w(x + 1)^2`.
  Sense scripted(Application application, List<Notated> below, List<Superscript> above) {
    Optional<Written> name = head(application.function()).name;
    boolean isProduct =
        !application.certain()
            && application.arguments().size() == 1
            && name.filter(written -> function(written).isEmpty()).isPresent()
            && sensing.of(application.function()) instanceof Grid;
    if (isProduct && !isValue(application, name.get())) {
      Notated argument = application.arguments().getFirst();
      Notated.Group brackets =
          new Notated.Group(Notated.Fence.ROUND, List.of(argument), argument.span());
      return sensing.of(
          new Notated.Product(
              List.of(
                  new Notated.Factor(Notated.Operator.SIDE_BY_SIDE, application.function()),
                  new Notated.Factor(
                      Notated.Operator.SIDE_BY_SIDE,
                      new Scripted(brackets, below, above, application.span()))),
              application.span()));
    }
    Sense value = of(application);
    Sense entry = below.isEmpty() ? value : new Spelled(sensing).entry(value, below, application);
    return new Raising(sensing).of(entry, above);
  }
}
