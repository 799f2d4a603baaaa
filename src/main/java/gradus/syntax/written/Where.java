package gradus.syntax.written;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.written.Scope.Meaning;
import gradus.syntax.written.Written.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is known of the names of a lone formula: `X: n x d; w: d; p >= 1`, and every fault of what
/// could not be read of it.
///
/// @param letters those in the sizes, in the order of the text
/// @param sizes facts of letters, such as `n >= 2`
public record Where(
    List<Known> quantities, List<Letter> letters, List<Size> sizes, List<Diagnostic> diagnostics) {
  public Where {
    quantities = List.copyOf(quantities);
    letters = List.copyOf(letters);
    sizes = List.copyOf(sizes);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A quantity with its shape, and what else is said of it.
  public record Known(Quantity quantity, List<Fact> facts) {
    public Known {
      facts = List.copyOf(facts);
    }
  }

  public record Size(Letter letter, List<Fact> facts) {
    public Size {
      facts = List.copyOf(facts);
    }
  }

  /// Empty for a name of which nothing is said.
  public Optional<Meaning> meaning(Quantity typed) {
    Optional<Meaning> quantity =
        quantities.stream()
            .map(Known::quantity)
            .filter(typed::equals)
            .<Meaning>map(Meaning.Named::new)
            .findFirst();
    Letter letter = new Letter(typed.name(), typed.labels());
    return quantity.or(() ->
        letters.contains(letter)
            ? Optional.of(new Meaning.Whole(Index.of(letter)))
            : Optional.empty());
  }

  public static List<Letter> letters(Stream<Quantity> quantities) {
    Set<Letter> letters = new LinkedHashSet<>();
    quantities.forEach(
        quantity -> quantity.shape().axes().forEach(axis -> letters.addAll(axis.letters())));
    return List.copyOf(letters);
  }
}
