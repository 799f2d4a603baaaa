package gradus.network.read;

import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.network.Diagnostics;
import gradus.network.name.Kin;
import gradus.network.name.MemberLookup;
import gradus.network.name.SymbolTable;
import gradus.network.name.SymbolTable.Kind;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Nearest;
import gradus.syntax.source.Span;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads whole numbers in letters, where every letter must be a size or run through a family.
///
/// @param around the family around
record Axes(SymbolTable lexicon, Diagnostics report, Optional<Written.Family> around) {
  static Axes within(SymbolTable lexicon, Diagnostics report, Optional<Written.Family> family) {
    return new Axes(lexicon, report, family);
  }

  /// `n x d`
  Optional<Shape> shape(List<Written> written) {
    List<Index> axes = new ArrayList<>();
    for (Written axis : written) {
      size(axis).ifPresent(axes::add);
    }
    if (written.size() > Shape.MOST_AXES) {
      Span all = written.getFirst().span().to(written.getLast().span());
      report.add(all, Fault.UNSUPPORTED, "a shape of " + written.size() + " sizes");
      return Optional.empty();
    }
    return axes.size() == written.size() ? Optional.of(new Shape(axes)) : Optional.empty();
  }

  private Optional<Index> size(Written written) {
    Optional<Index> size = index(written);
    boolean isPositive = size.filter(Index::isNeverPositive).isEmpty();
    if (!isPositive) {
      report.add(written.span(), Fault.SIZE_NOT_POSITIVE, report.text(written.span()));
    }
    return size.filter(_ -> isPositive);
  }

  Optional<Index> index(Written written) {
    Optional<Index> index = Indices.of(written);
    if (index.isEmpty()) {
      report.add(written.span(), Fault.NOT_A_SIZE, report.text(written.span()));
      return index;
    }
    int faults = report.size();
    index.get().letters().forEach(letter -> check(letter, written));
    return report.size() > faults ? Optional.empty() : index;
  }

  /// The bounds of a range.
  Optional<Family> family(Written.Family written) {
    Optional<Index> from = index(written.from());
    Optional<Index> to = index(written.to());
    return from.isPresent() && to.isPresent() ? MemberLookup.family(written) : Optional.empty();
  }

  private void check(Letter letter, Written written) {
    Quantity name = Quantity.of(letter.name(), letter.labels());
    boolean runs =
        around.filter(range -> letter.equals(Letter.of(Name.of(range.letter())))).isPresent();
    if (!runs && !lexicon.is(name, Kind.SIZE)) {
      tellUnknown(name, written);
    } else if (!runs) {
      around
          .flatMap(MemberLookup::family)
          .flatMap(range -> outside(name, range))
          .ifPresent(missing -> tellUnknown(missing, written));
    }
  }

  /// The first or last of the sizes that the members of the family take, where it may not be there.
  private Optional<Quantity> outside(Quantity size, Family range) {
    return lexicon
        .whole(size)
        .flatMap(sizes ->
            sizes
                .value(size)
                .filter(label -> label.mentions(range.letter()))
                .flatMap(label -> beyond(label, range, sizes.family().orElseThrow()))
                .map(label -> sizes.member(label).quantity()));
  }

  private static Optional<Index> beyond(Index label, Family range, Family sizes) {
    Index atFrom = label.with(range.letter(), range.from());
    Index atTo = label.with(range.letter(), range.to());
    boolean rises = label.minus(label.with(range.letter(), range.index().plus(-1))).is(1);
    Index first = rises ? atFrom : atTo;
    Index last = rises ? atTo : atFrom;
    if (!MemberLookup.isNatural(first.minus(sizes.from()))) {
      return Optional.of(first);
    }
    return MemberLookup.isNatural(sizes.to().minus(last)) ? Optional.empty() : Optional.of(last);
  }

  private void tellUnknown(Quantity size, Written written) {
    Letter letter = new Letter(size.name(), size.labels());
    Diagnostic unknown = Fault.UNKNOWN_NAME.at(report.source(), written.span(), letter);
    report.accept(
        new Kin(lexicon)
            .outside(size, false, report.source(), written.span())
            .orElse(unknown.suggesting(Nearest.to(letter.name(), lexicon.names(Kind.SIZE)))));
  }
}
