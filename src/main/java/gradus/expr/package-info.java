/// Formulas, symbols, exact numbers and the graph of named quantities.
///
/// Everything here is an immutable value that can be compared and printed. Deliberately absent: how
/// a formula is typed, typeset, differentiated or evaluated; those have rooms of their own.
@NullMarked
package gradus.expr;

import org.jspecify.annotations.NullMarked;
