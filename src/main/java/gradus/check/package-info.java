/// Whether two formulas are equal, and whether what a student writes is true of a network.
///
/// An answer is judged against the network, never against a stored solution.
@NullMarked
package gradus.check;

import org.jspecify.annotations.NullMarked;
