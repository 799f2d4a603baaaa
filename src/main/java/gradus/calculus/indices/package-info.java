/// Index algebra: letters, their ranges, sums that collapse on `[i = j]`.
///
/// Deliberately absent: what an entry is an entry of.
@NullMarked
package gradus.calculus.indices;

import org.jspecify.annotations.NullMarked;
