package gradus.sheet;

import gradus.calculus.Form;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.network.Problem;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Chain.Link;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The definitions of a network with vectors and matrices, in the form of the sheet, each with what
/// it holds for.
final class NetworkSection {
  private final TypedSolution solution;
  private final Problem problem;
  private final Numbering numbering;

  NetworkSection(TypedSolution solution, Numbering numbering) {
    this.solution = solution;
    this.problem = solution.problem();
    this.numbering = numbering;
  }

  /// As the sheet writes them.
  List<Definition> definitions() {
    if (solution.form() == Form.INDEX) {
      EntryForm entries = new EntryForm(problem.graph());
      return problem.graph().definitions().stream().map(entries::of).toList();
    }
    return withMatrices();
  }

  /// In the spelling of matrices that the derivation found.
  List<Definition> withMatrices() {
    return problem.graph().definitions().stream().map(this::withMatrices).toList();
  }

  private Definition withMatrices(Definition definition) {
    return solution.withMatrices().graph().definition(definition.symbol()).orElse(definition);
  }

  Section section(Optional<MatrixPass> pass) {
    List<Chain> chains = new ArrayList<>();
    for (Definition definition : definitions()) {
      int number = number(definition);
      chains.add(
          pass.isPresent()
              ? pass.get().forward(definition, OptionalInt.of(number))
              : chain(definition, OptionalInt.of(number)));
    }
    String heading = pass.isPresent() ? "Forward pass" : "Network";
    return new Section(heading, List.of(new Equations(chains, Arrangement.COLUMNS)));
  }

  private int number(Definition definition) {
    if (definition.family().isPresent()) {
      return numbering.nextOfMany(definition.symbol());
    }
    return definition.symbol().isEntry()
        ? numbering.nextOfEntries(definition.symbol())
        : numbering.next(definition.symbol());
  }

  static Chain chain(Definition definition, OptionalInt number) {
    Expr formula = definition.formula();
    Link link =
        new Link(Chain.Relation.EQUAL, formula, List.of(), Ranges.text(definition.family()));
    return new Chain(new Ref(definition.symbol()), List.of(link), number);
  }
}
