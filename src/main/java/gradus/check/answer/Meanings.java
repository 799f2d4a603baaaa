package gradus.check.answer;

import gradus.check.sense.Scene;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Reading;
import gradus.expr.Symbol.Updated;
import gradus.network.Problem;
import gradus.syntax.Statement.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What every symbol that a student may write is, in terms of others: quantities by their
/// definitions, adjoints backward from the loss, other partials forward, values after a step by the
/// step. Formulas may be replaced, and everything that uses them changes with them.
final class Meanings {
  private final Problem problem;
  private final Scene scene;
  private final Set<Quantity> moved;
  private final Map<Symbol, Expr> replaced;
  private final Map<Quantity, Expr> aliases = new HashMap<>();
  private final Map<Symbol, Optional<Expr>> known = new HashMap<>();
  private final Map<Symbol, Set<Symbol>> used = new HashMap<>();
  private final Set<Symbol> given = new HashSet<>();

  private Meanings(Problem problem, Scene scene, Map<Symbol, Expr> replaced) {
    this.problem = problem;
    this.scene = scene;
    this.replaced = replaced;
    moved = new HashSet<>(problem.trainable());
    if (!problem.descents().isEmpty()) {
      moved.clear();
      problem.descents().forEach(descent -> moved.addAll(descent.moved()));
    }
    problem.aliases().forEach(alias -> aliases.put(alias.name(), alias.meaning()));
    problem.givenEverywhere().stream().filter(Partial.class::isInstance).forEach(given::add);
  }

  static Meanings of(Problem problem, Scene scene) {
    return new Meanings(problem, scene, Map.of());
  }

  /// With other formulas for some symbols.
  Meanings with(Map<Symbol, Expr> more) {
    Map<Symbol, Expr> all = new LinkedHashMap<>(replaced);
    all.putAll(more);
    return new Meanings(problem, scene, all);
  }

  Optional<Expr> formula(Symbol symbol) {
    Optional<Expr> formula = known.get(symbol);
    if (formula == null) {
      formula = worked(symbol);
      known.put(symbol, formula);
    }
    return formula;
  }

  private Optional<Expr> worked(Symbol symbol) {
    Expr other = replaced.get(symbol);
    if (other != null) {
      return Optional.of(other);
    }
    return switch (symbol) {
      case Quantity quantity ->
          Optional.ofNullable(aliases.get(quantity)).or(() -> definition(quantity));
      case Updated(Quantity quantity) -> Optional.of(updated(quantity));
      case Partial partial -> Optional.of(partial(partial));
    };
  }

  private Optional<Expr> definition(Quantity quantity) {
    return scene.graph().definition(quantity).map(Definition::formula);
  }

  private Expr partial(Partial partial) {
    if (given.contains(partial)) {
      return new Ref(Quantity.of("given " + partial.of() + " by " + partial.by()));
    }
    if (isOpen(partial.of()) && !partial.of().equals(partial.by())) {
      return fromGiven(partial);
    }
    if (partial.reading() == Reading.DIRECT) {
      return scene.chainRule().direct(partial.of(), partial.by());
    }
    if (scene.loss().filter(partial.of()::equals).isEmpty()) {
      return scene.chainRule().forward(partial.of(), partial.by());
    }
    return scene.chainRule().backward(partial.of(), partial.by());
  }

  /// Nothing defines it, and yet it may depend on anything.
  private boolean isOpen(Quantity quantity) {
    boolean isLoss = scene.loss().filter(quantity::equals).isPresent();
    return definition(quantity).isEmpty()
        && (isLoss
            || problem
                .declaration(quantity)
                .filter(declaration -> declaration.role() == Role.QUANTITY)
                .isPresent());
  }

  /// What is known of it are its derivatives by some quantities only; any other has no value.
  private Expr fromGiven(Partial partial) {
    List<Expr> terms = new ArrayList<>();
    if (scene.graph().consumers(partial.by()).isEmpty()) {
      return Formulas.quotient(Formulas.ONE, Formulas.ZERO);
    }
    for (Symbol consumer : scene.graph().consumers(partial.by())) {
      if (consumer instanceof Quantity c) {
        terms.add(
            Formulas.product(
                new Ref(Partial.total(partial.of(), c)),
                scene.chainRule().direct(c, partial.by())));
      }
    }
    return Formulas.sum(terms);
  }

  private Expr updated(Quantity quantity) {
    if (moved.contains(quantity) && scene.loss().isPresent()) {
      Partial gradient = Partial.total(scene.loss().get(), quantity);
      return Formulas.sum(
          new Ref(quantity),
          Formulas.product(Formulas.MINUS_ONE, new Ref(scene.rate()), new Ref(gradient)));
    }
    return definition(quantity).map(Meanings::afterwards).orElse(new Ref(quantity));
  }

  private static Expr afterwards(Expr formula) {
    return formula instanceof Ref(Quantity quantity)
        ? new Ref(new Updated(quantity))
        : Formulas.mapChildren(formula, Meanings::afterwards);
  }

  /// What these symbols need, each after what it uses.
  List<Definition> definitions(Collection<? extends Symbol> wanted) {
    Collection<Definition> needed = needed(wanted);
    return Graph.cycle(needed).isPresent() ? List.of() : Graph.of(needed).definitions();
  }

  /// What these symbols need, in no order.
  Collection<Definition> needed(Collection<? extends Symbol> wanted) {
    Map<Symbol, Definition> found = new LinkedHashMap<>();
    List<Symbol> open = new ArrayList<>(wanted);
    while (!open.isEmpty()) {
      Symbol symbol = open.removeLast();
      if (!found.containsKey(symbol)) {
        formula(symbol)
            .ifPresent(formula -> {
              found.put(symbol, new Definition(symbol, formula));
              open.addAll(Formulas.symbols(formula));
            });
      }
    }
    return found.values();
  }

  /// Whether the value of a symbol depends on another.
  boolean dependsOn(Symbol symbol, Symbol other) {
    return symbol.equals(other) || used.computeIfAbsent(symbol, this::allUsedBy).contains(other);
  }

  private Set<Symbol> allUsedBy(Symbol symbol) {
    Set<Symbol> all = new HashSet<>();
    for (Definition definition : needed(List.of(symbol))) {
      all.addAll(Formulas.symbols(definition.formula()));
    }
    return all;
  }
}
