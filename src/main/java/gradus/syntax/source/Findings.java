package gradus.syntax.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Collects diagnostics, up to a number that a person would still read.
public final class Findings implements Consumer<Diagnostic> {
  static final int MOST = 100;

  private final List<Diagnostic> found = new ArrayList<>();
  private boolean more;

  @Override
  public void accept(Diagnostic diagnostic) {
    if (found.size() < MOST) {
      found.add(diagnostic);
    } else {
      more = true;
    }
  }

  public int size() {
    return found.size();
  }

  public boolean isFull() {
    return more;
  }

  /// In the order of the text.
  public List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
    if (more) {
      Diagnostic last = sorted.getLast();
      sorted.add(Fault.TOO_MANY_FAULTS.at(last.source(), last.span(), MOST));
    }
    return List.copyOf(sorted);
  }
}
