/// Worlds, assignments of values to every name that are consistent with the network; a link read
/// and evaluated in them, and what an answer has brought so far.
///
/// Deliberately absent: verdicts.
@NullMarked
package gradus.check.world;

import org.jspecify.annotations.NullMarked;
