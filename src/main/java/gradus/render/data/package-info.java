/// Values, derivations and faults as JSON and CSV, for programs.
///
/// Deliberately absent: rounding; numbers are written as they are.
@NullMarked
package gradus.render.data;

import org.jspecify.annotations.NullMarked;
