/// The rule page; differentiation, simplification, evaluation; derivations as data.
///
/// Rules stand in `rules.txt`, the chain rule and the sum over paths are the differentiator,
/// written once. Deliberately absent: wording, order on the page, LaTeX.
@NullMarked
package gradus.calculus;

import org.jspecify.annotations.NullMarked;
