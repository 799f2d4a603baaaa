package gradus.syntax;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A page of words, a row for each thing: its own word, those that a reader takes for it, and
/// behind a bar those that only a message suggests it for, since they are often used for something
/// else.
///
/// ```
/// sigmoid  sigma logistic | sigm expit
/// ```
record Thesaurus(Map<String, String> read, Map<String, String> suggesting, Set<String> things) {
  static Thesaurus of(String page) {
    Map<String, String> read = new HashMap<>();
    Map<String, String> suggesting = new HashMap<>();
    List<String> rows = page.lines().toList();
    for (String row : rows) {
      String[] columns = row.split("\\|", 2);
      String thing = thing(row);
      words(columns[0]).stream().skip(1).forEach(word -> read.put(word, thing));
      words(columns.length > 1 ? columns[1] : "").forEach(word -> suggesting.put(word, thing));
    }
    suggesting.putAll(read);
    return new Thesaurus(
        Map.copyOf(read),
        Map.copyOf(suggesting),
        Set.copyOf(rows.stream().map(Thesaurus::thing).toList()));
  }

  private static String thing(String row) {
    return words(row).getFirst();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /// What a reader takes the word for.
  Optional<String> thingReadAs(String word) {
    return things.contains(word) ? Optional.of(word) : Optional.ofNullable(read.get(word));
  }

  /// What is meant by a word that is no word for anything here.
  Optional<String> thingSuggestedBy(String word) {
    return Optional.ofNullable(suggesting.get(word));
  }
}
