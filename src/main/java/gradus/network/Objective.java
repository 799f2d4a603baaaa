package gradus.network;

import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is derived and descended where the file says nothing else.
public final class Objective {
  private Objective() {}

  /// Without a loss, the one quantity whose derivatives are given: `given dL/dH = 2`.
  public static Optional<Quantity> ofGiven(Stream<Symbol> given) {
    List<Quantity> targets =
        given
            .flatMap(symbol -> symbol instanceof Partial p ? Stream.of(p.of()) : Stream.empty())
            .distinct()
            .toList();
    return targets.size() == 1 ? Optional.of(targets.getFirst()) : Optional.empty();
  }
}
