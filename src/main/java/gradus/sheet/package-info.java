/// A sheet as data: sections of blocks, chains of equations, running text.
///
/// Deliberately absent: where any of it comes from, and what it looks like.
@NullMarked
package gradus.sheet;

import org.jspecify.annotations.NullMarked;
