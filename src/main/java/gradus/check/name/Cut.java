package gradus.check.name;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A formula as a node of the network: `u = w x` in `z = w x + b`, so that one can differentiate by
/// it. The definitions that it is part of are written with the node.
///
/// @param sure whether nothing else of the network may depend on it; else a partial that differs
///   need not be wrong
public record Cut(Quantity node, Expr formula, List<Definition> sites, boolean sure) {
  public Cut {
    sites = List.copyOf(sites);
  }

  /// @param all the formula and others that are cut out with it, as the entries of a matrix are
  public static Cut of(Expr formula, List<Expr> all, Graph graph) {
    Quantity node = Quantity.of("a node of the answer's own");
    Set<Symbol> names = Formulas.symbols(formula);
    SubformulaMatch cutting = new SubformulaMatch(formula, new Ref(node));
    List<Definition> sites = new ArrayList<>();
    boolean sure = true;
    for (Definition definition : graph.definitions()) {
      if (definition.symbol() instanceof Quantity
          && graph.operands(definition.symbol()).containsAll(names)) {
        Expr written = cutting.of(definition.formula());
        if (Formulas.symbols(written).contains(node)) {
          sites.add(new Definition(definition.symbol(), written));
        }
        sure &= !Formulas.symbols(without(all, written, node)).containsAll(names);
      }
    }
    return new Cut(node, formula, sites, sure && !sites.isEmpty());
  }

  private static Expr without(List<Expr> all, Expr written, Quantity node) {
    Expr less = written;
    for (Expr other : all) {
      less = new SubformulaMatch(other, new Ref(node)).of(less);
    }
    return less;
  }

  /// A formula written with the node.
  public Expr written(Expr other) {
    return new SubformulaMatch(formula, new Ref(node)).of(other);
  }

  /// A formula written without it.
  public Expr unwritten(Expr other) {
    return Formulas.substitute(other, Map.of(node, formula));
  }
}
