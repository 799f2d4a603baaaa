package gradus.calculus.tape;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Function.Kink;
import gradus.calculus.rule.Functions;
import gradus.calculus.rule.LocalDerivative;
import gradus.calculus.tape.Compilation.Names;
import gradus.calculus.tape.Watch.Beyond;
import gradus.calculus.tape.Watch.Branches;
import gradus.calculus.tape.Watch.Meeting;
import gradus.calculus.tape.Watch.Within;
import gradus.expr.Condition;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds where a formula can meet a kink, beside its [Compilation].
final class Watches {
  private final Functions functions;
  private final Compilation compilation;
  private final Map<Inside, List<Watch>> bodies = new HashMap<>();

  Watches(Functions functions, Compilation compilation) {
    this.functions = functions;
    this.compilation = compilation;
  }

  private record Inside(Name function, List<Integer> orders, List<Operand> arguments) {}

  List<Watch> of(Expr formula) {
    return of(formula, compilation::named);
  }

  private List<Watch> of(Expr expr, Names names) {
    return switch (expr) {
      case Number _, Ref _ -> List.of();
      case Sum _, Product _, Power _ -> ofAll(Formulas.children(expr), names);
      case Derivative(Expr body, Quantity by) -> of(LocalDerivative.of(body, by, functions), names);
      case Cases(List<Branch> branches) ->
          List.of(new Branches(branches.stream().map(branch -> branch(branch, names)).toList()));
      case Call call ->
          functions.named(call.function()).map(named -> call(call, named, names)).orElse(List.of());
      case Expr.Whole _,
          Expr.Apply _,
          Expr.Entry _,
          Expr.Matrix _,
          Expr.IndexSum _,
          Expr.ByEntries _,
          Expr.Kronecker _ ->
          throw new IllegalStateException("written out before it is evaluated: " + expr);
    };
  }

  private List<Watch> ofAll(List<Expr> parts, Names names) {
    return parts.stream().flatMap(part -> of(part, names).stream()).toList();
  }

  private Watch.Branch branch(Branch branch, Names names) {
    return new Watch.Branch(
        branch.condition().comparisons().stream()
            .map(comparison -> comparison(comparison, names))
            .toList(),
        of(branch.value(), names));
  }

  private Watch.Comparison comparison(Condition.Comparison comparison, Names names) {
    return new Watch.Comparison(
        ofAll(List.of(comparison.left(), comparison.right()), names),
        comparison.left(),
        compilation.operand(comparison.left(), names),
        comparison.relation(),
        compilation.operand(comparison.right(), names));
  }

  /// Argument by argument as long as they are defined, then the function itself.
  private List<Watch> call(Call call, Function function, Names names) {
    List<Operand> operands = compilation.arguments(call, names);
    List<Watch> found = own(call, function, operands);
    for (int i = operands.size() - 1; i >= 0; i--) {
      List<Watch> first = new ArrayList<>(of(call.arguments().get(i), names));
      if (!found.isEmpty()) {
        first.add(new Beyond(operands.get(i), found));
      }
      found = List.copyOf(first);
    }
    return found;
  }

  /// A kink of its own stands for all within its definition.
  private List<Watch> own(Call call, Function function, List<Operand> operands) {
    if (function.kink().isPresent()) {
      return List.of(meeting(call, function, function.kink().get(), operands));
    }
    List<Watch> body = body(function, call.orders(), operands);
    return body.isEmpty() ? List.of() : List.of(new Within(function, call, body));
  }

  private List<Watch> body(Function function, List<Integer> orders, List<Operand> operands) {
    Inside inside = new Inside(function.name(), orders, operands);
    List<Watch> known = bodies.get(inside);
    if (known == null) {
      Names bound = Compilation.bound(function, operands);
      known = compilation.body(function, orders).map(body -> of(body, bound)).orElse(List.of());
      bodies.put(inside, known);
    }
    return known;
  }

  private Watch meeting(Call call, Function function, Kink kink, List<Operand> operands) {
    Names bound = Compilation.bound(function, operands);
    return new Meeting(
        call.arguments().getFirst(),
        function.name(),
        compilation.operand(kink.where().left(), bound),
        compilation.operand(kink.where().right(), bound),
        kink.derivatives().stream().findFirst().map(used -> compilation.operand(used, bound)));
  }
}
