/// Sums over indices and `[i = j]` in formulas: what of them can be said in fewer letters.
///
/// Each class states one law. They know the ranges of letters, and nothing of derivatives.
@NullMarked
package gradus.calculus.indices;

import org.jspecify.annotations.NullMarked;
