package gradus.expr;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/// A list whose members are found by what they are called, however many there are; the first of
/// those that are called the same.
public final class Register<K, V> extends AbstractList<V> implements RandomAccess {
  private final List<V> members;
  private final Map<K, V> byKey = new HashMap<>();

  private Register(Collection<? extends V> members, Function<V, K> key) {
    this.members = List.copyOf(members);
    this.members.forEach(member -> byKey.putIfAbsent(key.apply(member), member));
  }

  public static <K, V> Register<K, V> of(Collection<? extends V> members, Function<V, K> key) {
    return new Register<>(members, key);
  }

  public Optional<V> find(K key) {
    return Optional.ofNullable(byKey.get(key));
  }

  @Override
  public V get(int index) {
    return members.get(index);
  }

  @Override
  public int size() {
    return members.size();
  }
}
