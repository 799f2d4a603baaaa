/// Text to written trees, written trees to formulas in a scope, formulas back to plain text.
///
/// Only this room sees ANTLR. It knows no network: what a name means is asked of a [Scope] that a
/// room above provides. Nothing is thrown for a user's mistake; reading returns what could be read
/// and the diagnostics.
@NullMarked
package gradus.syntax;

import org.jspecify.annotations.NullMarked;
