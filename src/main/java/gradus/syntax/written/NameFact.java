package gradus.syntax.written;

import gradus.syntax.source.Span;
import gradus.syntax.written.Written.Comparison;
import gradus.syntax.written.Written.Fact;
import java.util.List;

/// Something known of names that no file declares, as written.
public sealed interface NameFact {
  Span span();

  /// `x > 0`, `0 < p < 1`, `z = w*x`
  record Compared(List<Comparison> comparisons, Span span) implements NameFact {
    public Compared {
      comparisons = List.copyOf(comparisons);
    }
  }

  /// `t in {0, 1}`, `y : n one-hot`
  record Stated(Written.Name name, List<Fact> facts, List<Written> shape, Span span)
      implements NameFact {
    public Stated {
      facts = List.copyOf(facts);
      shape = List.copyOf(shape);
    }
  }

  /// `e`, `W : n x d`: there is such a quantity; `g(z)`: there is such a function.
  record Mentioned(Written formula, List<Written> shape, Span span) implements NameFact {
    public Mentioned {
      shape = List.copyOf(shape);
    }
  }
}
