/// Text to written trees: tokens, statements, formulas, by the grammar of networks.
///
/// Each statement is read by itself, so that a faulty one costs no other. Deliberately absent: what
/// names mean.
@NullMarked
package gradus.syntax.read;

import org.jspecify.annotations.NullMarked;
