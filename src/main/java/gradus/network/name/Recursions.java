package gradus.network.name;

import gradus.expr.Symbol.Quantity;
import gradus.network.name.SymbolTable.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Families that use themselves, directly or through each other: `a[k]` uses `z[k-1]`, `z[k]` uses
/// `a[k]`.
///
/// Such a circle is sound if on every way around it the offsets of the labels come to the same
/// sign: then each member leads back to the start, or each on to the end.
public final class Recursions {
  private final List<NameUse> uses;
  private final Map<Quantity, Set<Quantity>> next = new HashMap<>();
  private final Map<Quantity, Set<Quantity>> groups = new LinkedHashMap<>();

  public Recursions(List<NameUse> all) {
    this.uses = all.stream().filter(use -> use.used().kind() == Kind.DEFINED).toList();
    Map<Quantity, Set<Quantity>> reached = new LinkedHashMap<>();
    for (NameUse use : uses) {
      next.computeIfAbsent(use.user().quantity(), _ -> new LinkedHashSet<>())
          .add(use.used().quantity());
    }
    for (NameUse use : uses) {
      if (use.user().family().isPresent()) {
        reached.computeIfAbsent(use.user().quantity(), this::reachable);
      }
    }
    reached.forEach((family, others) -> {
      Set<Quantity> group = new LinkedHashSet<>(reached.keySet());
      group.removeIf(other ->
          !others.contains(other) || !reached.getOrDefault(other, Set.of()).contains(family));
      if (!group.isEmpty()) {
        groups.put(family, group);
      }
    });
  }

  /// The families of the circle that a family is on, itself among them; none if it is on none.
  public Set<Quantity> group(Quantity family) {
    return groups.getOrDefault(family, Set.of());
  }

  /// Whether a use is part of a circle.
  public boolean isWithin(NameUse use) {
    return group(use.user().quantity()).contains(use.used().quantity());
  }

  public boolean reaches(Quantity from, Quantity to) {
    return reachable(from).contains(to);
  }

  private Set<Quantity> reachable(Quantity start) {
    Set<Quantity> reached = new LinkedHashSet<>();
    Deque<Quantity> open = new ArrayDeque<>(next.getOrDefault(start, Set.of()));
    while (!open.isEmpty()) {
      Quantity quantity = open.pop();
      if (reached.add(quantity)) {
        open.addAll(next.getOrDefault(quantity, Set.of()));
      }
    }
    return reached;
  }

  /// Circles on which a member may lead back to itself, each by its families.
  public List<List<Quantity>> unsound() {
    return new LinkedHashSet<>(groups.values())
        .stream()
            .filter(group -> mayStay(group, 1) && mayStay(group, -1))
            .map(List::copyOf)
            .toList();
  }

  /// Whether some way around comes to 0 or more (`sign` 1), or to 0 or less (-1). Each step counts
  /// a little more than its offset, so that a way that comes to 0 counts as well; around such a way
  /// the longest walks never end.
  private boolean mayStay(Set<Quantity> group, int sign) {
    List<NameUse> inside =
        uses.stream()
            .filter(use -> group.contains(use.user().quantity()) && isWithin(use))
            .toList();
    if (inside.stream().anyMatch(use -> use.offset().isEmpty())) {
      return true;
    }
    Map<Quantity, Long> longest = new HashMap<>();
    boolean grows = true;
    for (int round = 0; round <= group.size() && grows; round++) {
      grows = false;
      for (NameUse use : inside) {
        long step = (long) sign * use.offset().getAsInt() * (group.size() + 1) + 1;
        long length = longest.getOrDefault(use.user().quantity(), 0L) + step;
        if (length > longest.getOrDefault(use.used().quantity(), 0L)) {
          longest.put(use.used().quantity(), length);
          grows = true;
        }
      }
    }
    return grows;
  }
}
