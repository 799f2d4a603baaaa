package gradus.syntax.written;

import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A scope and the letter of a sum within it.
public record LocalScope(Scope outer, Name letter) implements Scope {
  @Override
  public Optional<Meaning> meaning(Name name) {
    return name.equals(letter) ? here() : outer.meaning(name);
  }

  @Override
  public Optional<Meaning> meaning(Quantity typed) {
    return typed.equals(Quantity.of(letter)) ? here() : outer.meaning(typed);
  }

  private Optional<Meaning> here() {
    return Optional.of(new Meaning.Whole(Index.of(letter)));
  }

  @Override
  public Optional<Diagnostic> outside(Quantity typed, Source source, Span span) {
    return outer.outside(typed, source, span);
  }

  @Override
  public boolean isTaken(Name other) {
    return other.equals(letter) || outer.isTaken(other);
  }

  @Override
  public Collection<Name> names() {
    List<Name> names = new ArrayList<>(outer.names());
    names.add(letter);
    return names;
  }

  @Override
  public int indexOrigin() {
    return outer.indexOrigin();
  }
}
