package gradus.network.name;

import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.name.NameUse.Ends;
import gradus.network.name.SymbolTable.Entry;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Checks that every member of a family that is used is there: within the range of the family, or
/// beside it with a meaning of its own, as a start `z[0] = x` is.
///
/// Sizes are at least 1. Where that does not tell for a single member, `z[3]` of `k in 1..L`, it is
/// taken to be there; numbers for the letters tell.
///
/// @param recurs whether a use is a family's use of itself, perhaps through others
public record FamilyRanges(SymbolTable lexicon, Diagnostics report, Predicate<NameUse> recurs) {
  private static final int FARTHEST = 100;

  public void check(NameUse use) {
    use.used().family().ifPresent(range -> use.ends().ifPresent(ends -> check(use, ends, range)));
  }

  private void check(NameUse use, Ends ends, Family range) {
    checkBeyond(use, ends, range.from().minus(ends.first()), range.from(), -1);
    checkBeyond(use, ends, ends.last().minus(range.to()), range.to(), 1);
  }

  /// @param beyond how many members are used beyond the end
  private void checkBeyond(NameUse use, Ends ends, Index beyond, Index end, int step) {
    OptionalInt number = beyond.constant();
    if (number.isPresent()) {
      int count = Math.min(number.getAsInt(), FARTHEST);
      for (int i = 1; i <= count; i++) {
        Index value = end.plus(step * i);
        if (!isThere(use.used(), value)) {
          tell(use, value);
          return;
        }
      }
    } else if (!ends.isOne() && !MemberLookup.isNatural(Index.ZERO.minus(beyond))) {
      tell(use, step < 0 ? ends.first() : ends.last());
    }
  }

  private boolean isThere(Entry family, Index value) {
    return lexicon.entry(family.member(value).quantity()).isPresent();
  }

  private void tell(NameUse use, Index value) {
    Span place = use.mention().name().span();
    Quantity missing = use.used().member(value).quantity();
    String there = Kin.runs(use.used());
    report.accept(
        recurs.test(use)
            ? Kin.noStart(missing, there, report.source(), place)
            : Fault.OUTSIDE_FAMILY.at(report.source(), place, Citation.of(missing), there));
  }
}
