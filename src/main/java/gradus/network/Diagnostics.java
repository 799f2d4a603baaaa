package gradus.network;

import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Diagnostics of one source, each told once.
public final class Diagnostics implements Consumer<Diagnostic> {
  private static final int MOST = 100;

  private final Source source;
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  public Diagnostics(Source source) {
    this.source = source;
  }

  public Source source() {
    return source;
  }

  @Override
  public void accept(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  public void add(Span span, Fault fault, Object... details) {
    accept(fault.at(source, span, details));
  }

  /// Adds faults of statements that could not be read. A name that stands on the same line as one
  /// of them is not unknown: what would have made it known was lost there.
  public void addBeneath(List<Diagnostic> unread) {
    Set<String> lost = new HashSet<>();
    for (Diagnostic diagnostic : unread) {
      lines(diagnostic).forEach(line -> lost.addAll(List.of(line.split("[^\\p{L}\\p{M}0-9_]+"))));
    }
    found.removeIf(diagnostic -> isUnknown(diagnostic) && lost.contains(text(diagnostic.span())));
    found.addAll(unread);
  }

  /// The lines that a fault costs: LaTeX is told once for all of its lines.
  private Stream<String> lines(Diagnostic diagnostic) {
    return diagnostic.fault() == Fault.LATEX
        ? source.text().lines().filter(line -> line.contains("\\") || line.contains("&"))
        : Stream.of(source.lineAt(diagnostic.span().start()));
  }

  private static boolean isUnknown(Diagnostic diagnostic) {
    return switch (diagnostic.fault()) {
      case UNKNOWN_NAME, UNKNOWN_FUNCTION, UNKNOWN_POINT -> true;
      default -> false;
    };
  }

  /// What stands at a place.
  public String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// Whether further faults will not be told.
  public boolean isFull() {
    return found.size() > MOST;
  }

  public int size() {
    return found.size();
  }

  /// The line of a place, to cite it in words.
  public int line(Span span) {
    return source.line(span.start());
  }

  /// In the order of the text, as many as a person would still read.
  public List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
    if (sorted.size() > MOST) {
      sorted.subList(MOST, sorted.size()).clear();
      sorted.add(Fault.TOO_MANY_FAULTS.at(source, sorted.getLast().span(), MOST));
    }
    return sorted;
  }
}
