package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.BuiltIn;
import gradus.syntax.written.LocalScope;
import gradus.syntax.written.Scope;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Ranging;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sums over letters: `sum(i in 1..n, x_i)`, `sum(i in 1..n, j in 1..i, W_{i,j})`; `mean` divides
/// by how many terms there are.
record SumResolution(Scope scope, Resolution resolution) {
  Expr formula(Written.Call call, BuiltIn operation) {
    if (operation != BuiltIn.SUM && operation != BuiltIn.MEAN) {
      return resolution.unsupported("'" + operation.typed() + "' over an index", call.span());
    }
    List<Written> arguments = call.arguments();
    boolean shaped =
        arguments.size() > 1
            && !(arguments.getLast() instanceof Ranging)
            && arguments.stream().limit(arguments.size() - 1L).allMatch(Ranging.class::isInstance);
    return shaped
        ? over(arguments, operation)
        : resolution.fault(
            Fault.WRONG_NUMBER_OF_ARGUMENTS,
            call.span(),
            operation.typed(),
            "one formula behind its ranges",
            arguments.stream().filter(one -> !(one instanceof Ranging)).count());
  }

  private Expr over(List<Written> arguments, BuiltIn operation) {
    if (!(arguments.getFirst() instanceof Ranging ranging)) {
      return resolution.formula(arguments.getFirst());
    }
    Name letter = Name.of(ranging.letter());
    Optional<Index> from = resolution.index(ranging.from());
    Optional<Index> to = resolution.index(ranging.to());
    if (isTaken(letter, ranging) || from.isEmpty() || to.isEmpty()) {
      return Formulas.ZERO;
    }
    Range range = new Range(from.get(), to.get());
    Resolution inside = resolution.within(letter, range);
    Expr body =
        new SumResolution(new LocalScope(scope, letter), inside)
            .over(arguments.subList(1, arguments.size()), operation);
    Expr sum = new IndexSum(letter, range.from(), range.to(), body);
    return operation == BuiltIn.MEAN
        ? Formulas.product(OperationResolution.reciprocal(List.of(range.length())), sum)
        : sum;
  }

  private boolean isTaken(Name letter, Ranging ranging) {
    if (scope.isTaken(letter)) {
      Optional<String> other =
          Stream.of("i", "j", "l", "m", "q", "r")
              .filter(free -> !scope.isTaken(Name.of(free)))
              .findFirst();
      Span span =
          new Span(ranging.span().start(), ranging.span().start() + ranging.letter().length());
      resolution.fault(
          Fault.LETTER_TAKEN.at(resolution.source(), span, ranging.letter()).suggesting(other));
    }
    return scope.isTaken(letter);
  }
}
