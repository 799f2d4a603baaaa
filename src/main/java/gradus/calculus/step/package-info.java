/// A derivation as data, and the lines of one adjoint in three spellings: scalars, indices,
/// matrices.
///
/// Every line has a reason. Deliberately absent: in which order adjoints are derived, and what a
/// reason is called.
@NullMarked
package gradus.calculus.step;

import org.jspecify.annotations.NullMarked;
