package gradus.check.judge;

import gradus.check.world.Exercise;
import gradus.check.world.GridPair;
import gradus.check.world.Trial;
import gradus.check.world.Worlds;
import gradus.expr.Condition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An index letter for the class of the target: `L = -log p_k`, k being the right class.
///
/// A link is multiplied by what is 1 where the target has that class, and else 0. Whether the
/// letter is meant so, the text must say somewhere.
final class RightClass {
  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)(correct|true|right|target|actual|ground.?truth|gold)\\s+(class|label|index|category|word)"
              + "|(class|label)\\s+(index|label)|[yt]_\\{?\\s*[a-z]\\s*\\}?\\s*=\\s*1(?![0-9.])");

  private final List<List<Expr>> indicators = new ArrayList<>();

  RightClass(Exercise exercise) {
    for (Problem.Declaration declaration : exercise.problem().declarations()) {
      Quantity quantity = declaration.quantity();
      boolean hot = declaration.facts().stream().anyMatch(Problem.Fact.OneHot.class::isInstance);
      if (hot && quantity.indices().size() == 1) {
        addEntry(quantity);
      }
    }
    exercise
        .scene()
        .classes()
        .forEach((label, count) -> {
          List<Expr> each = new ArrayList<>();
          for (int i = 1; i <= count; i++) {
            each.add(isClass(label, i));
          }
          indicators.add(each);
        });
  }

  static boolean isTold(String text) {
    return TOLD.matcher(text).find();
  }

  private void addEntry(Quantity entry) {
    boolean more =
        !indicators.isEmpty()
            && indicators.getLast().getFirst() instanceof Ref(Quantity first)
            && first.name().equals(entry.name())
            && first.labels().equals(entry.labels());
    if (!more) {
      indicators.add(new ArrayList<>());
    }
    indicators.getLast().add(new Ref(entry));
  }

  private static Expr isClass(Quantity label, int number) {
    return new Expr.Cases(
        List.of(
            new Expr.Branch(
                Formulas.ONE,
                Condition.of(new Ref(label), Condition.Relation.EQUAL, Expr.Number.of(number))),
            new Expr.Branch(Formulas.ZERO, Condition.OTHERWISE)));
  }

  /// Whether a link holds wherever one of its index letters is the class of the target.
  boolean holds(Trial trial, Worlds worlds) {
    return !trial.pairs().isEmpty()
        && trial.pairs().getFirst().letters().keySet().stream()
            .anyMatch(
                letter -> indicators.stream().anyMatch(each -> holds(trial, letter, each, worlds)));
  }

  private static boolean holds(Trial trial, String letter, List<Expr> each, Worlds worlds) {
    boolean any = false;
    for (GridPair pair : trial.pairs()) {
      Optional<Expr> indicator =
          Optional.ofNullable(pair.letters().get(letter))
              .filter(number -> number >= 1 && number <= each.size())
              .map(number -> each.get(number - 1));
      if (indicator.isEmpty()) {
        continue;
      }
      for (int i = 0; i < pair.size(); i++) {
        Expr left = Formulas.product(indicator.get(), pair.leftAt(i));
        Expr right = Formulas.product(indicator.get(), pair.rightAt(i));
        if (!worlds.agree(left, right).holds()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
