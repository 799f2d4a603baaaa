package gradus.calculus;

import gradus.expr.Condition.Comparison;
import gradus.expr.Expr;
import gradus.expr.Name;
import gradus.expr.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A function that formulas call: a row of the rule page, or of a network file.
///
/// In `definition`, `derivatives` and `kink` the parameters stand as quantities of their names.
/// Without a definition the function is elementary (its values are known to [Elementary]) or
/// abstract; without derivatives they are those of the definition.
public record Function(
    Name name,
    List<Name> parameters,
    List<Expr> defaults,
    Optional<Expr> definition,
    List<Expr> derivatives,
    Optional<Kink> kink) {
  public Function {
    parameters = List.copyOf(parameters);
    defaults = List.copyOf(defaults);
    derivatives = List.copyOf(derivatives);
  }

  /// `function swish(z) = z * sigmoid(z)`
  public static Function defined(Name name, List<Name> parameters, Expr definition) {
    return new Function(
        name, parameters, List.of(), Optional.of(definition), List.of(), Optional.empty());
  }

  /// `function g(z)`
  public static Function abstracted(Name name, List<Name> parameters) {
    return new Function(name, parameters, List.of(), Optional.empty(), List.of(), Optional.empty());
  }

  public Symbol.Quantity parameter(int index) {
    return Symbol.Quantity.of(parameters.get(index));
  }

  /// The parameter as it stands in the formulas of the function.
  Expr argument(int index) {
    return new Expr.Ref(parameter(index));
  }

  /// Arguments by parameter, to be put into the formulas of the function.
  Map<Symbol, Expr> bind(List<Expr> arguments) {
    Map<Symbol, Expr> bound = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      bound.put(parameter(i), arguments.get(i));
    }
    return bound;
  }

  /// Where the derivative jumps, and the value used there for each parameter's derivative; without
  /// values the derivative is undefined there.
  ///
  /// @param ofPage the values of the rule page: what a rule that is one formula, such as `sign(u)`
  ///   for `abs`, comes to there by itself
  public record Kink(Comparison where, List<Expr> derivatives, List<Expr> ofPage) {
    public Kink {
      derivatives = List.copyOf(derivatives);
      ofPage = List.copyOf(ofPage);
    }

    Kink using(List<Expr> others) {
      return new Kink(where, others, ofPage);
    }
  }
}
