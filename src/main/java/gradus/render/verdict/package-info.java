/// Findings in words, as text, JSON and CSV, as much of them as may be revealed.
///
/// Deliberately absent: judging.
@NullMarked
package gradus.render.verdict;

import org.jspecify.annotations.NullMarked;
