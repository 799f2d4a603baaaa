/// Whether two formulas are equal: facts about their names, points of all scales, witnesses.
///
/// A difference is reported with a point at which it is certain; what the digits cannot tell is
/// undecided.
@NullMarked
package gradus.check.equal;

import org.jspecify.annotations.NullMarked;
