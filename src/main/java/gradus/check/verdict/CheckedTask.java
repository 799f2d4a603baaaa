package gradus.check.verdict;

import gradus.expr.Symbol.Partial;
import gradus.network.Problem.Task;
import java.util.List;
import java.util.Optional;

/// A task of the network file, and what the answer says to it.
///
/// @param claim the number of the claim, from 0, that did it or got it wrong
/// @param missing what is asked for and not answered
public record CheckedTask(
    Task task, Status status, Optional<Integer> claim, List<Partial> missing) {
  public CheckedTask {
    missing = List.copyOf(missing);
  }

  public enum Status {
    DONE,
    MISSING,
    WRONG
  }
}
