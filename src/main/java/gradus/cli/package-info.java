/// Commands, files, standard streams and exit codes; all else is asked of the façade.
@NullMarked
package gradus.cli;

import org.jspecify.annotations.NullMarked;
