package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Operation;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares a derivation with finite differences before anything of it is printed.
///
/// First every line of every adjoint by itself, at operands drawn independently: points of the
/// whole network are vacuous for that, since a deep ReLU chain is dead at nearly all of them. Then
/// whole directional derivatives, along random directions over parameters and intermediates.
public final class Verification {
  /// Errors above this are a fault of the derivation, not of floating point.
  static final double TOLERANCE = 1e-5;

  private Verification() {}

  /// @param worst the largest relative error seen
  /// @param comparisons how many values were compared
  /// @param mismatch what does not agree, or has no value where there is a slope
  /// @param nowhere what has no slope at any point that was tried: the definition is to blame
  public record Report(
      double worst, int comparisons, Optional<String> mismatch, Optional<Partial> nowhere) {
    public Report and(Report other) {
      return new Report(
          Math.max(worst, other.worst),
          comparisons + other.comparisons,
          mismatch.or(other::mismatch),
          nowhere.or(other::nowhere));
    }
  }

  /// Likewise where nothing is a class label.
  public static Report of(
      Graph graph,
      Functions functions,
      Derivation derivation,
      Set<Symbol> given,
      List<Map<Symbol, Value>> data) {
    return of(graph, functions, derivation, given, new Worlds(data));
  }

  /// @param graph the network without adjoints
  /// @param labels the first and last class that a label may be
  /// @param data values at the points of the problem, to find worlds near them
  public static Report of(
      Graph graph,
      Functions functions,
      Derivation derivation,
      Set<Symbol> given,
      Map<Symbol, Operation.Range> labels,
      List<Map<Symbol, Value>> data) {
    return of(graph, functions, derivation, given, new Worlds(data, DataFacts.ofLabels(labels)));
  }

  /// Of the paths that gradients are split into.
  public static Report of(
      Graph graph,
      Functions functions,
      List<Paths> paths,
      Map<Symbol, Operation.Range> labels,
      List<Map<Symbol, Value>> data) {
    Worlds worlds = new Worlds(data, DataFacts.ofLabels(labels));
    Functions concrete = worlds.concrete(functions, graph);
    Tally tally = new Tally();
    paths.forEach(split -> new PathCheck(graph, concrete, worlds, split).check(tally));
    return tally.report();
  }

  /// Of a derivation in vectors and matrices, everything written out into entries. An instance
  /// whose sizes all differ and are at least 2 finds factors in the wrong order.
  ///
  /// @param given whole quantities and partials
  public static Report of(
      Graph graph,
      Functions functions,
      Derivation derivation,
      Set<Symbol> given,
      List<UnitSum> facts,
      Instance instance) {
    WrittenOutDerivation written = new WrittenOutDerivation(graph, instance);
    return of(
        written.graph(),
        functions,
        written.of(derivation),
        written.entries(given),
        new Worlds(List.of(), DataFacts.of(graph, facts, written)));
  }

  /// Of Jacobians of one definition, line by line: at some of their entries where there are many,
  /// and none where the definition does not mention the operand and every line says so.
  ///
  /// @param alone the definition
  /// @param lines which it alone contributes to
  public static Report ofJacobians(
      Graph alone,
      Functions functions,
      List<Adjoint> lines,
      List<UnitSum> facts,
      Instance instance) {
    WrittenOutDerivation written = new WrittenOutDerivation(alone, instance);
    Worlds worlds = new Worlds(List.of(), DataFacts.of(alone, facts, written));
    Functions concrete = worlds.concrete(functions, written.graph());
    List<Adjoint> entries = written.adjoints(lines, instance::some);
    LineCheck check = new LineCheck(written.graph(), concrete, entries, worlds);
    Tally tally = new Tally();
    entries.stream().filter(entry -> !saysNothing(entry)).forEach(e -> check.check(e, tally));
    return tally.report();
  }

  private static Report of(
      Graph graph, Functions functions, Derivation derivation, Set<Symbol> given, Worlds worlds) {
    Functions concrete = worlds.concrete(functions, graph);
    Tally tally = new Tally();
    LineCheck lines = new LineCheck(graph, concrete, derivation.adjoints(), worlds);
    for (Adjoint adjoint : derivation.adjoints()) {
      lines.check(adjoint, tally);
    }
    DirectionCheck directions = new DirectionCheck(graph, concrete, derivation, given, worlds);
    targets(derivation).forEach(target -> directions.check(target, tally));
    return tally.report();
  }

  private static boolean saysNothing(Adjoint adjoint) {
    return adjoint.contributions().isEmpty()
        && adjoint.steps().stream().map(Step::formula).allMatch(Formulas::isZero);
  }

  private static Set<Quantity> targets(Derivation derivation) {
    Set<Quantity> targets = new LinkedHashSet<>();
    derivation.adjoints().stream().map(Adjoint::partial).map(Partial::of).forEach(targets::add);
    return targets;
  }

  static String name(Partial partial) {
    return PlainText.of(partial);
  }

  /// Collects errors and the first mismatch.
  static final class Tally {
    private double worst;
    private int comparisons;
    private final List<String> mismatches = new ArrayList<>();
    private final List<Partial> nowhere = new ArrayList<>();

    /// @param scale the size of the terms that were summed; an error is relative to it
    /// @param noise how far off the differences themselves may be; so much is no fault, and where
    ///   it is much the error says nothing
    void compare(String what, double expected, double actual, double scale, double noise) {
      double size = Math.max(1, Math.max(scale, Math.abs(expected)));
      double error = Math.abs(expected - actual) / size;
      comparisons++;
      if (!(error <= TOLERANCE + noise / size)) {
        mismatches.add(
            "%s: the formula gives %s, differences give %s".formatted(what, actual, expected));
      } else if (noise <= TOLERANCE * size) {
        worst = Math.max(worst, error);
      }
    }

    /// Where there is a slope, the formula has no value.
    void missing(String what) {
      mismatches.add(what + ": no point was found where it could be compared");
    }

    void nowhere(Partial direct) {
      nowhere.add(direct);
    }

    Report report() {
      return new Report(
          worst, comparisons, mismatches.stream().findFirst(), nowhere.stream().findFirst());
    }
  }
}
