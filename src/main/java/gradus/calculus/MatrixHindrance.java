package gradus.calculus;

import gradus.calculus.indices.FreshLetters;
import gradus.calculus.indices.LabelMatch;
import gradus.calculus.rule.OperationRules;
import gradus.calculus.rule.Pullback;
import gradus.calculus.step.Agenda;
import gradus.calculus.step.MatrixSteps;
import gradus.calculus.step.Occurrences;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Why a derivation cannot be written in vectors and matrices; there the form with indices serves.
///
/// @param consumer whose definition it is
/// @param by what it would be derived by
/// @param node an entry formula, a sum over entries, an operation at a class label
public record MatrixHindrance(Quantity consumer, Quantity by, Expr node) {
  /// The first on the way to what is requested; empty where all can be written.
  public static Optional<MatrixHindrance> of(
      Graph graph, List<Partial> requests, Set<Symbol> given) {
    for (Partial request : requests) {
      Agenda needed = new Agenda(graph, request.of(), given, List.of(request.by()));
      for (Quantity by : needed.inOrder()) {
        for (Quantity consumer : needed.consumers(by)) {
          Optional<Expr> node =
              graph.definition(consumer).flatMap(d -> of(MatrixSteps.spelled(d.formula()), by));
          if (node.isPresent()) {
            return Optional.of(new MatrixHindrance(consumer, by, node.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// The first definition that passes something on to what is requested and has no matrix spelling;
  /// by names, so that families count as a whole.
  public static Optional<Symbol> inDefinition(Graph graph, List<Partial> requests) {
    Set<Name> leading = new HashSet<>();
    requests.forEach(request -> leading.add(request.by().name()));
    for (Definition definition : graph.definitions()) {
      Expr formula = MatrixSteps.spelled(definition.formula());
      List<Quantity> operands =
          Formulas.symbols(formula).stream()
              .filter(Quantity.class::isInstance)
              .map(Quantity.class::cast)
              .filter(operand -> leading.contains(operand.name()))
              .toList();
      if (operands.stream().anyMatch(hindered(formula))) {
        return Optional.of(definition.symbol());
      }
      if (!operands.isEmpty() && definition.symbol() instanceof Quantity quantity) {
        leading.add(quantity.name());
      }
    }
    return Optional.empty();
  }

  /// Whether a formula does not pass on to all members of an operand's family. Of a sum of many
  /// terms each operand asks its own.
  private static Predicate<Quantity> hindered(Expr formula) {
    Map<Symbol, Expr> many = Occurrences.areMany(formula) ? Occurrences.in(formula) : Map.of();
    return operand -> {
      Expr part = many.getOrDefault(operand, formula);
      return of(part, any(operand, part)).isPresent();
    };
  }

  /// Some member of a family, at a letter that does not run here.
  private static Quantity any(Quantity member, Expr formula) {
    FreshLetters letters = FreshLetters.besides(formula, List.of(), Set.of());
    return member.labelled(member.labels().stream().map(_ -> Index.of(letters.next())).toList());
  }

  /// The outermost node that mentions the quantity and has no rule.
  static Optional<Expr> of(Expr formula, Quantity by) {
    if (!Pullback.mentions(formula, by)) {
      return Optional.empty();
    }
    boolean hinders =
        switch (formula) {
          case ByEntries _ -> true;
          case IndexSum sum -> runsOverEntries(sum, by) || mixes(sum, by);
          case Apply(var operation, List<Expr> operands) -> {
            boolean any = false;
            for (int i = 0; i < operands.size(); i++) {
              any |=
                  Pullback.mentions(operands.get(i), by)
                      && !OperationRules.passesDown(operation, i);
            }
            yield any;
          }
          default -> false;
        };
    return hinders
        ? Optional.of(formula)
        : Formulas.children(formula).stream().flatMap(c -> of(c, by).stream()).findFirst();
  }

  private static boolean runsOverEntries(IndexSum sum, Quantity by) {
    return Formulas.anyMatch(
        sum.body(),
        node ->
            node instanceof Entry(Expr operand, var indices)
                && Pullback.mentions(operand, by)
                && indices.stream().anyMatch(index -> index.mentions(sum.letter())));
  }

  /// A sum over t in which both `q[t]` and `q[k]` stand.
  private static boolean mixes(IndexSum sum, Quantity by) {
    return Formulas.mentions(sum.body(), by) && !LabelMatch.of(sum, by).isEmpty();
  }
}
