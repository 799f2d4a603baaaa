/// A problem as data: the network, its data, conventions, steps and tasks, and what diagnostics
/// cite of it.
///
/// Deliberately absent: how it was typed, and anything that changes it.
@NullMarked
package gradus.network;

import org.jspecify.annotations.NullMarked;
