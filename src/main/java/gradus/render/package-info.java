/// Sheets and findings as documents: one folder a kind of output.
///
/// What a formula looks like is decided in `box` and `formula`, once for all outputs that are set.
/// Only here is LaTeX or JSON written.
@NullMarked
package gradus.render;

import org.jspecify.annotations.NullMarked;
