/// Families of definitions, `a[k] = W[k]' * z[k-1] for k in 1..L`, as data: who refers to which
/// labels, where these references hold, and into which pieces a range falls.
///
/// Nothing is differentiated here. What cannot be decided for all values of the letters is refused
/// by name.
@NullMarked
package gradus.calculus.family;

import org.jspecify.annotations.NullMarked;
