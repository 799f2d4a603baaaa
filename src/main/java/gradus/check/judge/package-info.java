/// The grounds on which a link is judged, in order; claim by claim through an answer; the door of
/// these rooms.
///
/// Findings are data: their words come from `render`.
@NullMarked
package gradus.check.judge;

import org.jspecify.annotations.NullMarked;
