/// Numbers with error bounds, from quick to long: what is said about them is certain.
///
/// Where the points come from at which formulas are evaluated is not known here.
@NullMarked
package gradus.check.number;

import org.jspecify.annotations.NullMarked;
