/// Definitions with a label, `z[k] for k in 1..L`: offsets, cycles, the pieces of an adjoint, its
/// members.
///
/// Backpropagation through layers and through time are this one mechanism; its cost does not know
/// the letter.
@NullMarked
package gradus.calculus.family;

import org.jspecify.annotations.NullMarked;
