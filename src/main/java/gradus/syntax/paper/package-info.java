/// A student's answer as data: claims, chains, sides, and mathematics as it stands on paper.
///
/// The marks and their arrangement, not yet their meaning: a superscript is a superscript, be it a
/// power, a layer or a transposition.
@NullMarked
package gradus.syntax.paper;

import org.jspecify.annotations.NullMarked;
