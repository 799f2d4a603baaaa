package gradus.syntax.line;

import gradus.syntax.paper.Claim.Setting;
import gradus.syntax.source.Span;
import java.util.Optional;

/// A stretch of mathematics in an answer.
///
/// @param number an equation number that stands behind it in the text
/// @param afterWords whether words stand between it and the display before
/// @param task the label of the last heading above
record Passage(
    Span span,
    Setting setting,
    Optional<String> number,
    boolean afterWords,
    Optional<String> task) {}
