package gradus.check;

import gradus.calculus.Functions;
import gradus.expr.Condition.Comparison;
import gradus.expr.Definition;
import gradus.expr.Rational;
import gradus.expr.Symbol.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known besides the two formulas.
///
/// @param comparisons that hold
/// @param ranges what the comparisons with a number say about a single name
/// @param choices names with a few possible values
/// @param definitions names that stand for formulas, each after those it uses
/// @param functions all that may be called, none of them abstract
public record Facts(
    List<Comparison> comparisons,
    Map<Quantity, Range> ranges,
    Map<Quantity, List<Rational>> choices,
    List<Definition> definitions,
    Functions functions) {
  public Facts {
    comparisons = List.copyOf(comparisons);
    ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    definitions = List.copyOf(definitions);
  }

  public static Facts none(Functions functions) {
    return new Facts(List.of(), Map.of(), Map.of(), List.of(), functions);
  }

  Range range(Quantity quantity) {
    return ranges.getOrDefault(quantity, Range.ALL);
  }
}
