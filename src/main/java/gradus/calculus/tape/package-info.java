/// Definitions compiled once into flat instructions, run many times on doubles, exact values or any
/// number system.
///
/// A tape knows scalars only: whatever has entries is written out before.
@NullMarked
package gradus.calculus.tape;

import org.jspecify.annotations.NullMarked;
