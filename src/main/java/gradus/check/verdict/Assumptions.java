package gradus.check.verdict;

import gradus.check.name.ReadingConvention;
import java.util.Set;

/// What was assumed for a line to hold.
///
/// @param fixed values that the task fixes for all were put in
/// @param printed holds for the numbers as printed before, rounded
/// @param otherPoint holds at another point of the data than the one at hand
public record Assumptions(
    Set<ReadingConvention> conventions, boolean fixed, boolean printed, boolean otherPoint) {
  public static final Assumptions NONE = new Assumptions(Set.of(), false, false, false);

  public Assumptions {
    conventions = Set.copyOf(conventions);
  }

  public boolean isEmpty() {
    return conventions.isEmpty() && !fixed && !printed && !otherPoint;
  }
}
