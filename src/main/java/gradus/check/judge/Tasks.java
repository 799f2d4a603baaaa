package gradus.check.judge;

import gradus.check.name.Sense.Grid;
import gradus.check.sense.Glossary;
import gradus.check.sense.Interpreter;
import gradus.check.verdict.CheckedAnswer.CheckedClaim;
import gradus.check.verdict.CheckedTask;
import gradus.check.verdict.CheckedTask.Status;
import gradus.check.verdict.Verdict;
import gradus.check.world.Exercise;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.network.Problem.Request;
import gradus.network.Problem.Task;
import gradus.syntax.paper.Chain;
import gradus.syntax.paper.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the tasks of the network file ask for, and which claims answer it: those in which a
/// derivative asked for is a side by itself.
final class Tasks {
  private final Exercise exercise;
  private final Map<Symbol, Integer> right = new LinkedHashMap<>();
  private final Map<Symbol, Integer> wrong = new LinkedHashMap<>();

  Tasks(Exercise exercise) {
    this.exercise = exercise;
  }

  void note(CheckedClaim claim, int number) {
    if (exercise.problem().tasks().isEmpty()) {
      return;
    }
    boolean isWrong = claim.verdict() == Verdict.WRONG;
    for (Chain chain : claim.claim().chains()) {
      if (chain.sides().size() > 1) {
        chain
            .sides()
            .forEach(side -> {
              for (Symbol symbol : symbols(side)) {
                (isWrong ? wrong : right).putIfAbsent(symbol, number);
              }
            });
      }
    }
  }

  private List<Symbol> symbols(Side side) {
    boolean readable = side.tree().isPresent();
    List<Symbol> symbols = new ArrayList<>();
    if (readable
        && Interpreter.read(side.tree().get(), exercise.scene(), new Glossary(), Set.of(), Map.of())
                .sense()
            instanceof Grid grid) {
      for (Expr entry : grid.entries()) {
        if (entry instanceof Ref(Symbol symbol)) {
          symbols.add(symbol);
        }
      }
    }
    return symbols;
  }

  List<CheckedTask> checked() {
    return exercise.problem().tasks().stream().map(this::checked).toList();
  }

  private CheckedTask checked(Task task) {
    List<Partial> missing = new ArrayList<>();
    Optional<Integer> bad = Optional.empty();
    Optional<Integer> good = Optional.empty();
    for (Request request : task.requests()) {
      Partial partial = request.partial();
      if (wrong.containsKey(partial)) {
        bad = bad.or(() -> Optional.of(wrong.get(partial)));
      } else if (right.containsKey(partial)) {
        good = Optional.of(right.get(partial));
      } else {
        missing.add(partial);
      }
    }
    Status status =
        bad.isPresent() ? Status.WRONG : missing.isEmpty() ? Status.DONE : Status.MISSING;
    return new CheckedTask(task, status, bad.or(() -> Optional.empty()).or(lastOf(good)), missing);
  }

  private static java.util.function.Supplier<Optional<Integer>> lastOf(Optional<Integer> good) {
    return () -> good;
  }
}
