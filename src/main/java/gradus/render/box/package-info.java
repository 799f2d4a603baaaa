/// Formulas laid out: what stands beside, above and around what, and how wide it is.
///
/// Deliberately absent: formulas, sheets and pages.
@NullMarked
package gradus.render.box;

import org.jspecify.annotations.NullMarked;
