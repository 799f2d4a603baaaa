package gradus.sheet;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.calculus.Form;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Chain.Link;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the signs of a sheet mean: each is explained where it occurs, with an example from the
/// network.
final class Notation {
  private final TypedSolution solution;
  private final List<Expr> formulas = new ArrayList<>();
  private final Set<Quantity> quantities = new LinkedHashSet<>();

  /// @param further what else is printed
  Notation(TypedSolution solution, List<Expr> further) {
    this.solution = solution;
    add(solution.derivation());
    solution.matrices().ifPresent(this::addResults);
    formulas.addAll(further);
  }

  /// Of the same in matrices only the last lines are printed.
  private void addResults(Derivation derivation) {
    for (Definition definition : derivation.graph().definitions()) {
      formulas.add(new Ref(definition.symbol()));
      formulas.add(definition.formula());
    }
  }

  private void add(Derivation derivation) {
    for (Definition definition : derivation.graph().definitions()) {
      formulas.add(definition.formula());
      if (definition.symbol() instanceof Quantity quantity) {
        quantities.add(quantity);
      }
    }
    for (Adjoint adjoint : derivation.adjoints()) {
      formulas.add(new Ref(adjoint.partial()));
      quantities.add(adjoint.partial().by());
      adjoint.steps().stream().map(Step::formula).forEach(formulas::add);
    }
    for (Expr formula : formulas) {
      Formulas.symbols(formula).stream()
          .filter(Quantity.class::isInstance)
          .map(Quantity.class::cast)
          .forEach(quantities::add);
    }
  }

  List<List<Inline>> lines() {
    List<List<Inline>> lines = new ArrayList<>();
    lines.add(labels());
    lines.add(indices());
    lines.add(origin());
    List<List<Inline>> signs = new ArrayList<>();
    if (occurs(Notation::isHadamard)) {
      signs.add(Wording.text("⊙ multiplies entry by entry"));
    }
    if (occurs(Kronecker.class::isInstance)) {
      signs.add(kronecker());
    }
    if (occurs(expr -> isOperation(expr, Operation.Ones.class))) {
      signs.add(Wording.text("a bold 1 is the vector of ones"));
    }
    if (occurs(expr -> isOperation(expr, Operation.OneHot.class))) {
      signs.add(Wording.text("a bold e with an index below is the vector with 1 there and else 0"));
    }
    alongSums().ifPresent(signs::add);
    entrywise().ifPresent(signs::add);
    if (!signs.isEmpty()) {
      lines.add(
          Wording.join(Wording.text("Signs: "), Wording.joined(signs, "; "), Wording.text(".")));
    }
    lines.add(layout());
    lines.removeIf(List::isEmpty);
    return lines;
  }

  /// A letter above names the member of a family, and is no exponent.
  private List<Inline> labels() {
    List<List<Inline>> examples = new ArrayList<>();
    labelled(false).ifPresent(quantity -> examples.add(Wording.of(quantity)));
    labelled(true).ifPresent(quantity -> examples.add(Wording.of(quantity)));
    return examples.isEmpty()
        ? List.of()
        : Wording.join(
            Wording.text("Labels, as in "),
            Wording.listed(examples),
            Wording.text(", are no exponents" + (isTransposition() ? "; ⊤ transposes." : ".")));
  }

  /// Whether a label looks like the sign of the transpose.
  private boolean isTransposition() {
    Index letter = Index.of(Name.of("T"));
    return quantities.stream().anyMatch(quantity -> quantity.labels().contains(letter));
  }

  private Optional<Quantity> labelled(boolean number) {
    return quantities.stream()
        .filter(q -> !q.labels().isEmpty() && !q.isEntry())
        .filter(q -> q.labels().stream().anyMatch(l -> l.constant().isPresent()) == number)
        .findFirst();
  }

  private List<Inline> indices() {
    Optional<Quantity> matrix =
        quantities.stream().filter(q -> q.indices().size() == 2).findFirst();
    if (matrix.isEmpty()) {
      return List.of();
    }
    Quantity entry = matrix.get();
    Quantity whole = entry.whole();
    return Wording.join(
        Wording.text("Indices: "),
        Wording.of(entry),
        Wording.text(" stands in row "),
        List.of(new Inline.Formula(new Expr.Whole(entry.indices().getFirst()))),
        Wording.text(" and column "),
        List.of(new Inline.Formula(new Expr.Whole(entry.indices().getLast()))),
        Wording.text(" of "),
        Wording.of(whole),
        Wording.text("."));
  }

