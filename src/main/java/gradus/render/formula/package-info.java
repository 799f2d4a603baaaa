/// Formulas to boxes: one class a kind of node, and where long ones are broken.
///
/// Deliberately absent: what stands around a formula.
@NullMarked
package gradus.render.formula;

import org.jspecify.annotations.NullMarked;
