package gradus.check.equal;

import gradus.calculus.entry.UnitSum;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.written.Scope.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which names are vectors and matrices, and what is known of the letters for their sizes.
///
/// @param quantities with their shapes
/// @param sizes of letters, where they are known
/// @param least from which size on the facts hold for all other letters
/// @param oneHot vectors with one 1 and else 0, and matrices of such rows
/// @param unitSums vectors, rows or columns whose entries add up to 1
record ShapeFacts(
    Set<Quantity> quantities,
    Map<Letter, Integer> sizes,
    int least,
    Set<Quantity> oneHot,
    Set<UnitSum> unitSums) {
  static final ShapeFacts NONE = new ShapeFacts(Set.of(), Map.of(), 2, Set.of(), Set.of());

  Optional<Meaning> meaning(Quantity typed) {
    if (quantities.isEmpty()) {
      return Optional.empty();
    }
    Letter letter = new Letter(typed.name(), typed.labels());
    return quantities.stream()
        .filter(typed::equals)
        .<Meaning>map(Meaning.Named::new)
        .findFirst()
        .or(() ->
            letters().contains(letter)
                ? Optional.of(new Meaning.Whole(Index.of(letter)))
                : Optional.empty());
  }

  Set<Letter> letters() {
    Set<Letter> letters = new LinkedHashSet<>();
    quantities.forEach(
        quantity -> quantity.shape().axes().forEach(axis -> letters.addAll(axis.letters())));
    return letters;
  }

  /// Numbers for all letters, different ones for those that have none: rising, and falling.
  List<Map<Letter, Integer>> instances() {
    List<Letter> free = new ArrayList<>(letters());
    free.removeAll(sizes.keySet());
    Map<Letter, Integer> rising = new LinkedHashMap<>(sizes);
    Map<Letter, Integer> falling = new LinkedHashMap<>(sizes);
    for (int i = 0; i < free.size(); i++) {
      rising.put(free.get(i), least + i);
      falling.put(free.get(i), least + free.size() - i);
    }
    return free.isEmpty() ? List.of(rising) : List.of(rising, falling);
  }
}
