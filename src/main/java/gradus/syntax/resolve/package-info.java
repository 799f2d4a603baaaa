/// Written trees to formulas, by what a scope says that names mean.
///
/// What cannot be resolved is reported and replaced, so that all faults of a formula are found in
/// one run. Deliberately absent: simplification; a formula stands as it was typed.
@NullMarked
package gradus.syntax.resolve;

import org.jspecify.annotations.NullMarked;
