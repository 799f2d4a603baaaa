package gradus.syntax.paper;

import gradus.syntax.source.Span;
import java.util.List;
import java.util.Optional;

/// A side of an equation: its tree, or what kept it from being read.
///
/// @param line where it stands; a side carried over from an earlier claim stands there
/// @param repairs what was assumed in reading it
/// @param unfinished whether the next claim begins by adding to it
public record Side(
    Span span,
    int line,
    int column,
    int length,
    String text,
    Optional<Notated> tree,
    Optional<Unreadable> unreadable,
    List<Repair> repairs,
    boolean unfinished) {
  public Side {
    repairs = List.copyOf(repairs);
    if (tree.isPresent() == unreadable.isPresent()) {
      throw new IllegalArgumentException("either a tree or why there is none");
    }
  }

  /// The part that could not be read and why; `hint` is what would help.
  public record Unreadable(
      Span span, String part, Obstacle obstacle, String message, String hint) {}

  public boolean isReadable() {
    return tree.isPresent();
  }

  public Side asUnfinished() {
    return new Side(span, line, column, length, text, tree, unreadable, repairs, true);
  }
}
