/// Numbers for letters: a problem of vectors, matrices and families as one of scalars, and values
/// back into arrays.
///
/// Deliberately absent: the passes through it.
@NullMarked
package gradus.network.instance;

import org.jspecify.annotations.NullMarked;
