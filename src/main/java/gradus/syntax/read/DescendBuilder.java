package gradus.syntax.read;

import gradus.syntax.grammar.NetworkBaseVisitor;
import gradus.syntax.grammar.NetworkParser.AtPointsContext;
import gradus.syntax.grammar.NetworkParser.DescendContext;
import gradus.syntax.grammar.NetworkParser.OnContext;
import gradus.syntax.grammar.NetworkParser.ShowLastContext;
import gradus.syntax.grammar.NetworkParser.TimesContext;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `descend rate eta = 0.9 times 3 show last on w_0 at first, then second`, the clauses in any
/// order.
final class DescendBuilder extends NetworkBaseVisitor<Void> {
  private static final int MOST_STEPS = 1_000_000;

  private final FormulaBuilder formulas;
  private final PartBuilder parts;
  private final List<Name> on = new ArrayList<>();
  private final List<Name> points = new ArrayList<>();
  private int times = 1;
  private boolean showLast;

  DescendBuilder(FormulaBuilder formulas, PartBuilder parts) {
    this.formulas = formulas;
    this.parts = parts;
  }

  /// `rate eta = 0.9` has both name and value, `rate eta` a name, `rate 0.9` a value.
  Statement.Descend statement(DescendContext ctx) {
    List<Written> rate = formulas.all(ctx.formula());
    boolean named = rate.getFirst() instanceof Name;
    if (rate.size() == 2) {
      parts.checkName(rate.getFirst());
    }
    ctx.clause().forEach(clause -> clause.accept(this));
    return new Statement.Descend(
        named ? Optional.of((Name) rate.getFirst()) : Optional.empty(),
        named && rate.size() == 1 ? Optional.empty() : Optional.of(rate.getLast()),
        times,
        showLast,
        on,
        points,
        FormulaBuilder.span(ctx));
  }

  @Override
  public @Nullable Void visitTimes(TimesContext ctx) {
    times = parts.wholeNumber(ctx.NUMBER().getSymbol(), MOST_STEPS);
    return null;
  }

  @Override
  public @Nullable Void visitShowLast(ShowLastContext ctx) {
    showLast = true;
    return null;
  }

  @Override
  public @Nullable Void visitOn(OnContext ctx) {
    ctx.name().forEach(name -> on.add(formulas.name(name)));
    return null;
  }

  @Override
  public @Nullable Void visitAtPoints(AtPointsContext ctx) {
    ctx.point().forEach(point -> points.add(parts.name(point)));
    return null;
  }
}
