/// Mathematics and statements as they were written, every part with its place; and what a scope is.
///
/// Nothing is looked up and nothing rearranged. The words of the language, functions among them,
/// stand here, where all readers see them.
@NullMarked
package gradus.syntax.written;

import org.jspecify.annotations.NullMarked;
