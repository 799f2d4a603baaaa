package gradus.syntax.paper;

import gradus.syntax.source.Source;
import java.util.List;
import java.util.Optional;

/// What an answer claims, in the order of its text.
///
/// @param limit which limit ended the reading before the end of the text, if one did
public record Answer(Source source, List<Claim> claims, Optional<Obstacle> limit) {
  public Answer {
    claims = List.copyOf(claims);
  }
}
