package gradus.render;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.ArrayValue;
import gradus.network.Gathered;
import gradus.network.Problem;
import gradus.network.Problem.Declaration;
import gradus.network.Run;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A derivation with its numbers as `gradus/solve/1`.
public final class SolveJson {
  private static final ArrayValue UNDEFINED =
      new ArrayValue.Single(new Value.Undefined(Value.Cause.MISSING));

  private final Problem declared;
  private final Problem problem;
  private final Derivation derivation;
  private final Run run;
  private final List<Map<Symbol, ArrayValue>> gathered;

  private SolveJson(Problem declared, Problem problem, Derivation derivation, Run run) {
    this.declared = declared;
    this.problem = problem;
    this.derivation = derivation;
    this.run = run;
    this.gathered = run.points().stream().map(at -> Gathered.of(at.values(), problem)).toList();
  }

  /// The whole text.
  ///
  /// @param declared the problem as the network file declares it, for the shapes of values
  /// @param problem what the derivation is about
  /// @param worst the largest relative error seen when the derivation was verified
  public static String of(
      Problem declared, Problem problem, Derivation derivation, Run run, double worst) {
    SolveJson solve = new SolveJson(declared, problem, derivation, run);
    return Json.document("gradus/solve/1", json -> solve.write(json, worst));
  }

  private void write(Json json, double worst) throws IOException {
    json.text("network", problem.title());
    json.objects("quantities", quantities(), this::quantity);
    json.objects("derivation", derivation.adjoints(), this::adjoint);
    new PointsJson(declared, run).write(json);
    json.object("verified", verified -> verified.value("worst", Value.of(worst)));
  }

  /// What is declared, then what is defined.
  private List<Quantity> quantities() {
    Set<Quantity> quantities = new LinkedHashSet<>();
    problem.declarations().forEach(declaration -> quantities.add(declaration.quantity()));
    for (Definition definition : problem.graph().definitions()) {
      if (definition.symbol() instanceof Quantity quantity) {
        quantities.add(quantity);
      }
    }
    return List.copyOf(quantities);
  }

  private void quantity(Json json, Quantity quantity) throws IOException {
    Optional<Expr> formula = problem.graph().definition(quantity).map(Definition::formula);
    json.text("name", Keys.of(quantity));
    json.text("role", role(quantity));
    json.sizes("shape", quantity.shape().axes());
    json.text("definition", formula.map(Keys::of));
    String name = LatexFormula.display(new Ref(quantity));
    json.text("latex", formula.map(f -> name + " = " + LatexFormula.display(f)).orElse(name));
  }

  private String role(Quantity quantity) {
    if (problem.loss().equals(Optional.of(quantity))) {
      return "loss";
    }
    Optional<Declaration> declaration = problem.declaration(quantity);
    return declaration
        .map(declared -> declared.role().name().toLowerCase(Locale.ROOT))
        .orElse("intermediate");
  }

  private void adjoint(Json json, Adjoint adjoint) throws IOException {
    json.text("partial", Keys.of(adjoint.partial()));
    json.text("latex", LatexFormula.display(new Ref(adjoint.partial())));
    json.text("formula", Keys.of(adjoint.formula()));
    json.objects("steps", adjoint.steps(), SolveJson::step);
    List<ArrayValue> values =
        gathered.stream().map(point -> point.getOrDefault(adjoint.partial(), UNDEFINED)).toList();
    if (values.size() > 1) {
      json.arrays("values", values);
    } else {
      json.array("value", values.isEmpty() ? UNDEFINED : values.getFirst());
    }
  }

  private static void step(Json json, Step step) throws IOException {
    json.text("formula", Keys.of(step.formula()));
    json.text("latex", LatexFormula.display(step.formula()));
    json.text("reason", ReasonText.of(step.reason()));
  }
}
