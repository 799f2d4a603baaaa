package gradus.check.equal;

import gradus.calculus.rule.Functions;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known besides the two formulas.
///
/// @param comparisons that hold
/// @param ranges what the comparisons with a number say about a single name without a definition;
///   of one with a definition they stay comparisons
/// @param choices names, or groups of them, with a few possible values
/// @param definitions names that stand for formulas, each after those it uses
/// @param functions all that may be called, none of them abstract
public record Facts(
    List<Comparison> comparisons,
    Map<Quantity, OpenInterval> ranges,
    List<Choice> choices,
    List<Definition> definitions,
    Functions functions) {
  public Facts {
    comparisons = withRanges(comparisons, ranges, definitions);
    ranges = new LinkedHashMap<>(ranges);
    definitions.stream().map(Definition::symbol).forEach(ranges::remove);
    ranges = Collections.unmodifiableMap(ranges);
    choices = List.copyOf(choices);
    definitions = List.copyOf(definitions);
  }

  private static List<Comparison> withRanges(
      List<Comparison> comparisons,
      Map<Quantity, OpenInterval> ranges,
      List<Definition> definitions) {
    List<Comparison> all = new ArrayList<>(comparisons);
    for (Definition definition : definitions) {
      Expr name = new Expr.Ref(definition.symbol());
      OpenInterval range = ranges.getOrDefault(definition.symbol(), OpenInterval.ALL);
      if (Double.isFinite(range.from())) {
        all.add(new Comparison(name, Relation.GREATER, number(range.from())));
      }
      if (Double.isFinite(range.to())) {
        all.add(new Comparison(name, Relation.LESS, number(range.to())));
      }
    }
    return List.copyOf(all);
  }

  private static Expr number(double value) {
    return Expr.Number.of(Rational.of(value));
  }

  public static Facts none(Functions functions) {
    return new Facts(List.of(), Map.of(), List.of(), List.of(), functions);
  }

  /// @param bounds comparisons of a name with a number
  public static Facts of(
      List<Comparison> bounds,
      List<Choice> choices,
      List<Definition> definitions,
      Functions functions) {
    Map<Quantity, OpenInterval> ranges = new LinkedHashMap<>();
    for (Comparison bound : bounds) {
      if (bound.left() instanceof Expr.Ref(Quantity name)
          && bound.right() instanceof Expr.Number(Rational number, _)) {
        OpenInterval range = ranges.getOrDefault(name, OpenInterval.ALL);
        ranges.put(
            name,
            switch (bound.relation()) {
              case GREATER, AT_LEAST -> range.above(number.doubleValue());
              case LESS, AT_MOST -> range.below(number.doubleValue());
              case EQUAL, UNEQUAL -> range;
            });
      }
    }
    return new Facts(List.of(), ranges, choices, definitions, functions);
  }

  /// One of these holds.
  public record Choice(List<Map<Quantity, Rational>> alternatives) {
    public Choice {
      alternatives = List.copyOf(alternatives);
    }

    public static Choice of(Quantity name, List<Rational> values) {
      return new Choice(values.stream().map(value -> Map.of(name, value)).toList());
    }

    private boolean concerns(Set<Symbol> names) {
      return alternatives.stream()
          .anyMatch(values -> values.keySet().stream().anyMatch(names::contains));
    }
  }

  Facts defining(List<Definition> definitions) {
    return new Facts(comparisons, ranges, choices, definitions, functions);
  }

  /// Without the definitions and choices that have no influence on two formulas.
  Facts neededBy(Expr left, Expr right) {
    Set<Symbol> used = new HashSet<>(Formulas.symbols(left));
    used.addAll(Formulas.symbols(right));
    for (Comparison comparison : comparisons) {
      used.addAll(Formulas.symbols(comparison.left()));
      used.addAll(Formulas.symbols(comparison.right()));
    }
    List<Definition> needed = new ArrayList<>();
    for (Definition definition : definitions.reversed()) {
      if (used.contains(definition.symbol())) {
        needed.addFirst(definition);
        used.addAll(Formulas.symbols(definition.formula()));
      }
    }
    List<Choice> open = choices.stream().filter(choice -> choice.concerns(used)).toList();
    return new Facts(comparisons, ranges, open, needed, functions);
  }

  /// Without choices, names defined to be what was chosen.
  Facts with(Map<Quantity, Rational> chosen) {
    if (chosen.isEmpty()) {
      return this;
    }
    List<Definition> all = new ArrayList<>();
    chosen.forEach((name, value) -> all.add(new Definition(name, Expr.Number.of(value))));
    all.addAll(definitions);
    return new Facts(comparisons, ranges, List.of(), all, functions);
  }

  OpenInterval range(Quantity quantity) {
    return ranges.getOrDefault(quantity, OpenInterval.ALL);
  }
}
