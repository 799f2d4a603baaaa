/// Arranges a derivation and its numbers into sections, equations and tables, and words them.
///
/// A sheet is data that any format can be written from. Deliberately absent: LaTeX, HTML.
@NullMarked
package gradus.sheet;

import org.jspecify.annotations.NullMarked;
