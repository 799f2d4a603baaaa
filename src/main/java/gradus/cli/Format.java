package gradus.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Chooses a format by name or by the ending of a file.
///
/// @param byName what `--format` takes
/// @param byEnding what the ending of an output file selects
/// @param usual that of standard output
record Format<F extends Enum<F>>(Map<String, F> byName, Map<String, F> byEnding, F usual) {

  F of(Optional<String> asked, String file) {
    if (asked.isPresent()) {
      return known(
          byName.get(asked.get().toLowerCase(Locale.ROOT)),
          "there is no format '" + asked.get() + "' here");
    }
    if (file.equals("-")) {
      return usual;
    }
    int dot = file.lastIndexOf('.');
    String ending = dot <= file.lastIndexOf('/') ? "" : file.substring(dot);
    return known(
        byEnding.get(ending.toLowerCase(Locale.ROOT)),
        "the ending of '" + file + "' tells no format; name one with --format");
  }

  private F known(@org.jspecify.annotations.Nullable F format, String fault) {
    if (format == null) {
      throw new BadCall(fault + ": " + String.join(", ", new TreeMap<>(byName).keySet()));
    }
    return format;
  }
}
