/// The names of a file and what they mean: the scope of its formulas, families and their members.
///
/// Deliberately absent: the statements that bring them.
@NullMarked
package gradus.network.name;

import org.jspecify.annotations.NullMarked;
