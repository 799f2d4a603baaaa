package gradus.calculus.indices;

import gradus.expr.Name;
import java.util.AbstractSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;

/// Names that a letter must not be: those of a whole network, which are not copied, and a few more.
public final class TakenNames extends AbstractSet<Name> {
  private final Set<Name> shared;
  private final Set<Name> own = new HashSet<>();

  /// @param shared must not change any more
  public TakenNames(Set<Name> shared) {
    this.shared = shared;
  }

  @Override
  public boolean contains(Object name) {
    return own.contains(name) || shared.contains(name);
  }

  @Override
  public boolean add(Name name) {
    return !shared.contains(name) && own.add(name);
  }

  @Override
  public Iterator<Name> iterator() {
    return Stream.concat(shared.stream(), own.stream()).iterator();
  }

  @Override
  public int size() {
    return shared.size() + own.size();
  }
}
