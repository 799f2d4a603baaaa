/// Sheets as LaTeX for plain pdflatex: documents, displays, tables, running text.
///
/// Nothing that a user typed reaches TeX as a command.
@NullMarked
package gradus.render.latex;

import org.jspecify.annotations.NullMarked;
