package gradus.network;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Instance;
import gradus.calculus.Jacobian;
import gradus.calculus.UnitSum;
import gradus.calculus.Verification;
import gradus.expr.Definition;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index.Letter;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares Jacobians with differences, those of each definition by themselves: what its operands
/// have to do with each other does not count.
///
/// @param facts of the data
/// @param sizes numbers for all letters
record JacobianCheck(Problem problem, List<UnitSum> facts, Map<Letter, Integer> sizes) {
  List<Verification.Report> of(List<Jacobian> jacobians) {
    Derivation lines =
        new Derivation(problem.graph(), jacobians.stream().map(Jacobian::lines).toList());
    List<Quantity> declared =
        problem.declarations().stream().map(Problem.Declaration::quantity).toList();
    Map<Quantity, List<Adjoint>> byDefinition =
        EveryEntry.of(lines, problem.graph(), declared).adjoints().stream()
            .collect(
                Collectors.groupingBy(
                    adjoint -> adjoint.partial().of(), LinkedHashMap::new, Collectors.toList()));
    return byDefinition.entrySet().stream()
        .map(
            entry -> of(problem.graph().definition(entry.getKey()).orElseThrow(), entry.getValue()))
        .toList();
  }

  private Verification.Report of(Definition definition, List<Adjoint> lines) {
    return Verification.ofJacobians(
        Graph.of(List.of(definition)),
        problem.functions(),
        lines,
        facts,
        new Instance(small(definition)));
  }

  /// The letters of one definition are 2, 3 and so on, whatever others there are in the problem; 2
  /// is the one that stands most often, since three axes have many entries.
  private Map<Letter, Integer> small(Definition definition) {
    Map<Letter, Long> uses =
        Stream.concat(
                Stream.of(definition.symbol()), Formulas.symbols(definition.formula()).stream())
            .flatMap(symbol -> symbol.shape().axes().stream())
            .flatMap(axis -> axis.letters().stream())
            .filter(this::isOpen)
            .collect(
                Collectors.groupingBy(letter -> letter, LinkedHashMap::new, Collectors.counting()));
    List<Letter> own = new ArrayList<>(uses.keySet());
    own.sort(Comparator.comparing(letter -> -uses.getOrDefault(letter, 0L)));
    Map<Letter, Integer> small = new HashMap<>(sizes);
    own.forEach(letter -> small.put(letter, own.indexOf(letter) + 2));
    return small;
  }

  private boolean isOpen(Letter letter) {
    return problem.sizes().open().stream().anyMatch(size -> size.letter().equals(letter));
  }
}
