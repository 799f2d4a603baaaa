package gradus.check.sense;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.name.Sense.Nothing;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Big;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.RelationSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sums and products over an index letter. Without bounds they run as far as what they add up has
/// entries.
final class BigOperators {
  private static final int LONGEST = 64;

  private final Interpreter sensing;
  private final Samples samples;

  BigOperators(Interpreter sensing) {
    this.sensing = sensing;
    samples = new Samples(sensing);
  }

  private record Range(String letter, int from, OptionalInt to, Optional<Notated> unequal) {}

  Sense of(Big big) {
    Optional<Range> range = range(big);
    if (range.isEmpty()) {
      lookThrough(big);
      if (big.above().size() == 1
          && big.above().getFirst() instanceof Superscript.Raised(var top)
          && sensing.isSize(top)) {
        return Interpreter.nothing(Cause.NO_SUCH_LABEL, big.span(), "this bound");
      }
      return big.below().isEmpty() && big.above().isEmpty()
          ? sensing.of(big.body()).then(grid -> folded(big.kind(), grid.entries()))
          : Interpreter.nothing(Cause.UNSUPPORTED, big.span(), "these bounds");
    }
    return over(big, range.get());
  }

  /// For the letters that nothing binds, not even the sum.
  private void lookThrough(Big big) {
    Set<String> before = Set.copyOf(sensing.free);
    sensing.of(big.body());
    for (Notated below : big.below()) {
      Notated first =
          below instanceof Notated.Comparison comparison ? comparison.sides().getFirst() : below;
      NameParts.letter(first)
          .filter(letter -> !before.contains(letter))
          .ifPresent(sensing.free::remove);
    }
  }

  private Sense over(Big big, Range range) {
    Integer outer = sensing.letters.get(range.letter);
    List<Grid> parts = new ArrayList<>();
    Sense failure = null;
    Sense first = null;
    int last = range.to.orElse(range.from + sensing.longest());
    if (last < range.from - 1) {
      return Interpreter.nothing(Cause.NO_PLACE, big.span(), "these bounds");
    }
    if (last - range.from > LONGEST) {
      return Interpreter.nothing(Cause.UNSUPPORTED, big.span(), "a sum of this length");
    }
    for (int i = range.from; i <= last && failure == null; i++) {
      sensing.letters.put(range.letter, i);
      if (isLeftOut(range, i)) {
        continue;
      }
      switch (sensing.of(big.body())) {
        case Grid grid -> parts.add(grid);
        case Nothing nothing -> failure = nothing;
      }
      if (failure != null && isBeyond(failure) && range.to.isPresent() && last > range.from) {
        sensing.guessed |= i == 0;
        first = first == null ? failure : first;
        failure = null;
      }
    }
    if (failure == null && first != null) {
      boolean some = !parts.isEmpty() && big.kind() == Big.Kind.SUM;
      failure = !some ? first : beyond(big, range);
    }
    if (outer == null) {
      sensing.letters.remove(range.letter);
    } else {
      sensing.letters.put(range.letter, outer);
    }
    boolean ended = failure != null && isBeyond(failure) && range.to.isEmpty() && !parts.isEmpty();
    return failure == null || ended ? added(big, parts) : failure;
  }

  /// `x_{i+k}` may be 0 beyond the last entry, `x_i` has no business there. Null where it is 0.
  private @Nullable Sense beyond(Big big, Range range) {
    if (range.from > 0 && !sensing.shifted.contains(range.letter)) {
      return Interpreter.nothing(Cause.PAST_END, big.span(), range.letter);
    }
    return sensing.is(ReadingConvention.ZERO_BEYOND)
        ? null
        : Interpreter.nothing(
            Cause.UNSUPPORTED, big.span(), "a sum that runs beyond the entries there are");
  }

  private static boolean isBeyond(Sense sense) {
    return sense instanceof Nothing(Cause cause, _, _)
        && (cause == Cause.NO_SUCH_ENTRY
            || cause == Cause.NO_SUCH_LABEL
            || cause == Cause.NO_PLACE);
  }

  private boolean isLeftOut(Range range, int i) {
    return range.unequal.flatMap(sensing::integer).map(other -> other == i).orElse(false);
  }

