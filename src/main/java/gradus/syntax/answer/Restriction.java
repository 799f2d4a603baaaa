package gradus.syntax.answer;

import java.util.List;

/// What a whole chain is said under.
public sealed interface Restriction {
  Proviso proviso();

  /// A condition as it stands in the answer: `for i = 1, …, n`.
  record Written(String text) implements Restriction {
    @Override
    public Proviso proviso() {
      return Proviso.of(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// One that nobody knows: words stand where the chain begins.
  record Unknown() implements Restriction {
    @Override
    public Proviso proviso() {
      return new Proviso(List.of(), false);
    }

    @Override
    public String toString() {
      return "when ? = ?";
    }
  }
}
