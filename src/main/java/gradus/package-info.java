/// The façade for programs that embed Gradus; all else is in the rooms below.
@NullMarked
package gradus;

import org.jspecify.annotations.NullMarked;
