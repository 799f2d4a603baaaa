package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Scope.Meaning;
import java.util.List;
import java.util.Optional;

/// Names, with labels and entries.
final class NameResolution {
  private final Scope scope;
  private final Resolution resolution;
  private final IndexResolution indices;
  private final EntryResolution entries;

  NameResolution(
      Scope scope, Resolution resolution, IndexResolution indices, EntryResolution entries) {
    this.scope = scope;
    this.resolution = resolution;
    this.indices = indices;
    this.entries = entries;
  }

  Expr formula(Written.Name typed) {
    if (indices.all(typed.labels()).isEmpty()) {
      return Formulas.ZERO;
    }
    Written.Name name = opened(typed);
    Optional<Quantity> entry = ownEntry(name);
    if (entry.isPresent()) {
      return new Ref(entry.get());
    }
    Optional<Meaning> meaning = meaning(name);
    if (meaning.isEmpty()) {
      return unknown(name, name.text());
    }
    return switch (meaning.get()) {
      case Meaning.Named(Quantity quantity) when name.entries().isEmpty() -> new Ref(quantity);
      case Meaning.Named(Quantity quantity) ->
          entries.formula(Part.of(new Ref(quantity), name.span()), name.entries(), name.span());
      case Meaning.Faulty(Quantity quantity) -> {
        resolution.failures().remember(name.span());
        yield new Ref(quantity);
      }
      case Meaning.Whole(Index value) when name.entries().isEmpty() -> new Expr.Whole(value);
      case Meaning.Whole(Index value) ->
          entries.formula(Part.of(new Expr.Whole(value), name.span()), name.entries(), name.span());
      case Meaning.Callable _, Meaning.Abbreviation _ ->
          resolution.fault(
              Fault.IS_A_FUNCTION
                  .at(resolution.source(), name.span(), name.text())
                  .suggesting(name.text() + "(…)"));
    };
  }

  /// `x_1` and `p_y` as entries, where nothing has that name but x is a vector.
  private Written.Name opened(Written.Name name) {
    int cut = name.text().lastIndexOf('_');
    boolean whole = cut < 1 || !name.labels().isEmpty() || !name.entries().isEmpty();
    if (whole || meaning(name).isPresent()) {
      return name;
    }
    int start = name.span().start();
    Written.Name base =
        new Written.Name(
            name.text().substring(0, cut), List.of(), List.of(), new Span(start, start + cut));
    Written index = subscript(name, cut + 1, name.text().length());
    Written.Name opened = new Written.Name(base.text(), List.of(), List.of(index), name.span());
    boolean entry = ownEntry(opened).isPresent() || isIndexOf(shape(base), name, cut + 1, index);
    return entry ? opened : name;
  }

  private Optional<Shape> shape(Written.Name name) {
    return meaning(name)
        .filter(Meaning.Named.class::isInstance)
        .map(meaning -> ((Meaning.Named) meaning).quantity().shape())
        .filter(shape -> !shape.isScalar());
  }

  /// A number, a letter or a class label; of a matrix two run together, so that it can be said how
  /// they are written.
  private boolean isIndexOf(Optional<Shape> shape, Written.Name name, int from, Written index) {
    boolean pair =
        shape.filter(s -> s.axes().size() == 2).isPresent() && name.text().length() - from == 2;
    return shape.isPresent()
        && (isIndex(index)
            || pair
                && isIndex(subscript(name, from, from + 1))
                && isIndex(subscript(name, from + 1, from + 2)));
  }

  private boolean isIndex(Written index) {
    return index instanceof Written.Number
        || index instanceof Written.Name letter
            && (meaning(letter).isPresent() || indices.isFree(letter));
  }

  private static Written subscript(Written.Name name, int from, int to) {
    int start = name.span().start();
    return Indices.subscript(name.text().substring(from, to), new Span(start + from, start + to));
  }

  /// An entry that is a quantity of its own in this scope.
  private Optional<Quantity> ownEntry(Written.Name name) {
    return name.entries().isEmpty()
        ? Optional.empty()
        : indices
            .known(name.labels())
            .flatMap(labels ->
                entries
                    .known(name.entries())
                    .flatMap(at ->
                        scope.meaning(
                            new Quantity(Name.of(name.text()), labels, at, Shape.SCALAR))))
            .filter(Meaning.Named.class::isInstance)
            .map(meaning -> ((Meaning.Named) meaning).quantity())
            .filter(quantity -> quantity.isEntry() && quantity.shape().isScalar());
  }

  boolean isFunction(Written.Name name) {
    return meaning(name).filter(Meaning::isFunction).isPresent();
  }

  /// Whether a name, perhaps with entries, is a quantity's.
  boolean isQuantity(Written.Name typed) {
    Written.Name name = opened(typed);
    return ownEntry(name).isPresent()
        || meaning(name)
            .filter(
                meaning -> meaning instanceof Meaning.Named || meaning instanceof Meaning.Faulty)
            .isPresent();
  }

  boolean isKnown(Written.Name typed) {
    Written.Name name = opened(typed);
    return ownEntry(name).isPresent() || meaning(name).isPresent();
  }

  /// `T` as an exponent, where nothing is called T.
  boolean isTransposeSign(Written.Name exponent) {
    return isUnknown(exponent, "T");
  }

  /// `e` as a base, where nothing is called e.
  boolean isEulersNumber(Written.Name base) {
    return isUnknown(base, "e");
  }

  private boolean isUnknown(Written.Name name, String text) {
    return name.text().equals(text)
        && name.labels().isEmpty()
        && name.entries().isEmpty()
        && meaning(name).isEmpty();
  }

  private Optional<Meaning> meaning(Written.Name name) {
    return indices
        .known(name.labels())
        .flatMap(labels -> scope.meaning(Quantity.of(Name.of(name.text()), labels)));
  }

  Expr unknown(Written.Name name, String text) {
    Optional<Diagnostic> outside = outside(name);
    if (outside.isPresent()) {
      return resolution.fault(outside.get());
    }
    String labels = labels(name);
    Optional<String> meant =
        Nearest.to(Name.of(text), scope.names()).filter(near -> !near.equals(text));
    return resolution.fault(
        Fault.UNKNOWN_NAME
            .at(resolution.source(), name.span(), text + labels)
            .suggesting(number(text + labels).or(() -> meant.map(near -> near + labels))));
  }

  /// Of a name with labels that others of that name have not.
  private Optional<Diagnostic> outside(Written.Name name) {
    return indices
        .known(name.labels())
        .filter(labels -> !labels.isEmpty())
        .flatMap(labels ->
            scope.outside(
                Quantity.of(Name.of(name.text()), labels), resolution.source(), name.span()));
  }

  /// Whether something is called that, though perhaps with other labels.
  boolean isOfKnownName(Written.Name name) {
    return isKnown(name) || outside(name).isPresent();
  }

  boolean isNearToOne(Written.Name name) {
    return Nearest.to(Name.of(name.text()), scope.names()).isPresent();
  }

  /// A number with a name of its own is typed as a number.
  private static Optional<String> number(String name) {
    return name.equals("pi") || name.equals("π")
        ? Optional.of(String.valueOf(Math.PI))
        : Optional.empty();
  }

  /// `[1]` as typed.
  private String labels(Written.Name name) {
    String typed = resolution.text(name.span());
    return name.labels().isEmpty() ? "" : typed.substring(typed.indexOf('['));
  }
}
