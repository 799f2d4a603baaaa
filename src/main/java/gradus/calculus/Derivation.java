package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Register;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Optional;

/// The chain rule at work on a graph: every partial that was asked for, and those it takes.
///
/// `graph` holds the definitions of the network and, beside them, each adjoint as a definition
/// `∂L/∂z = formula`; formulas refer to other adjoints by name.
///
/// @param jacobians of [#neighbours], where they were asked for
/// @param paths of partials of numbers, where they were asked for
public record Derivation(
    Graph graph,
    Register<Partial, Adjoint> adjoints,
    Register<Partial, Jacobian> jacobians,
    Register<Partial, Paths> paths) {
  public Derivation(Graph graph, List<Adjoint> adjoints) {
    this(
        graph,
        Register.of(adjoints, Adjoint::partial),
        Register.of(List.of(), Jacobian::pair),
        Register.of(List.of(), Paths::partial));
  }

  public Derivation with(List<Paths> split) {
    return new Derivation(graph, adjoints, jacobians, Register.of(split, Paths::partial));
  }

  public Derivation withJacobians(List<Jacobian> ofNeighbours) {
    Register<Partial, Jacobian> all = Register.of(ofNeighbours, Jacobian::pair);
    return new Derivation(graph, adjoints, all, paths);
  }

  public Optional<Adjoint> adjoint(Partial partial) {
    return adjoints.find(partial);
  }

  /// The direct partials along which something is passed down, nearest to the target first.
  public List<Partial> neighbours() {
    return adjoints.stream()
        .flatMap(adjoint ->
            adjoint.contributions().stream()
                .map(part -> Partial.direct(part.consumer(), adjoint.partial().by())))
        .distinct()
        .toList();
  }

  /// Whether all that is derived are numbers, and no quantity on the way is a matrix itself, as in
  /// a batch.
  public boolean leadsThroughVectors() {
    return adjoints.stream()
            .map(adjoint -> adjoint.partial().of())
            .allMatch(of -> of.shape().isScalar() && !of.isEntry())
        && neighbours().stream().allMatch(pair -> pair.of().shape().axes().size() <= 1);
  }

  public Optional<Jacobian> jacobian(Partial direct) {
    return jacobians.find(direct);
  }

  public Optional<Paths> paths(Partial partial) {
    return paths.find(partial);
  }

  /// A total partial: its contributions, the steps from the first line to the last, and the formula
  /// on the last line. `alias` is the name that the network file gives it.
  ///
  /// An entry has its indices in the partial: `∂L/∂W_{i,j}`, for all i and j. Of a family one
  /// adjoint is a piece, the base case or the recursion, and holds for the values of its `family`
  /// only.
  public record Adjoint(
      Partial partial,
      List<Contribution> contributions,
      List<Step> steps,
      Expr formula,
      Optional<Alias> alias,
      Optional<Family> family) {
    public Adjoint(
        Partial partial,
        List<Contribution> contributions,
        List<Step> steps,
        Expr formula,
        Optional<Alias> alias) {
      this(partial, contributions, steps, formula, alias, Optional.empty());
    }

    public Adjoint {
      contributions = List.copyOf(contributions);
      steps = List.copyOf(steps);
    }
  }

  /// What one consumer passes down: `upstream · local`, `local` the direct partial of its formula.
  /// Upstream is empty where the consumer is the target itself.
  ///
  /// @param over the values of a letter over which consumers of a shared quantity are summed
  public record Contribution(
      Quantity consumer, Optional<Expr> upstream, Expr local, Optional<Family> over) {
    public Contribution(Quantity consumer, Optional<Expr> upstream, Expr local) {
      this(consumer, upstream, local, Optional.empty());
    }

    public boolean vanishes() {
      return Formulas.isZero(local);
    }
  }

  /// One equals sign: what stands behind it and why.
  public record Step(Expr formula, Reason reason) {}

  /// `name Err = -dE/dI`: quantity = sign · partial.
  public record Alias(Quantity name, boolean negative, Partial partial) {
    /// The partial in terms of the name.
    public Expr partialByName() {
      return negative ? Formulas.negated(new Expr.Ref(name)) : new Expr.Ref(name);
    }

    /// What the name stands for.
    public Expr meaning() {
      return negative ? Formulas.negated(new Expr.Ref(partial)) : new Expr.Ref(partial);
    }
  }
}
