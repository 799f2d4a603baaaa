/// Sheets and tables as plain text for a terminal.
///
/// Deliberately absent: colours and cursor movements.
@NullMarked
package gradus.render.text;

import org.jspecify.annotations.NullMarked;
