/// Texts with their places, and what can be said of them: spans, faults, diagnostics.
///
/// Every fault that a text can have stands in one table, `Fault`, with its code, its sentence and
/// its suggestion. Deliberately absent: any grammar.
@NullMarked
package gradus.syntax.source;

import org.jspecify.annotations.NullMarked;
