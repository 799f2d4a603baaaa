package gradus.sheet.section;

import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.expr.Definition;
import gradus.expr.Expr.Ref;
import gradus.network.Problem;
import gradus.network.run.Run.AtPoint;
import gradus.sheet.Block;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.Numbering;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.Figures;
import gradus.sheet.number.Kinks;
import gradus.sheet.number.Pass;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The network's definitions, with the numbers of one pass or without.
final class PassSection {
  private final Problem problem;
  private final Derivation derivation;
  private final Figures figures;
  private final Numbering numbering;

  PassSection(Problem problem, Derivation derivation, Figures figures, Numbering numbering) {
    this.problem = problem;
    this.derivation = derivation;
    this.figures = figures;
    this.numbering = numbering;
  }

  /// The definitions alone, numbered.
  Section network() {
    List<DerivationChain> chains = new ArrayList<>();
    for (Definition definition : problem.graph().definitions()) {
      chains.add(
          new DerivationChain(
              new Ref(definition.symbol()),
              List.of(Link.equal(definition.formula())),
              OptionalInt.of(numbering.next(definition.symbol()))));
    }
    return new Section("Network", List.of(new Equations(chains, Arrangement.COLUMNS)));
  }

  /// The only pass of a sheet: formula, numbers and value on one line, numbered to be cited.
  Section forward(AtPoint at, Pass pass) {
    List<DerivationChain> chains = new ArrayList<>();
    for (Definition definition : problem.graph().definitions()) {
      chains.add(pass.forward(definition, OptionalInt.of(numbering.next(definition.symbol()))));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Equations(chains, Arrangement.COLUMNS));
    blocks.addAll(Kinks.notes(problem, at, figures, false));
    return new Section("Forward pass", blocks);
  }

  /// One pass of several, forward and backward, citing the equations of the derivation.
  List<Block> both(AtPoint at) {
    Pass pass = new Pass(problem, at, figures, new Wording(numbering));
    List<DerivationChain> forward = new ArrayList<>();
    for (Definition definition : problem.graph().definitions()) {
      forward.add(pass.forward(definition, OptionalInt.empty()));
    }
    List<DerivationChain> backward = new ArrayList<>();
    for (Adjoint adjoint : derivation.adjoints()) {
      backward.add(pass.backward(adjoint));
      adjoint.alias().map(pass::alias).ifPresent(backward::add);
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(Wording.text("Forward:")));
    blocks.add(new Equations(forward, Arrangement.COLUMNS));
    blocks.addAll(Kinks.notes(problem, at, figures, false));
    blocks.add(new Paragraph(Wording.text("Backward:")));
    blocks.add(new Equations(backward, Arrangement.COLUMNS));
    return blocks;
  }
}
