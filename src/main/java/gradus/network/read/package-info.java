/// Statements to a problem, or to every fault that keeps them from being one; the door of this
/// floor.
///
/// Deliberately absent: tokens and characters, which `syntax` has read.
@NullMarked
package gradus.network.read;

import org.jspecify.annotations.NullMarked;
