package gradus.check.sense;

import gradus.check.name.Lexicon.Found;
import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.Notated.Symbol;
import java.util.List;
import java.util.Set;

/// Names before and after the step of descent.
final class AfterStep {
  static final Set<String> NEW = Set.of("new", "neu", "next", "updated", "+");
  static final Set<String> OLD = Set.of("old", "alt");
  private static final Name RELU = Name.of("relu");
  private static final Name MAX = Name.of("max");

  private final Interpreter sensing;
  private final NameLookup naming;

  AfterStep(Interpreter sensing) {
    this.sensing = sensing;
    naming = new NameLookup(sensing);
  }

  /// Where a name is taken before or after the step.
  enum State {
    ANY,
    OLD,
    NEW
  }

  static boolean isState(Superscript script, Set<String> words) {
    return switch (script) {
      case Superscript.Raised(Mark(String sign, _)) -> words.contains(sign);
      case Superscript.Raised(Symbol symbol) -> words.contains(symbol.letters());
      case Superscript.Raised(Letters letters) -> words.contains(letters.letters());
      case Superscript.Label(List<Notated> values) ->
          values.size() == 1 && isState(new Superscript.Raised(values.getFirst()), words);
      default -> false;
    };
  }

  static boolean isPlus(Superscript script) {
    return isState(script, Set.of("+"));
  }

  /// `w^+` is the parameter after the step; `z^+` of any other name its positive part where the
  /// network has one, if it is not meant after the step too.
  boolean isRenewedByPlus(String letters, List<String> subs, List<String> labels) {
    Found found = naming.find(letters, subs, labels);
    boolean parameter =
        found
            .entity()
            .or(found::near)
            .filter(e -> sensing.scene.parameters().contains(e.whole()))
            .isPresent();
    return parameter
        || (sensing.scene.moved()
            && (!hasPositiveParts() || sensing.is(ReadingConvention.RENEWED_BY_PLUS)));
  }

  private boolean hasPositiveParts() {
    return sensing.scene.graph().definitions().stream()
        .anyMatch(definition -> isPositivePart(definition.formula()));
  }

  private static boolean isPositivePart(Expr formula) {
    return formula instanceof Expr.Call call
            && (call.function().equals(RELU) || call.function().equals(MAX))
        || Formulas.children(formula).stream().anyMatch(AfterStep::isPositivePart);
  }

  Grid stated(Grid grid, State state) {
    boolean renewed =
        state == State.NEW
            || (state == State.ANY
                && sensing.scene.moved()
                && sensing.is(ReadingConvention.NEW_STATE));
    return renewed ? grid.map(AfterStep::updated) : grid;
  }

  static Expr updated(Expr expr) {
    return expr instanceof Ref(Quantity quantity)
        ? new Ref(new Updated(quantity))
        : Formulas.mapChildren(expr, AfterStep::updated);
  }
}
