package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Entry;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Operation.Slice;
import gradus.expr.Shape;
import gradus.syntax.print.PlainText;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entries, rows and columns: `W_{2,1}`, `x_i`, `W_{2,:}`, `W_{1..3,:}`, and `p_y`, the entry that
/// a class label chooses.
///
/// Indices count from 1 in formulas; those typed count from the origin of the scope.
final class EntryResolution {
  private final Resolution resolution;
  private final IndexResolution indices;
  private final IndexRanges ranges;
  private final int shift;

  EntryResolution(Resolution resolution, IndexResolution indices, IndexRanges ranges, int origin) {
    this.resolution = resolution;
    this.indices = indices;
    this.ranges = ranges;
    this.shift = 1 - origin;
  }

  /// @param whole what the entries are of
  Expr formula(ResolvedPart whole, List<Written> entries, Span span) {
    Shape shape = whole.shape();
    int axes = shape.axes().size();
    if (resolution.failures().within(whole.span())) {
      return Formulas.ZERO;
    }
    if (axes > 2) {
      return resolution.unsupported("an entry with " + axes + " indices", span);
    }
    boolean row = shape.isRow() && entries.size() == 1;
    if (entries.size() > 2 || entries.size() < axes && !row) {
      return wrongNumber(whole, entries, span);
    }
    List<Index> sizes = row ? List.of(shape.columns()) : List.of(shape.rows(), shape.columns());
    if (entries.stream().anyMatch(EntryResolution::isRange)) {
      return slice(whole, entries, sizes, row, span);
    }
    Written last = entries.getLast();
    if (resolution.isClassLabel(last)) {
      return chosen(whole, entries, sizes, row, span);
    }
    List<Index> at = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      index(entries.get(i), whole, sizes.get(i)).ifPresent(at::add);
    }
    return at.size() < entries.size() ? Formulas.ZERO : entry(whole.formula(), shape, at, row);
  }

  /// A column has entries in column 1, a scalar is its own only entry.
  private static Expr entry(Expr whole, Shape shape, List<Index> at, boolean row) {
    List<Index> all = row ? List.of(Index.ONE, at.getFirst()) : at;
    List<Index> inShape = all.subList(0, shape.axes().size());
    return inShape.isEmpty() ? whole : new Entry(whole, inShape);
  }

  private Expr wrongNumber(ResolvedPart whole, List<Written> entries, Span span) {
    int axes = whole.shape().axes().size();
    Diagnostic fault =
        Fault.NUMBER_OF_INDICES.at(
            resolution.source(),
            span,
            said(whole),
            ResolvedPart.said(whole.shape()),
            axes == 1 ? "1 index" : axes + " indices",
            entries.size());
    String typed = resolution.text(entries.getFirst().span());
    boolean runTogether = entries.size() == 1 && axes == 2 && typed.matches("\\w\\w");
    return resolution.fault(
        runTogether
            ? fault.suggesting(said(whole) + "_{" + typed.charAt(0) + "," + typed.charAt(1) + "}")
            : fault);
  }

  private static String said(ResolvedPart whole) {
    return PlainText.of(whole.formula());
  }

  private Optional<Index> index(Written written, ResolvedPart whole, Index size) {
    Optional<Index> index = indices.of(written).map(typed -> typed.plus(shift));
    return index.filter(counted -> isInRange(counted, written, whole, size));
  }

  private boolean isInRange(Index index, Written written, ResolvedPart whole, Index size) {
    for (Index end : ranges.ends(index)) {
      boolean low = end.constant().orElse(1) < 1;
      boolean high = size.minus(end).constant().orElse(0) < 0;
      boolean unknown = whole.isScalar() && !end.is(1);
      if (low || high || unknown) {
        outOfRange(end.plus(-shift), whole, written.span());
        return false;
      }
    }
    return true;
  }

  private Expr outOfRange(Object index, ResolvedPart whole, Span span) {
    return resolution.fault(
        Fault.INDEX_OUT_OF_RANGE, span, index, said(whole), ResolvedPart.said(whole.shape()));
  }

  /// Whole numbers, counted from 1.
  Optional<List<Index>> known(List<Written> typed) {
    return Indices.all(typed)
        .filter(all -> all.stream().allMatch(index -> index.constant().isPresent()))
        .map(all -> all.stream().map(index -> index.plus(shift)).toList());
  }

  private static boolean isRange(Written entry) {
    return entry instanceof Written.All || entry instanceof Written.Between;
  }

  private Expr slice(
      ResolvedPart whole, List<Written> entries, List<Index> sizes, boolean row, Span span) {
    List<Range> taken = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      range(entries.get(i), whole, sizes.get(i)).ifPresent(taken::add);
    }
    if (taken.size() < entries.size()) {
      return Formulas.ZERO;
    }
    if (whole.isScalar()) {
      return whole.formula();
    }
    Range only = new Range(Index.ONE, Index.ONE);
    if (row) {
      taken.addFirst(only);
    } else if (taken.size() == 1) {
      taken.add(only);
    }
    if (isEmpty(taken.get(0)) || isEmpty(taken.get(1))) {
      Span at = entries.getFirst().span().to(entries.getLast().span());
      return outOfRange(resolution.text(at), whole, at);
    }
    return Formulas.apply(new Slice(taken.get(0), taken.get(1)), whole.formula());
  }

  private static boolean isEmpty(Range range) {
    return range.length().constant().orElse(1) < 1;
  }

  private Optional<Range> range(Written entry, ResolvedPart whole, Index size) {
    return switch (entry) {
      case Written.All _ -> Optional.of(new Range(Index.ONE, size));
      case Written.Between(Written from, Written to, _) -> {
        Optional<Index> first = index(from, whole, size);
        Optional<Index> last = index(to, whole, size);
        yield first.isPresent() && last.isPresent()
            ? Optional.of(new Range(first.get(), last.get()))
            : Optional.empty();
      }
      default -> index(entry, whole, size).map(index -> new Range(index, index));
    };
  }

  /// The entry of a vector, or of row i, at a class label.
  private Expr chosen(
      ResolvedPart whole, List<Written> entries, List<Index> sizes, boolean row, Span span) {
    if (whole.isScalar() || resolution.isClassLabel(entries.getFirst()) && entries.size() == 2) {
      return resolution.unsupported("a class label as this index", span);
    }
    Expr label = classLabel(entries.getLast());
    if (entries.size() == 1) {
      Expr vector = row ? Formulas.transposed(whole.formula()) : whole.formula();
      return new Apply(Plain.CHOSEN, List.of(vector, label));
    }
    return index(entries.getFirst(), whole, sizes.getFirst())
        .<Expr>map(i -> {
          Slice line = new Slice(new Range(i, i), new Range(Index.ONE, sizes.getLast()));
          Expr chosenFrom = Formulas.transposed(Formulas.apply(line, whole.formula()));
          return Formulas.apply(Plain.CHOSEN, chosenFrom, label);
        })
        .orElse(Formulas.ZERO);
  }

  /// Counted from 1.
  Expr classLabel(Written written) {
    Expr label = resolution.scalar(written);
    return shift == 0 ? label : Formulas.sum(label, Expr.Number.of(shift));
  }
}
