package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Scope.Meaning;
import java.util.List;
import java.util.Optional;

/// Names, with labels, alone or two of them in a partial derivative.
final class NameResolution {
  private final Scope scope;
  private final Resolution resolution;

  NameResolution(Scope scope, Resolution resolution) {
    this.scope = scope;
    this.resolution = resolution;
  }

  Expr formula(Written.Name name) {
    if (!name.entries().isEmpty()) {
      return resolution.unsupported("an entry of a vector or matrix", name.span());
    }
    if (!hasNumberLabels(name)) {
      return resolution.unsupported("a label other than a whole number", name.span());
    }
    Optional<Meaning> meaning = meaning(name);
    if (meaning.isEmpty()) {
      return unknown(name, name.text());
    }
    return switch (meaning.get()) {
      case Meaning.Named(Quantity quantity) -> new Ref(quantity);
      case Meaning.Whole(Index value) -> new Expr.Whole(value);
      case Meaning.Callable _, Meaning.Abbreviation _ ->
          resolution.fault(
              Fault.IS_A_FUNCTION
                  .at(resolution.source(), name.span(), name.text())
                  .suggesting(name.text() + "(…)"));
    };
  }

  boolean isFunction(Written.Name name) {
    return meaning(name).filter(Meaning::isFunction).isPresent();
  }

  /// `T` as an exponent, where nothing is called T.
  boolean isTransposeSign(Written.Name exponent) {
    return exponent.text().equals("T")
        && exponent.labels().isEmpty()
        && meaning(exponent).isEmpty();
  }

  /// `e` as a base, where nothing is called e.
  boolean isEulersNumber(Written.Name base) {
    return base.text().equals("e")
        && base.labels().isEmpty()
        && base.entries().isEmpty()
        && meaning(base).isEmpty();
  }

  private Optional<Meaning> meaning(Written.Name name) {
    List<Index> labels =
        name.labels().stream().flatMap(label -> wholeNumber(label).stream()).toList();
    return scope.meaning(Quantity.of(Name.of(name.text()), labels));
  }

  private static boolean hasNumberLabels(Written.Name name) {
    return name.labels().stream().allMatch(label -> wholeNumber(label).isPresent());
  }

  private static Optional<Index> wholeNumber(Written label) {
    return Indices.of(label).filter(index -> index.constant().isPresent());
  }

  private Expr unknown(Written.Name name, String text) {
    String labels = labels(name);
    Optional<String> meant =
        Nearest.to(Name.of(text), scope.names()).filter(near -> !near.equals(text));
    return resolution.fault(
        Fault.UNKNOWN_NAME
            .at(resolution.source(), name.span(), text + labels)
            .suggesting(number(text + labels).or(() -> meant.map(near -> near + labels))));
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

  /// Whether `dL` beside `dw` is read as a partial: neither is a name, but what follows the d of
  /// one of them is. The other is a misspelling then.
  boolean isPartial(Written.Name top, Written.Name bottom) {
    return isDifferential(top)
        && isDifferential(bottom)
        && !isQuantity(top)
        && !isQuantity(bottom)
        && (isQuantity(withoutD(top)) || isQuantity(withoutD(bottom)));
  }

  static boolean isDifferential(Written.Name name) {
    String text = name.text();
    boolean d = text.startsWith("d") || text.startsWith("∂");
    return d && text.length() > 1 && Character.isLetter(text.codePointAt(1));
  }

  private boolean isQuantity(Written.Name name) {
    return meaning(name).filter(Meaning.Named.class::isInstance).isPresent();
  }

  static Written.Name withoutD(Written.Name name) {
    Span span = new Span(name.span().start() + 1, name.span().end());
    return new Written.Name(name.text().substring(1), name.labels(), name.entries(), span);
  }

  Expr partial(Written.Name top, Written.Name bottom) {
    Expr of = ofPartial(top);
    Expr by = ofPartial(bottom);
    return of instanceof Ref(Quantity quantity) && by instanceof Ref(Quantity variable)
        ? new Ref(Partial.total(quantity, variable))
        : of;
  }

  /// A misspelt `delta` in `delta/dw` is named whole, a misspelt `Lss` in `dLss/dw` without its d.
  private Expr ofPartial(Written.Name differential) {
    Written.Name name = withoutD(differential);
    boolean known = !name.entries().isEmpty() || meaning(name).isPresent();
    boolean whole = !known && Nearest.to(Name.of(differential.text()), scope.names()).isPresent();
    return whole ? unknown(differential, differential.text()) : formula(name);
  }
}
