/// The differentiator: reverse mode over a graph of definitions, each adjoint derived once.
///
/// The door of this floor. Rules stand on the rule page, the lines of one adjoint in `step`; here
/// is what is written once: the chain rule and the sum over paths. Deliberately absent: wording,
/// order on the page, LaTeX.
@NullMarked
package gradus.calculus;

import org.jspecify.annotations.NullMarked;
