package gradus.check.name;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A way of reading that is not the first one to come to mind. A line that is right in one of them
/// is right, and the verdict names it.
public enum ReadingConvention {
  /// `∂a/∂b` by what is written in the definition of a, all else held.
  DIRECT_PARTIALS,
  /// `∂u/∂v` in a sum over `∂L/∂u · ∂u/∂v` along the paths that avoid the other u.
  SEPARATE_PATHS,
  /// `·` between matrices entry by entry.
  ENTRYWISE_PRODUCT,
  /// Two columns side by side multiplied into a number.
  DOT_PRODUCT,
  /// Names are those after the step of descent.
  NEW_STATE,
  /// The left side is the value after the step, the right side holds the old ones.
  ASSIGNMENT,
  /// Derivatives of a vector by a vector: rows by the variable.
  DENOMINATOR_LAYOUT,
  /// The derivative of a number by a column is a row, by a matrix its transpose.
  NUMERATOR_LAYOUT,
  /// A product of derivatives summed over the entries between them, whatever their layout.
  CHAIN_RULE,
  /// A column where a row stands on the other side.
  TRANSPOSED,
  /// `w_{ij}` leads from unit i to unit j where the network has it the other way round.
  INDICES_SWAPPED,
  /// A weight matrix is the transpose of the network's.
  WEIGHTS_TRANSPOSED,
  /// A parameter has the label of the layer that it leads from: `z^{l+1} = W^l a^l`.
  LAYERS_SHIFTED,
  /// A softmax of a matrix column by column, where it is not said.
  SOFTMAX_OF_COLUMNS,
  /// A letter for a size as an index: `A_{ik}` where the network has k columns elsewhere.
  SIZES_AS_INDICES,
  /// `w_i` is entry i of all weights in one column.
  PARAMETERS_AS_ONE,
  /// `Δw` is what is taken from w in the step.
  DECREMENT,
  /// `dZ` is the derivative of the loss summed over the samples, which the network takes the mean
  /// of; that of a parameter is the whole one.
  SUMMED_LOSS,
  /// A superscript is a power where the network has a label of that number.
  POWERS,
  /// `z^+` is the value after the step, not the positive part.
  RENEWED_BY_PLUS,
  /// Terms of a sum beyond the entries that there are, such as padding, are zero.
  ZERO_BEYOND,
  /// An index letter is the class of the target.
  RIGHT_CLASS;

  /// Those that hold for an answer as a whole or not at all.
  public static final Set<ReadingConvention> OF_ANSWERS =
      Collections.unmodifiableSet(
          EnumSet.of(INDICES_SWAPPED, WEIGHTS_TRANSPOSED, LAYERS_SHIFTED, DECREMENT, SUMMED_LOSS));
}
