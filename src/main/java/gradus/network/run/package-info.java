/// Passes and steps on the data: every point forward and backward, then the descents.
///
/// What lacks a value is told with its cause. Deliberately absent: how numbers are printed.
@NullMarked
package gradus.network.run;

import org.jspecify.annotations.NullMarked;
