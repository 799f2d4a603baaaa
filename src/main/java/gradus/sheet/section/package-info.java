/// One class a section, and the two arrangements of sections into a sheet.
///
/// A section arranges what a solved problem holds. Deliberately absent: deriving and verifying;
/// both are done before.
@NullMarked
package gradus.sheet.section;

import org.jspecify.annotations.NullMarked;
