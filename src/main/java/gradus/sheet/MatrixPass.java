package gradus.sheet;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.network.Gathered;
import gradus.network.Run.AtPoint;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Inline.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Equations of vectors and matrices with the numbers of one pass of the instance.
final class MatrixPass implements PassLinks {
  private final Instanced instance;
  private final MatrixPutIn putIn;
  private final FixedFunctions functions;
  private final Set<Quantity> given;

  MatrixPass(TypedSolution solution, Instanced instance, AtPoint at, Figures figures) {
    this.instance = instance;
    this.given = wholes(instance.problem().valuesAt(at.point()).keySet());
    this.functions = new FixedFunctions(at.point().functions());
    this.putIn =
        new MatrixPutIn(
            instance.problem().functionsAt(at.point()),
            at.values(),
            Gathered.of(at.values(), solution.problem()),
            figures,
            solution::isTurned);
  }

  MatrixPutIn putIn() {
    return putIn;
  }

  private static Set<Quantity> wholes(Set<Symbol> entries) {
    return entries.stream()
        .filter(Quantity.class::isInstance)
        .map(entry -> whole((Quantity) entry))
        .collect(Collectors.toSet());
  }

  private static Quantity whole(Quantity entry) {
    return Quantity.of(entry.name(), entry.labels());
  }

  /// Whether all of its entries are data, whatever the definition says.
  private boolean isGiven(Symbol symbol) {
    return symbol instanceof Quantity quantity && given.contains(whole(quantity));
  }

  /// `z = W x + b = (…) (…) + (…) = (…)`
  Chain forward(Definition definition, OptionalInt number) {
    Symbol symbol = instance.sized(definition.symbol());
    List<Link> links = new ArrayList<>();
    if (isGiven(symbol)) {
      if (putIn.isUnknown(instance.sized(definition.formula()))) {
        links.add(Link.equal(definition.formula()));
      }
      putIn
          .figure(symbol)
          .ifPresent(figure -> links.add(Link.equal(figure.number(), new Text("given"))));
    } else {
      links.add(Link.equal(definition.formula()));
      links.addAll(putIn.links(here(definition.formula()), symbol));
    }
    return new Chain(new Ref(definition.symbol()), links, number);
  }

  /// The same after a step.
  Chain updated(Definition definition) {
    Symbol symbol = instance.sized(definition.symbol());
    List<Link> links = putIn.links(here(definition.formula()), symbol);
    return new Chain(
        new Ref(new Updated((Quantity) definition.symbol())), links, OptionalInt.empty());
  }

  /// With the numbers of the letters and the functions of the point.
  private Expr here(Expr formula) {
    return functions.in(instance.sized(formula));
  }

  /// A name without a sign stands in front.
  Chain backward(Adjoint adjoint) {
    List<Link> links = new ArrayList<>(List.of(Link.equal(adjoint.formula())));
    links.addAll(links(adjoint));
    Symbol left =
        adjoint
            .alias()
            .filter(alias -> !alias.negative())
            .<Symbol>map(Alias::name)
            .orElse(adjoint.partial());
    return new Chain(new Ref(left), links, OptionalInt.empty());
  }

  @Override
  public List<Link> links(Adjoint adjoint) {
    return putIn.links(here(adjoint.formula()), instance.sized(adjoint.partial()));
  }

  @Override
  public List<Link> links(Alias alias) {
    List<Link> links = new ArrayList<>();
    Expr meaning = alias.meaning();
    links.add(new Link(Relation.DEFINED_AS, meaning, List.of(), List.of()));
    links.addAll(putIn.links(instance.sized(meaning), instance.sized(alias.name())));
    return links;
  }
}
