package gradus.sheet.section;

import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.ArraySolution;
import gradus.sheet.number.FamilyClauses;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What was derived in indices, once more with matrices: definitions and the last line of each
/// derivative.
final class SameInMatrices {
  private final ArraySolution solution;

  SameInMatrices(ArraySolution solution) {
    this.solution = solution;
  }

  Section section(Derivation matrices) {
    List<DerivationChain> chains = new ArrayList<>();
    for (Definition definition : solution.problem().graph().definitions()) {
      Definition written = matrices.graph().definition(definition.symbol()).orElse(definition);
      chains.add(NetworkSection.chain(written, OptionalInt.empty()));
    }
    for (Adjoint adjoint : matrices.adjoints()) {
      chains.add(chain(adjoint));
    }
    return new Section(
        "The same with matrices",
        List.of(
            new Paragraph(Wording.text("Vectors are columns.")),
            new Equations(chains, Arrangement.STEPS, true)));
  }

  private static DerivationChain chain(Adjoint adjoint) {
    List<Link> links = new ArrayList<>();
    Expr left = new Ref(adjoint.partial());
    if (adjoint.alias().isPresent() && !adjoint.alias().get().negative()) {
      links.add(new Link(Relation.EQUAL, left, List.of(), List.of()));
      left = new Ref(adjoint.alias().get().name());
    }
    links.add(
        new Link(
            Relation.EQUAL, adjoint.formula(), List.of(), FamilyClauses.text(adjoint.family())));
    return new DerivationChain(left, links, OptionalInt.empty());
  }
}
