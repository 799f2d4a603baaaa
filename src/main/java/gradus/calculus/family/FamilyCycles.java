package gradus.calculus.family;

import gradus.expr.Definition;
import gradus.expr.Symbol.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Cycles of definitions are sound if every way round leads to lower labels, or every way round to
/// higher ones.
final class FamilyCycles {
  private static final long NONE = Long.MIN_VALUE / 4;

  private FamilyCycles() {}

  static void check(FamilyGraph graph) {
    Components.of(graph.definitions(), graph::operands)
        .forEach(component -> check(component, graph));
  }

  private static void check(List<Definition> component, FamilyGraph graph) {
    if (!goesOneWay(component, graph, 1) && !goesOneWay(component, graph, -1)) {
      throw new Refusal.Found(
          new Refusal.Endless(
              component.stream().map(definition -> (Quantity) definition.symbol()).toList()));
    }
  }

  /// Whether no cycle has offsets of the sign that come to 0 or more: no longest way back to where
  /// it started, each step counted as a little more than its offset.
  private static boolean goesOneWay(List<Definition> component, FamilyGraph graph, int sign) {
    int size = component.size();
    long[][] longest = new long[size][size];
    for (int i = 0; i < size; i++) {
      Arrays.fill(longest[i], NONE);
      for (Reference reference : graph.references(component.get(i))) {
        for (Definition used : graph.definitions(reference)) {
          int j = component.indexOf(used);
          if (j >= 0 && reference.offset().isEmpty()) {
            return false;
          }
          if (j >= 0) {
            long step = (long) sign * reference.offset().orElseThrow() * (size + 1) + 1;
            longest[i][j] = Math.max(longest[i][j], step);
          }
        }
      }
    }
    for (int via = 0; via < size; via++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          if (longest[i][via] > NONE && longest[via][j] > NONE) {
            longest[i][j] = Math.max(longest[i][j], longest[i][via] + longest[via][j]);
          }
        }
      }
      if (comesBack(longest)) {
        return false;
      }
    }
    return true;
  }

  private static boolean comesBack(long[][] longest) {
    return IntStream.range(0, longest.length).anyMatch(i -> longest[i][i] > 0);
  }
}
