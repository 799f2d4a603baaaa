/// The rule page, `rules.txt`, in the notation that users type, and one formula differentiated by
/// it.
///
/// A row is read when it is first needed. Deliberately absent: the graph; every name but one is
/// held.
@NullMarked
package gradus.calculus.rule;

import org.jspecify.annotations.NullMarked;
