package gradus.syntax.paper;

import gradus.syntax.source.Span;
import java.util.List;
import java.util.Optional;

/// A line of mathematics: a display, a row of one, or a formula in a sentence.
///
/// @param line counts from 1, like `column`, which counts code points, like `length`
/// @param number the equation number, as `44` in `\tag{44}` or `(44)`
/// @param text as it stands in the answer
/// @param task the label of the last heading above: `c` for `#### (c) Loss`
/// @param setting where it stands
/// @param repairs what was assumed in reading it, its number included
/// @param continues whether it begins with the end of the claim before
public record Claim(
    Span span,
    int line,
    int column,
    int length,
    Optional<String> number,
    String text,
    Optional<String> task,
    Setting setting,
    List<Repair> repairs,
    boolean continues,
    List<Chain> chains) {
  public Claim {
    repairs = List.copyOf(repairs);
    chains = List.copyOf(chains);
  }

  public enum Setting {
    /// Set apart from the text.
    DISPLAY,
    /// In a sentence or in a table's cell.
    INLINE,
    /// A line of typed formulas.
    TYPED
  }

  /// Every link of every chain; none in an expression that claims nothing.
  public List<Link> links() {
    return chains.stream().flatMap(chain -> chain.links().stream()).toList();
  }

  public boolean isReadable() {
    return chains.stream().flatMap(chain -> chain.sides().stream()).allMatch(Side::isReadable);
  }
}
