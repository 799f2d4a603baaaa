package gradus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells the formulas of a call from its options, since `-x` and `-h*w` are formulas.
///
/// In `gradus compare` and `gradus diff` a word is an option only if it is spelled exactly like
/// one, or is one with two dashes; all others go behind `--`.
final class FormulaWords {
  private static final Set<String> WITH_VALUE =
      Set.of("--where", "--wrt", "--batch", "--format", "-o", "--output");
  private static final Set<String> COMMANDS = Set.of("compare", "diff");
  private static final Set<String> ALONE = Set.of("-h", "-V");

  private FormulaWords() {}

  static String[] marked(String... words) {
    if (words.length == 0 || !COMMANDS.contains(words[0]) || List.of(words).contains("--")) {
      return words;
    }
    List<String> options = new ArrayList<>(List.of(words[0]));
    List<String> formulas = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      if (WITH_VALUE.contains(words[i]) && i + 1 < words.length) {
        options.add(words[i]);
        options.add(words[++i]);
      } else if (ALONE.contains(words[i]) || words[i].matches("--[a-z]+(=.*)?")) {
        options.add(words[i]);
      } else {
        formulas.add(words[i]);
      }
    }
    if (!formulas.isEmpty()) {
      options.add("--");
      options.addAll(formulas);
    }
    return options.toArray(String[]::new);
  }
}