  private List<Inline> origin() {
    return solution.problem().indexOrigin() == 1
        ? List.of()
        : Wording.text(
            "Entries are counted from 1 on this sheet; the network file counts from "
                + solution.problem().indexOrigin()
                + ".");
  }

  private List<Inline> kronecker() {
    Expr sign = new Kronecker(Index.of(Name.of("i")), Index.of(Name.of("j")));
    List<Inline> equal =
        Wording.equation(new Ref(Quantity.of("i")), Link.equal(new Ref(Quantity.of("j"))));
    return Wording.join(
        List.of(new Inline.Formula(sign)),
        Wording.text(" is 1 if "),
        equal,
        Wording.text(", else 0"));
  }

  /// `sum(G, columns)` is a row.
  private Optional<List<Inline>> alongSums() {
    boolean columns = occurs(expr -> isTotal(expr, Along.COLUMNS));
    boolean rows = occurs(expr -> isTotal(expr, Along.ROWS));
    List<String> kinds = new ArrayList<>();
    if (columns) {
      kinds.add("sum with columns adds up each column");
    }
    if (rows) {
      kinds.add("sum with rows adds up each row");
    }
    return kinds.isEmpty() ? Optional.empty() : Optional.of(Wording.text(String.join("; ", kinds)));
  }

  private static boolean isTotal(Expr expr, Along along) {
    return expr instanceof Apply(Operation.Total(Along over), _) && over == along;
  }

  /// Functions of vectors and matrices.
  private Optional<List<Inline>> entrywise() {
    boolean any =
        occurs(expr ->
            expr instanceof Call(_, _, _, List<Expr> arguments)
                && arguments.stream().anyMatch(argument -> !Shapes.isScalar(argument)));
    return any
        ? Optional.of(Wording.text("functions of vectors and matrices act entry by entry"))
        : Optional.empty();
  }

  private boolean occurs(java.util.function.Predicate<Expr> sign) {
    return formulas.stream().anyMatch(formula -> Formulas.anyMatch(formula, sign));
  }

  private static boolean isOperation(Expr expr, Class<? extends Operation> kind) {
    return expr instanceof Apply(Operation operation, _) && kind.isInstance(operation);
  }

  private static boolean isHadamard(Expr expr) {
    return expr instanceof Product(List<Expr> factors)
        && factors.stream().filter(factor -> !Shapes.isScalar(factor)).count() > 1;
  }

  /// With an example of each kind of derivative.
  private List<Inline> layout() {
    if (solution.form() == Form.INDEX && solution.matrices().isEmpty()) {
      return List.of();
    }
    Optional<Partial> gradient =
        partials()
            .filter(partial -> partial.of().shape().isScalar() && !partial.of().isEntry())
            .filter(partial -> !partial.by().shape().isScalar())
            .findFirst();
    Optional<Partial> jacobian =
        partials()
            .filter(partial -> partial.of().shape().isVector() && partial.by().shape().isVector())
            .findFirst();
    List<List<Inline>> parts = new ArrayList<>();
    gradient.ifPresent(partial ->
        parts.add(
            Wording.join(
                Wording.of(partial),
                Wording.text(
                    solution.numerator()
                        ? " has the shape of the transpose of "
                        : " has the shape of "),
                Wording.of(partial.by()),
                Wording.text(", and so on"))));
    jacobian.ifPresent(partial ->
        parts.add(
            Wording.join(
                Wording.of(partial),
                Wording.text(" has a row for each entry of "),
                Wording.of(partial.of()),
                Wording.text(" and a column for each entry of "),
                Wording.of(partial.by()))));
    return parts.isEmpty()
        ? List.of()
        : Wording.join(Wording.text("Layout: "), Wording.joined(parts, "; "), Wording.text("."));
  }

  private Stream<Partial> partials() {
    return formulas.stream()
        .flatMap(formula -> Formulas.symbols(formula).stream())
        .filter(Partial.class::isInstance)
        .map(Partial.class::cast);
  }
}
