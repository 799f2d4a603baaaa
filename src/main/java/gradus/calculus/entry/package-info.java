/// What an operation means entry by entry, and formulas and graphs written out into scalars where
/// sizes are numbers.
///
/// Shapes, values, the form with indices and the check of every adjoint follow from the entry
/// formula.
@NullMarked
package gradus.calculus.entry;

import org.jspecify.annotations.NullMarked;