  private Sense added(Big big, List<Grid> parts) {
    if (parts.isEmpty()) {
      return Sense.scalar(big.kind() == Big.Kind.SUM ? Formulas.ZERO : Formulas.ONE);
    }
    Sense result = parts.getFirst();
    if (big.kind() == Big.Kind.PRODUCT && parts.stream().anyMatch(part -> !part.isScalar())) {
      return multiplied(big, parts);
    }
    for (Grid part : parts.subList(1, parts.size())) {
      result =
          result.then(sum ->
              Sense.entrywise(
                  sum,
                  part,
                  big.span(),
                  big.kind() == Big.Kind.SUM ? Formulas::sum : Formulas::product));
    }
    return result;
  }

  /// Of matrices: the last one first, as a chain of derivatives has them, or in their order.
  private Sense multiplied(Big big, List<Grid> parts) {
    sensing.guessed = true;
    boolean inOrder = sensing.is(ReadingConvention.DENOMINATOR_LAYOUT);
    List<Grid> factors = inOrder ? parts : parts.reversed();
    Sense result = factors.getFirst();
    for (Grid part : factors.subList(1, factors.size())) {
      result =
          result.then(left ->
              sensing.products.times(left, Notated.Operator.SIDE_BY_SIDE, part, big.span()));
    }
    return result;
  }

  private static Sense folded(Big.Kind kind, List<Expr> entries) {
    return Sense.scalar(kind == Big.Kind.SUM ? Formulas.sum(entries) : Formulas.product(entries));
  }

  /// `i`, `i = 1` with `n` above, `1 <= i <= n`, `j ≠ i`.
  private Optional<Range> range(Big big) {
    if (big.below().size() != 1) {
      return Optional.empty();
    }
    OptionalInt to = OptionalInt.empty();
    Integer last = sensing.scene.sizes().get("T");
    if (big.above().equals(List.of(new Superscript.Transposition(true))) && last != null) {
      to = OptionalInt.of(last);
    }
    if (big.above().size() == 1 && big.above().getFirst() instanceof Superscript.Raised(var top)) {
      Optional<Integer> number =
          sensing.integer(top).or(() -> NameParts.letter(top).flatMap(samples::count));
      if (number.isEmpty()) {
        sensing.of(top);
      }
      if (number.isEmpty()) {
        return Optional.empty();
      }
      to = OptionalInt.of(number.get());
    }
    return range(big.below().getFirst(), to);
  }

  private Optional<Range> range(Notated below, OptionalInt to) {
    Optional<String> letter = NameParts.letter(below);
    if (letter.isPresent()) {
      return Optional.of(new Range(letter.get(), 1, to, Optional.empty()));
    }
    if (!(below instanceof Notated.Comparison comparison) || comparison.sides().size() > 3) {
      return Optional.empty();
    }
    List<Notated> sides = comparison.sides();
    RelationSign first = comparison.relations().getFirst();
    if (sides.size() == 2) {
      Optional<String> name = NameParts.letter(sides.getFirst());
      return switch (first) {
        case EQUAL ->
            name.flatMap(l ->
                sensing
                    .integer(sides.get(1))
                    .map(from -> new Range(l, from, to, Optional.empty())));
        case UNEQUAL -> name.map(l -> new Range(l, 1, to, Optional.of(sides.get(1))));
        default -> Optional.empty();
      };
    }
    Optional<String> name = NameParts.letter(sides.get(1));
    Optional<Integer> from = sensing.integer(sides.getFirst());
    Optional<Integer> until = sensing.integer(sides.get(2));
    return name.isPresent()
            && from.isPresent()
            && until.isPresent()
            && first == RelationSign.AT_MOST
        ? Optional.of(
            new Range(name.get(), from.get(), OptionalInt.of(until.get()), Optional.empty()))
        : Optional.empty();
  }

  static Optional<Integer> whole(Expr expr) {
    return expr instanceof Expr.Number(Rational value, _)
            && value.isInteger()
            && value.abs().compareTo(Rational.of(1_000_000)) < 0
        ? Optional.of((int) value.doubleValue())
        : Optional.empty();
  }
}
