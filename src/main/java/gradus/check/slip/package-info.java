/// Which single slip explains a false link, found by taking it back.
///
/// Nothing else is guessed: where no slip explains a link, none is named.
@NullMarked
package gradus.check.slip;

import org.jspecify.annotations.NullMarked;
