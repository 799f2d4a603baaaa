/// What a student's mathematics means in a network: written trees to formulas over its names.
///
/// Whatever has entries is written out into them, so that every meaning is a grid of formulas of
/// numbers. What can be read in several ways is read as [Convention]s say; what means nothing says
/// why. Whether anything is true is not asked here.
@NullMarked
package gradus.check.sense;

import org.jspecify.annotations.NullMarked;
