package gradus.network;

import gradus.expr.Index.Letter;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Entry;
import gradus.network.Lexicon.Kind;
import gradus.syntax.Fault;
import gradus.syntax.Indices;
import gradus.syntax.Span;
import gradus.syntax.Written;
import java.util.Optional;

/// What values are given for: quantities and derivatives, whole or an entry, and sizes.
final class Targets {
  private final Formulary formulary;
  private final Lexicon lexicon;
  private final Report report;
  private final Partials partials;

  Targets(Formulary formulary) {
    this.formulary = formulary;
    this.lexicon = formulary.lexicon();
    this.report = formulary.report();
    this.partials = new Partials(formulary);
  }

  sealed interface Target {
    record Size(Letter letter) implements Target {}

    /// @param negative whether the value has the other sign there, as behind `name Err = -dE/dI`
    record Value(Symbol symbol, boolean negative) implements Target {}
  }

  /// Empty if it is nothing that could have a value; that has been reported.
  Optional<Target> read(Written written) {
    Optional<Target> target =
        written instanceof Written.Name name
            ? name(name)
            : partials.read(written).map(partial -> new Target.Value(partial, false));
    return target.filter(read -> !isByMember(read, written.span()));
  }

  /// Of what nothing defines, by `z[L]` where z is one definition for all its members.
  private boolean isByMember(Target target, Span span) {
    if (!(target instanceof Target.Value(Partial(Quantity of, Quantity by, _), _))) {
      return false;
    }
    boolean isByMember =
        lexicon.is(of, Kind.DECLARED) && lexicon.entry(by).flatMap(Entry::family).isPresent();
    if (isByMember) {
      String name = Spelling.nameOf(by);
      report.accept(
          Fault.GIVEN_BY_MEMBER
              .at(report.source(), span, Spelling.of(Partial.total(of, by)))
              .suggesting(name + " = " + Spelling.of(by)));
    }
    return isByMember;
  }

  private Optional<Target> name(Written.Name name) {
    boolean isTyped = !name.entries().isEmpty() || lexicon.entry(Lexicon.quantity(name)).isEmpty();
    return isTyped && isEntry(name)
        ? formulary.symbol(name).map(symbol -> new Target.Value(symbol, false))
        : lexicon.known(name).flatMap(entry -> target(entry, name));
  }

  /// `W_{1,2}`, or `x_1` where only x is known.
  private boolean isEntry(Written.Name name) {
    int index = name.text().lastIndexOf('_');
    return !name.entries().isEmpty()
        || (index > 0
            && lexicon
                .entry(Quantity.of(name.text().substring(0, index)))
                .filter(entry -> entry.isQuantity() && !entry.quantity().shape().isScalar())
                .isPresent());
  }

  private Optional<Target> target(Entry entry, Written.Name name) {
    return switch (entry.kind()) {
      case DECLARED, DEFINED, RATE -> Optional.of(new Target.Value(entry.quantity(), false));
      case ALIAS ->
          lexicon
              .alias(entry.quantity())
              .map(alias -> new Target.Value(alias.partial(), alias.negative()));
      case SIZE ->
          Indices.of(name)
              .flatMap(index -> index.letters().stream().findFirst())
              .map(Target.Size::new);
      case FUNCTION -> {
        report.accept(
            Fault.NUMBER_FOR_FUNCTION
                .at(report.source(), name.span(), entry.quantity().name())
                .suggesting(name.text() + " = relu"));
        yield Optional.empty();
      }
    };
  }
}
