/// The text of an answer to mended tokens: letters of every font, macros, lost backslashes, bars
/// and brackets.
///
/// No token moves: what is read stands where it was written. Deliberately absent: what a line
/// claims.
@NullMarked
package gradus.syntax.page;

import org.jspecify.annotations.NullMarked;
