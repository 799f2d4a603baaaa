/// Sheets and results as LaTeX, plain text, JSON and CSV.
///
/// A formula becomes a tree of boxes once; signs, parentheses and dots are decided there, and
/// widths are known before a line is broken. Deliberately absent: what is said, and in which order.
@NullMarked
package gradus.render;

import org.jspecify.annotations.NullMarked;
