/// What people type and write: networks, mathematics, students' answers.
///
/// A text becomes a tree of what was *written*, a written tree a formula in a *scope* that a room
/// above provides, a formula text again. Nothing here knows what a network is, and no mistake of a
/// user is thrown: reading returns a value and diagnostics.
@NullMarked
package gradus.syntax;

import org.jspecify.annotations.NullMarked;
