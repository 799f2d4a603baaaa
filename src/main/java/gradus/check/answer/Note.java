package gradus.check.answer;

import gradus.check.sense.Convention;
import java.util.Set;

/// What was assumed for a line to hold.
///
/// @param fixed values that the task fixes for all were put in
/// @param printed holds for the numbers as printed before, rounded
/// @param otherPoint holds at another point of the data than the one at hand
public record Note(
    Set<Convention> conventions, boolean fixed, boolean printed, boolean otherPoint) {
  static final Note NONE = new Note(Set.of(), false, false, false);

  public Note {
    conventions = Set.copyOf(conventions);
  }

  public boolean isEmpty() {
    return conventions.isEmpty() && !fixed && !printed && !otherPoint;
  }
}
