/// Formulas as people type them, with as few brackets as it takes to read them back.
///
/// Deliberately absent: pages, LaTeX, rounding.
@NullMarked
package gradus.syntax.print;

import org.jspecify.annotations.NullMarked;
