/// The tokens of one side to its tree of notation, typed lines included, so that a checker sees one
/// kind.
///
/// Deliberately absent: the sides beside it.
@NullMarked
package gradus.syntax.tree;

import org.jspecify.annotations.NullMarked;
