package gradus.check.name;

import gradus.check.name.Lexicon.Entity;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Several names of the network as one column: `w` of `∇_w L` where there are `w_1` and `w_2`, or
/// `W[1]` and `W[2]`, whose entries stand one below the other; `theta` is all parameters.
///
/// Its limit: what the network defines is not gathered, for a bare `z` is as often the argument of
/// a function.
public final class ParameterVector {
  private static final String ALL = "theta";

  private final Scene scene;

  public ParameterVector(Scene scene) {
    this.scene = scene;
  }

  /// Empty where there are no two of them.
  public Optional<Grid> of(String letters) {
    List<Entity> members =
        scene.lexicon().entities().stream().filter(entity -> isMeant(entity, letters)).toList();
    List<Expr> entries = new ArrayList<>();
    members.forEach(entity -> entries.addAll(entity.grid().entries()));
    return members.size() > 1 ? Optional.of(Sense.column(entries)) : Optional.empty();
  }

  /// How far an index letter need run.
  public int longest() {
    return scene.parameters().stream()
        .map(whole -> Lexicon.parts(whole.name()).getFirst())
        .distinct()
        .flatMap(letters -> of(letters).stream())
        .mapToInt(grid -> grid.entries().size())
        .max()
        .orElse(0);
  }

  private boolean isMeant(Entity entity, String letters) {
    boolean parameter = scene.parameters().contains(entity.whole());
    boolean leaf = entity.isScalar() && scene.graph().definition(entity.whole()).isEmpty();
    boolean counted = entity.letters().equals(letters) && leaf;
    return parameter && (letters.equals(ALL) || folded(entity.letters()).equals(folded(letters)))
        || counted;
  }

  private static String folded(String letters) {
    return letters.toLowerCase(Locale.ROOT);
  }
}
