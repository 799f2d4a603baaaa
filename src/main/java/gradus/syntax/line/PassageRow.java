package gradus.syntax.line;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/// One line of a passage.
///
/// @param number its equation number, if it says so plainly
/// @param glued a number in brackets at its end that may be a factor as well
/// @param aligned whether it begins with an alignment mark, so that what it adds to stands above
record PassageRow(
    List<CommonToken> tokens, Optional<String> number, Optional<String> glued, boolean aligned) {
  PassageRow {
    tokens = List.copyOf(tokens);
  }

  /// Without the number glued to its end.
  PassageRow unglued() {
    return new PassageRow(tokens.subList(0, tokens.size() - 3), glued, Optional.empty(), aligned);
  }

  PassageRow numbered(Optional<String> outside) {
    return new PassageRow(tokens, number.or(() -> outside), glued, aligned);
  }
}
