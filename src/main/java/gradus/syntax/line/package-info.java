/// Rows to chains of sides, and chains to claims, in the order of the text; the door of the rooms
/// for answers.
///
/// Nothing is thrown, whatever the text: what cannot be read is an unreadable side of its claim.
@NullMarked
package gradus.syntax.line;

import org.jspecify.annotations.NullMarked;
