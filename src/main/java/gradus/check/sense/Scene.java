package gradus.check.sense;

import gradus.calculus.ChainRule;
import gradus.calculus.Functions;
import gradus.expr.Graph;
import gradus.expr.Symbol.Quantity;
import java.util.Map;
import java.util.Optional;

/// What an answer talks about: a network of numbers.
///
/// @param loss what is derived and descends
/// @param rate the learning rate
/// @param moved whether anything has a value after a step
/// @param sizes what the letters for sizes are in it
public record Scene(
    Lexicon lexicon,
    Functions functions,
    Graph graph,
    ChainRule chainRule,
    Optional<Quantity> loss,
    Quantity rate,
    boolean moved,
    Map<String, Integer> sizes) {
  public Scene {
    sizes = Map.copyOf(sizes);
  }
}
