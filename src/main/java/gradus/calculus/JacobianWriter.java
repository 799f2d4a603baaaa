package gradus.calculus;

import gradus.calculus.indices.IndexLetters;
import gradus.calculus.indices.IndexSimplifier;
import gradus.calculus.indices.Kroneckers;
import gradus.calculus.indices.Ranges;
import gradus.calculus.rewrite.Simplifier;
import gradus.calculus.rule.Functions;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Jacobian;
import gradus.calculus.step.Jacobian.Cell;
import gradus.calculus.step.WholeJacobian;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Shape;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Writes the Jacobian of a definition by one of its operands, from its general entry.
public final class JacobianWriter {
  /// Up to so many rows or columns all stand in the matrix.
  private static final int MOST = 4;

  private final Graph graph;
  private final Partial pair;
  private final Adjoint entries;
  private final List<Index> at;

  private JacobianWriter(Graph graph, Partial pair, Adjoint entries) {
    this.graph = graph;
    this.pair = pair;
    this.entries = entries;
    this.at = new ArrayList<>(entries.partial().of().indices());
    at.addAll(entries.partial().by().indices());
  }

  /// The derivation with the Jacobian of each pair of neighbours that are not both numbers.
  ///
  /// @param network the definitions to be derived
  public static Derivation beside(Derivation derivation, Graph network, Functions functions) {
    List<Partial> pairs =
        derivation.neighbours().stream().filter(pair -> !pair.shape().isScalar()).toList();
    return derivation.withJacobians(of(pairs, network, functions));
  }

  /// Each definition is derived once, by itself, so that what its operands have to do with each
  /// other does not count.
  private static List<Jacobian> of(List<Partial> pairs, Graph graph, Functions functions) {
    IndexLetters letters = IndexLetters.of(graph);
    Map<Quantity, List<Quantity>> operands = new LinkedHashMap<>();
    pairs.forEach(
        pair -> operands.computeIfAbsent(pair.of(), _ -> new ArrayList<>()).add(pair.by()));
    Map<Partial, Adjoint> entries = new HashMap<>();
    operands.forEach((of, by) ->
        Differentiator.ofDefinition(graph, letters, functions, of, by)
            .adjoints()
            .forEach(entry -> entries.putIfAbsent(whole(entry.partial()), entry)));
    return pairs.stream()
        .map(pair ->
            new JacobianWriter(graph, pair, Objects.requireNonNull(entries.get(whole(pair))))
                .jacobian())
        .toList();
  }

  /// The pair without the letters of its entries.
  private static Partial whole(Partial pair) {
    return Partial.direct(pair.of().whole(), pair.by().whole());
  }

  private Jacobian jacobian() {
    Optional<Expr> cases = Kroneckers.of(entries.formula()).cases();
    if (!pair.shape().isMatrix()) {
      return new Jacobian(pair, entries, cases, List.of(), column());
    }
    Expr inMatrix = named();
    Optional<Expr> whole =
        pair.of().shape().isScalar()
            ? Optional.empty()
            : new WholeJacobian(graph, pair).of(inMatrix, letter(0), letter(1));
    return new Jacobian(pair, entries, cases, cells(Kroneckers.of(inMatrix)), whole);
  }

  private Optional<Name> letter(int axis) {
    return at.stream()
        .skip(axis)
        .limit(1)
        .flatMap(index -> index.letters().stream())
        .map(Letter::name)
        .findFirst();
  }

  /// Of a function that has cases, `relu'(z_i) [i = j]`: cases would not go into a matrix.
  private Expr named() {
    Definition definition = graph.definition(pair.of()).orElseThrow();
    if (!(definition.formula() instanceof Call call)
        || !call.arguments().equals(List.of(new Ref(pair.by())))
        || !Formulas.mentionsCases(entries.formula())) {
      return entries.formula();
    }
    Expr derivative =
        new Call(
            call.function(), call.labels(), List.of(1), List.of(new Ref(entries.partial().by())));
    return Formulas.product(derivative, new Kronecker(at.getFirst(), at.getLast()));
  }

  private List<Cell> cells(Kroneckers kroneckers) {
    List<Cell> cells = new ArrayList<>();
    for (Index row : shown(pair.shape().rows())) {
      for (Index column : shown(pair.shape().columns())) {
        cells.add(new Cell(row, column, cell(kroneckers, row, column)));
      }
    }
    return cells;
  }

  /// All of a small number, else the first and the last.
  private static List<Index> shown(Index size) {
    int number = size.constant().orElse(Integer.MAX_VALUE);
    return number <= MOST
        ? IntStream.rangeClosed(1, number).mapToObj(Index::of).toList()
        : List.of(Index.ONE, size);
  }

  private Expr cell(Kroneckers kroneckers, Index row, Index column) {
    Ranges several = several(pair.shape());
    Expr cell =
        put(
            kroneckers.where(one -> IndexSimplifier.tidied(put(one, row, column), several)),
            row,
            column);
    Expr decided = decided(cell, several);
    return decided.equals(cell) ? cell : Simplifier.simplified(decided);
  }

  /// Cases by indices, where it is clear which holds; all else stays as it is.
  private static Expr decided(Expr formula, Ranges known) {
    if (formula instanceof Cases && !(IndexSimplifier.tidied(formula, known) instanceof Cases)) {
      return IndexSimplifier.tidied(formula, known);
    }
    return Formulas.mapChildren(formula, part -> decided(part, known));
  }

  /// Where there are dots, the last is not the first.
  private static Ranges several(Shape shape) {
    Map<Letter, Integer> least = new HashMap<>();
    shape.axes().forEach(axis -> axis.letters().forEach(letter -> least.put(letter, 2)));
    return new Ranges(Map.of(), least);
  }

  private Expr put(Expr formula, Index row, Index column) {
    Expr inRow = letter(0).map(name -> IndexSubstitution.with(formula, name, row)).orElse(formula);
    return letter(1).map(name -> IndexSubstitution.with(inRow, name, column)).orElse(inRow);
  }

  /// A vector by one entry of a matrix: `∂z/∂W_ij = x_j e_i`.
  private Optional<Expr> column() {
    List<Expr> factors =
        entries.formula() instanceof Product(List<Expr> all) ? all : List.of(entries.formula());
    List<Kronecker> units =
        factors.stream().filter(this::isOfRow).map(Kronecker.class::cast).toList();
    if (units.size() != 1) {
      return Optional.empty();
    }
    Index where = units.getFirst().right();
    List<Expr> rest = new ArrayList<>(factors);
    rest.remove(units.getFirst());
    rest.replaceAll(factor -> IndexSubstitution.with(factor, letter(0).orElseThrow(), where));
    if (!Kroneckers.of(Formulas.product(rest)).isEmpty()) {
      return Optional.empty();
    }
    Operation unit = new Operation.OneHot(pair.of().shape().rows());
    rest.add(Formulas.apply(unit, new Expr.Whole(where)));
    return Optional.of(Formulas.product(rest));
  }

  /// `[l = i]` of the entry l that is derived.
  private boolean isOfRow(Expr factor) {
    return factor instanceof Kronecker(Index left, Index right)
        && entries.partial().of().indices().equals(List.of(left))
        && !right.mentions(letter(0).orElseThrow());
  }
}
