package gradus.check.name;

import gradus.calculus.rule.Functions;
import gradus.calculus.step.ChainRule;
import gradus.expr.Graph;
import gradus.expr.Symbol.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an answer talks about: a network of numbers.
///
/// @param loss what is derived and descends
/// @param rate the learning rate
/// @param moved whether anything has a value after a step
/// @param sizes what the letters for sizes are in it
/// @param parameters weights and biases, each as a whole
/// @param classes how many there are, by the label that tells one of them
public record Scene(
    Lexicon lexicon,
    Functions functions,
    Graph graph,
    ChainRule chainRule,
    Optional<Quantity> loss,
    Quantity rate,
    boolean moved,
    Map<String, Integer> sizes,
    Set<Quantity> parameters,
    Map<Quantity, Integer> classes) {
  public Scene {
    parameters = Set.copyOf(parameters);
    classes = Map.copyOf(classes);
    sizes = Map.copyOf(sizes);
  }
}
