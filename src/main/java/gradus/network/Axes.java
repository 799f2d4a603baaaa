package gradus.network;

import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Kind;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Indices;
import gradus.syntax.Nearest;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads whole numbers in letters, where every letter must be a size or run through a family.
///
/// @param running letters of the family around
record Axes(Lexicon lexicon, Report report, Set<Name> running) {
  static Axes within(Lexicon lexicon, Report report, Optional<Written.Family> family) {
    return new Axes(
        lexicon, report, family.map(range -> Set.of(Name.of(range.letter()))).orElse(Set.of()));
  }

  /// `n x d`
  Optional<Shape> shape(List<Written> written) {
    List<Index> axes = new ArrayList<>();
    for (Written axis : written) {
      size(axis).ifPresent(axes::add);
    }
    return axes.size() == written.size() ? Optional.of(new Shape(axes)) : Optional.empty();
  }

  private Optional<Index> size(Written written) {
    Optional<Index> size = index(written);
    boolean isPositive = size.filter(axis -> axis.constant().orElse(1) < 1).isEmpty();
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
    return from.isPresent() && to.isPresent() ? Members.family(written) : Optional.empty();
  }

  private void check(Letter letter, Written written) {
    Quantity name = Quantity.of(letter.name(), letter.labels());
    boolean runs = letter.labels().isEmpty() && running.contains(letter.name());
    if (!runs && !lexicon.is(name, Kind.SIZE)) {
      Diagnostic unknown = Fault.UNKNOWN_NAME.at(report.source(), written.span(), letter);
      report.accept(unknown.suggesting(Nearest.to(letter.name(), lexicon.names(Kind.SIZE))));
    }
  }
}
