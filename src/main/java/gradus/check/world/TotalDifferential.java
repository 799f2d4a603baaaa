package gradus.check.world;

import gradus.check.name.Scene;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether `dy = W dx` is an equation between changes, and what changes freely in it: what stands
/// with a d on the right, or the parameters that it depends on. In `dx = W' dy`, as programs have
/// it, the d on the right belongs to what comes later in the network.
final class TotalDifferential {
  private final Scene scene;

  TotalDifferential(Scene scene) {
    this.scene = scene;
  }

  /// Empty where names with a d are derivatives of the loss.
  Set<Quantity> of(List<Grid> left, List<Grid> right) {
    Set<Quantity> before = quantities(right);
    boolean changes =
        quantities(left).stream()
            .anyMatch(name ->
                scene.loss().filter(name::equals).isPresent()
                    || before.stream().anyMatch(other -> comesBefore(other, name)));
    Set<Quantity> varying = new LinkedHashSet<>();
    for (Quantity name : changes ? before : Set.<Quantity>of()) {
      if (isLeaf(name)) {
        varying.add(name);
      } else {
        scene.graph().ancestors(name).stream()
            .filter(Quantity.class::isInstance)
            .map(Quantity.class::cast)
            .filter(leaf -> isLeaf(leaf) && scene.parameters().contains(whole(leaf)))
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .forEach(varying::add);
      }
    }
    return varying;
  }

  private boolean comesBefore(Quantity other, Quantity name) {
    return !other.equals(name) && scene.graph().ancestors(name).contains(other);
  }

  private boolean isLeaf(Quantity name) {
    return scene.graph().definition(name).isEmpty();
  }

  private static Quantity whole(Quantity entry) {
    return Quantity.of(entry.name(), entry.labels());
  }

  private static Set<Quantity> quantities(List<Grid> grids) {
    Set<Quantity> found = new LinkedHashSet<>();
    for (Grid grid : grids) {
      for (Expr entry : grid.entries()) {
        if (entry instanceof Ref(Symbol symbol) && symbol instanceof Quantity quantity) {
          found.add(quantity);
        }
      }
    }
    return found;
  }
}
