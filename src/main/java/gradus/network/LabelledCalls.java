package gradus.network;

import gradus.calculus.entry.Instance;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Written;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Functions of families, each member by a name of its own: `φ[1](a)` calls the function named
/// `φ[1]`.
public final class LabelledCalls {
  private LabelledCalls() {}

  public static Name name(Name family, List<Index> labels) {
    return labels.isEmpty() ? family : Instance.member(family, labels);
  }

  /// The name of a declared function.
  public static Name name(Written.Name written) {
    return name(Name.of(written.text()), Indices.all(written.labels()).orElse(List.of()));
  }

  /// `φ` of `φ[1]`.
  public static Name family(Name member) {
    return Instance.family(member);
  }

  /// The formula with names for calls with labels.
  public static Expr named(Expr formula) {
    Expr inside = Formulas.mapChildren(formula, LabelledCalls::named);
    return inside instanceof Call call && !call.labels().isEmpty()
        ? new Call(name(call.function(), call.labels()), call.orders(), call.arguments())
        : inside;
  }

  /// The names of such functions in a formula.
  public static Set<Name> in(Expr formula) {
    Set<Name> names = new LinkedHashSet<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Call call && !family(call.function()).equals(call.function())) {
            names.add(call.function());
          }
        });
    return names;
  }
}
