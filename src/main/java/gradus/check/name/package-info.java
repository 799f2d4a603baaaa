/// The names of a network as answers write them, what an answer's mathematics can come to, and the
/// ways of reading it.
///
/// Deliberately absent: how notation is walked.
@NullMarked
package gradus.check.name;

import org.jspecify.annotations.NullMarked;
