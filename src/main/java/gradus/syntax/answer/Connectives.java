package gradus.syntax.answer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The page of words that join or condition formulas, each with all that it may do.
enum Connectives {
  /// Begins a condition or a remark.
  CONDITIONING,
  /// Begins a condition under which alone something is said.
  RESTRICTING,
  /// Stands for all cases that are left.
  OTHERWISE,
  /// Stands between two formulas.
  JOINING,
  /// Ends a condition: `if x > 0 then y = 1`.
  CONCLUDING,
  /// Its letters are never a product where they stand side by side.
  PLAIN;

  private static final String PAGE =
      """
      if iff falls when                                       : conditioning restricting plain
      for whenever wenn für fuer sofern                       : conditioning restricting
      where wobei since because weil                          : conditioning plain
      with mit wo provided da as at using s.t. such           : conditioning
      else otherwise sonst                                    : otherwise plain
      andernfalls ansonsten elsewhere default                 : otherwise
      and und thus hence therefore somit daher folglich gilt  : joining plain
      folgt                                                   : joining plain
      & or oder sowie resp bzw also damit                     : joining
      then                                                    : joining concluding plain
      dann so                                                 : joining concluding
      """;

  private static final Map<Connectives, Set<String>> WORDS = words();

  private static Map<Connectives, Set<String>> words() {
    Map<Connectives, Set<String>> words = new EnumMap<>(Connectives.class);
    for (String row : PAGE.lines().toList()) {
      String[] columns = row.split(" : ");
      List<String> written = Arrays.asList(columns[0].strip().split(" "));
      for (String use : columns[1].strip().split(" ")) {
        words
            .computeIfAbsent(valueOf(use.toUpperCase(Locale.ROOT)), _ -> new HashSet<>())
            .addAll(written);
      }
    }
    return words;
  }

  /// @param word in small letters
  boolean holds(String word) {
    return WORDS.get(this).contains(word);
  }
}
