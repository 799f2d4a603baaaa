package gradus.sheet.number;

import gradus.calculus.entry.Instance;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Inline;
import java.util.Map;

/// The abstract functions as a point fixes them: `φ[1](a)` is relu(a) there.
public record FixedFunctions(Map<Name, Name> names) {
  public FixedFunctions {
    names = Map.copyOf(names);
  }

  /// Its label stands below, as where it is called.
  public static Inline shown(Name function) {
    Quantity called = Instance.called(function);
    return called.labels().isEmpty()
        ? new Inline.Formula(new Ref(called))
        : new Inline.Formula(new Expr.Whole(Index.of(new Letter(called.name(), called.labels()))));
  }

  /// The formula at the point; derivatives by the name of the member, which has a rule there.
  Expr in(Expr formula) {
    Expr inside = Formulas.mapChildren(formula, this::in);
    if (!(inside instanceof Call call)) {
      return inside;
    }
    Name member =
        call.labels().isEmpty() ? call.function() : Instance.member(call.function(), call.labels());
    Name name = call.isDerivative() ? member : names.getOrDefault(member, member);
    return new Call(name, call.orders(), call.arguments());
  }
}
