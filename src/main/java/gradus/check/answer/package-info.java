/// Students' answers judged link by link against a network.
///
/// A link is true if both sides agree in every world that is consistent with the network; what is
/// true only under a convention, at the data, or given an earlier mistake, is found here too, with
/// the slip that explains a false one. Findings are data: their words come from `render`.
@NullMarked
package gradus.check.answer;

import org.jspecify.annotations.NullMarked;
