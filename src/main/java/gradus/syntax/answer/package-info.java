/// Students' answers: text to claims, each a chain of links between trees of mathematics as on
/// paper.
///
/// Nothing is looked up here: whether `w(x+1)` calls or multiplies, whether `a^2` is a square or
/// belongs to layer 2, is left open in the tree for a room that knows the network. What cannot be
/// read is said, with its place, and costs nothing around it. What was repaired is said too.
@NullMarked
package gradus.syntax.answer;

import org.jspecify.annotations.NullMarked;
