/// Numbers put into formulas, and the phrases of a sheet.
///
/// Deliberately absent: which section says what.
@NullMarked
package gradus.sheet.number;

import org.jspecify.annotations.NullMarked;
