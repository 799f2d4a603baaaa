/// A problem: declared names, network, data, facts, conventions, tasks; and its run on the data.
@NullMarked
package gradus.network;

import org.jspecify.annotations.NullMarked;
