/// Simplifications: one rewrite a class, each true for all values where the formula has one.
///
/// [Rewrites] is the ordered list. What needs facts about the values, or makes a formula longer, is
/// deliberately absent.
@NullMarked
package gradus.calculus.rewrite;

import org.jspecify.annotations.NullMarked;
