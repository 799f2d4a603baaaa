package gradus.syntax.resolve;

import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the letters of index sums run over, the outermost first.
record IndexRanges(Map<Name, Range> ranges) {
  static final IndexRanges NONE = new IndexRanges(Map.of());

  IndexRanges and(Name letter, Range range) {
    Map<Name, Range> more = new LinkedHashMap<>();
    more.put(letter, range);
    more.putAll(ranges);
    return new IndexRanges(more);
  }

  boolean contains(Name letter) {
    return ranges.containsKey(letter);
  }

  /// Two values that the index takes: with every letter at its first, with every letter at its
  /// last.
  List<Index> ends(Index index) {
    Index first = index;
    Index last = index;
    for (Map.Entry<Name, Range> letter : ranges.entrySet()) {
      first = first.with(letter.getKey(), letter.getValue().from());
      last = last.with(letter.getKey(), letter.getValue().to());
    }
    return List.of(first, last);
  }
}
