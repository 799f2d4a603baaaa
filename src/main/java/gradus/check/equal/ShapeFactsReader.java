package gradus.check.equal;

import gradus.calculus.entry.UnitSum;
import gradus.expr.Condition.Relation;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.print.PlainText;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/// Turns `X: n x d`, `n >= 3` and `d = 4` into what is known of shapes.
final class ShapeFactsReader {
  private static final int LARGEST_SIZE = 1_000;

  private final Source source;
  private final Consumer<Diagnostic> faults;
  private final Set<Quantity> quantities = new LinkedHashSet<>();
  private final Set<Quantity> oneHot = new LinkedHashSet<>();
  private final Set<UnitSum> unitSums = new LinkedHashSet<>();
  private final Map<Letter, Integer> sizes = new LinkedHashMap<>();
  private int least = 2;

  ShapeFactsReader(Source source, Consumer<Diagnostic> faults) {
    this.source = source;
    this.faults = faults;
  }

  ShapeFacts shaping() {
    return quantities.isEmpty()
        ? ShapeFacts.NONE
        : new ShapeFacts(quantities, sizes, least, oneHot, unitSums);
  }

  void declare(Written.Name name, List<Written> shape) {
    if (shape.isEmpty()) {
      return;
    }
    List<Index> axes = new ArrayList<>();
    shape.forEach(axis -> axis(axis).ifPresent(axes::add));
    List<Index> labels = Indices.all(name.labels()).orElse(List.of());
    Quantity quantity = Quantity.of(Name.of(name.text()), labels).shaped(new Shape(axes));
    if (!quantities.add(quantity)) {
      faults.accept(
          Fault.DEFINED_TWICE.at(
              source, name.span(), PlainText.of(quantity), source.line(name.span().start())));
    }
  }

  private Optional<Index> axis(Written written) {
    Optional<Index> size = Indices.of(written);
    if (size.isEmpty()) {
      faults.accept(Fault.NOT_A_SIZE.at(source, written.span(), text(written.span())));
    } else if (size.get().constant().orElse(1) < 1) {
      faults.accept(Fault.SIZE_NOT_POSITIVE.at(source, written.span(), text(written.span())));
    }
    return size;
  }

  private String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }

  void oneHot(Quantity quantity, Span span) {
    if (quantity.shape().isScalar()) {
      faults.accept(Fault.UNSUPPORTED.at(source, span, "'one-hot' of a single number"));
    } else {
      oneHot.add(quantity);
    }
  }

  /// Of a one-hot quantity it says nothing new.
  void unitSum(UnitSum sum, Span span) {
    if (unitSums.stream().anyMatch(other -> isOther(other, sum))) {
      faults.accept(Fault.UNSUPPORTED.at(source, span, "a second sum over the same entries"));
    } else if (!oneHot.contains(sum.quantity())) {
      unitSums.add(sum);
    }
  }

  private static boolean isOther(UnitSum one, UnitSum sum) {
    return one.quantity().equals(sum.quantity()) && one.along() != sum.along();
  }

  /// Whether a comparison is about a letter for a size; then its part in the facts is done.
  boolean takes(Written.Comparison written) {
    Optional<Letter> left = letter(written.left());
    Optional<Letter> right = letter(written.right());
    if (left.isEmpty() && right.isEmpty()) {
      return false;
    }
    boolean letterFirst = left.isPresent();
    OptionalInt number = number(letterFirst ? written.right() : written.left());
    Relation relation = letterFirst ? written.relation() : turned(written.relation());
    boolean isUnderstood =
        number.isPresent() && bound(left.or(() -> right).get(), relation, number.getAsInt());
    if (!isUnderstood) {
      faults.accept(
          Fault.UNSUPPORTED.at(
              source, written.left().span().to(written.right().span()), "this fact about a size"));
    }
    return true;
  }

  private static Relation turned(Relation relation) {
    return switch (relation) {
      case LESS -> Relation.GREATER;
      case AT_MOST -> Relation.AT_LEAST;
      case AT_LEAST -> Relation.AT_MOST;
      case GREATER -> Relation.LESS;
      case EQUAL, UNEQUAL -> relation;
    };
  }

  private boolean bound(Letter letter, Relation relation, int number) {
    switch (relation) {
      case EQUAL -> sizes.put(letter, number);
      case GREATER -> least = Math.max(least, number + 1);
      case AT_LEAST -> least = Math.max(least, number);
      case LESS, AT_MOST, UNEQUAL -> {
        return false;
      }
    }
    return true;
  }

  private Optional<Letter> letter(Written written) {
    return written instanceof Written.Name name
        ? Indices.all(name.labels())
            .map(labels -> new Letter(Name.of(name.text()), labels))
            .filter(letter ->
                quantities.stream()
                    .flatMap(quantity -> quantity.shape().axes().stream())
                    .anyMatch(axis -> axis.letters().contains(letter)))
        : Optional.empty();
  }

  private static OptionalInt number(Written written) {
    OptionalInt number = Indices.of(written).map(Index::constant).orElse(OptionalInt.empty());
    return number.orElse(0) < 1 || number.orElse(0) > LARGEST_SIZE ? OptionalInt.empty() : number;
  }
}
