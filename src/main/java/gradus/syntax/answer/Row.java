package gradus.syntax.answer;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/// One line of a passage.
///
/// @param number its equation number, if it says so plainly
/// @param glued a number in brackets at its end that may be a factor as well
/// @param aligned whether it begins with an alignment mark, so that what it adds to stands above
record Row(
    List<CommonToken> tokens, Optional<String> number, Optional<String> glued, boolean aligned) {
  Row {
    tokens = List.copyOf(tokens);
  }

  /// Without the number glued to its end.
  Row unglued() {
    return new Row(tokens.subList(0, tokens.size() - 3), glued, Optional.empty(), aligned);
  }

  Row numbered(Optional<String> outside) {
    return new Row(tokens, number.or(() -> outside), glued, aligned);
  }
}
