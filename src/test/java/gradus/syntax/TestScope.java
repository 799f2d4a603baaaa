package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.written.Scope;
import gradus.syntax.written.Scope.Meaning;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Some quantities and functions; `sq(u)` stands for `u*u`, `grow(u)` for a sum of ten `u`.
public final class TestScope implements Scope {
  private final Map<Name, Meaning> meanings = new LinkedHashMap<>();

  public TestScope() {
    for (String name : "x y z p t k L E w w_0 w_1 h1 h2 ŷ δ_1 depth delta rate W".split(" ")) {
      meanings.put(Name.of(name), new Meaning.Named(Quantity.of(name)));
    }
    for (String name : "exp log sqrt abs relu tanh sigmoid g".split(" ")) {
      meanings.put(Name.of(name), callable(name, 1, List.of(), false));
    }
    Expr slope = new Expr.Number(Rational.of(1, 100), Expr.Notation.DECIMAL);
    meanings.put(Name.of("leakyrelu"), callable("leakyrelu", 2, List.of(slope), false));
    meanings.put(Name.of("clip"), callable("clip", 3, List.of(Formulas.ZERO, Formulas.ONE), false));
    meanings.put(Name.of("f"), callable("f", 2, List.of(), false));
    meanings.put(Name.of("max"), callable("max", 2, List.of(), true));
    Expr u = Formulas.ref("u");
    meanings.put(Name.of("sq"), abbreviation(Formulas.product(u, u)));
    meanings.put(Name.of("grow"), abbreviation(Formulas.sum(u, u, u, u, u, u, u, u, u, u)));
  }

  private static Meaning callable(
      String name, int parameters, List<Expr> defaults, boolean folding) {
    return new Meaning.Callable(Name.of(name), parameters, defaults, folding);
  }

  private static Meaning abbreviation(Expr formula) {
    return new Meaning.Abbreviation(List.of(Name.of("u")), formula);
  }

  @Override
  public Optional<Meaning> meaning(Name name) {
    return Optional.ofNullable(meanings.get(name));
  }

  @Override
  public Collection<Name> names() {
    return meanings.keySet();
  }
}
