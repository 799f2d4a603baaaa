package gradus.sheet.number;

import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.run.Run.AtPoint;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Equations of the network and its derivation with the numbers of one pass put in.
public final class Pass implements PassLinks {
  /// Beyond this many sources the numbers explain themselves.
  private static final int MOST_SOURCES = 4;

  private final Problem problem;
  private final Set<Symbol> given;
  private final NumberSubstitution putIn;
  private final Figures figures;
  private final Wording wording;

  public Pass(Problem problem, AtPoint at, Figures figures, Wording wording) {
    this.problem = problem;
    this.given = problem.valuesAt(at.point()).keySet();
    this.putIn = new NumberSubstitution(problem.functionsAt(at.point()), at.values(), figures);
    this.figures = figures;
    this.wording = wording;
  }

  /// Whether the value is data, whatever the definition says.
  public boolean isGiven(Symbol symbol) {
    return given.contains(symbol);
  }

  /// Declared names are data everywhere; that an adjoint is given is worth a word.
  private boolean isData(Quantity quantity) {
    return problem.declaration(quantity).isPresent()
        || problem.graph().definition(quantity).isPresent();
  }

  /// `z_0 = w_0 x + b_0 = 0.5 · 1 + 0 = 0.5`; a given intermediate has its value only, and its
  /// formula where that has none.
  public DerivationChain forward(Definition definition, OptionalInt number) {
    Symbol symbol = definition.symbol();
    List<Link> links = new ArrayList<>();
    if (isGiven(symbol)) {
      if (putIn.isUnknown(definition.formula())) {
        links.add(Link.equal(definition.formula()));
      }
      links.add(Link.equal(putIn.figure(symbol).number(), new Text("given")));
    } else {
      links.add(Link.equal(definition.formula()));
      links.addAll(putIn.links(definition.formula(), putIn.value(symbol)));
    }
    return new DerivationChain(new Ref(symbol), links, number);
  }

  /// The same after a step: `z_0^+ = -0.25 · 1 + 0 = -0.25`.
  public DerivationChain updated(Definition definition) {
    Symbol symbol = definition.symbol();
    return new DerivationChain(
        new Ref(new Updated((Quantity) symbol)),
        putIn.links(definition.formula(), putIn.value(symbol)),
        OptionalInt.empty());
  }

  /// `∂L/∂z_1 = ∂L/∂h_1 · … = 0.5 · 1 = 0.5`, from the last line of its derivation.
  public DerivationChain backward(Adjoint adjoint) {
    List<Link> links = new ArrayList<>(List.of(Link.equal(adjoint.formula())));
    links.addAll(links(adjoint));
    return new DerivationChain(new Ref(adjoint.partial()), links, OptionalInt.empty());
  }

  @Override
  public List<Link> links(Adjoint adjoint) {
    Value value = putIn.value(adjoint.partial());
    return putIn.links(adjoint.formula(), value, origin(adjoint.formula(), value), true);
  }

  /// `Err := -∂E/∂I = 0.25`
  public DerivationChain alias(Alias alias) {
    return new DerivationChain(new Ref(alias.name()), links(alias), OptionalInt.empty());
  }

  @Override
  public List<Link> links(Alias alias) {
    List<Link> links = new ArrayList<>();
    links.add(new Link(Relation.DEFINED_AS, alias.meaning(), List.of(), List.of()));
    links.addAll(putIn.links(alias.meaning(), putIn.value(alias.name())));
    return links;
  }

  /// Where the numbers come from: `(13), (9)`, which cases they select, and whether it all
  /// vanishes.
  private List<Inline> origin(Expr formula, Value value) {
    List<List<Inline>> parts = new ArrayList<>();
    List<Symbol> cited = Formulas.symbols(formula).stream().filter(wording::isNumbered).toList();
    if (!cited.isEmpty() && cited.size() <= MOST_SOURCES) {
      parts.add(wording.cites(cited, ", "));
    }
    Formulas.symbols(formula).stream()
        .filter(symbol -> isGiven(symbol) && !(symbol instanceof Quantity q && isData(q)))
        .forEach(symbol -> parts.add(Wording.join(Wording.of(symbol), Wording.text(" is given"))));
    for (Selections.Selected selected : putIn.selections().of(formula)) {
      parts.add(Wording.selection(selected, figures));
    }
    if (value.doubleValue() == 0 && !Formulas.isZero(formula)) {
      parts.add(Wording.text("vanishes"));
    }
    return Wording.joined(parts, "; ");
  }
}
