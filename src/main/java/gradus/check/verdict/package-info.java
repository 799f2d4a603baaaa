/// Findings as data: verdicts, notes, slips, an answer with what was found.
///
/// Deliberately absent: how anything was found, and what is said of it.
@NullMarked
package gradus.check.verdict;

import org.jspecify.annotations.NullMarked;
