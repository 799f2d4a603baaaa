/// Every line of a derivation against finite differences, before anything of it is shown.
///
/// A difference rejects a point by comparing differences with each other, never by looking at the
/// formula under test.
@NullMarked
package gradus.calculus.verify;

import org.jspecify.annotations.NullMarked;
