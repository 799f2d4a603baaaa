/// Are two formulas equal? The judge that decides it, and the facts that it may use.
///
/// Findings are data: formulas, points, causes. Deliberately absent: words, which come from
/// `render`, and any trust in a difference that is not certain.
@NullMarked
package gradus.check;

import org.jspecify.annotations.NullMarked;
