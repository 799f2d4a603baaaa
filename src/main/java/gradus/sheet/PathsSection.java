package gradus.sheet;

import gradus.calculus.Derivation;
import gradus.calculus.Paths;
import gradus.calculus.Paths.Path;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Run.AtPoint;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Inline.Text;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A gradient split into its paths: what each contributes, and what they share.
final class PathsSection {
  private final Problem problem;
  private final Derivation derivation;
  private final Figures figures;
  private final Optional<AtPoint> at;

  PathsSection(Problem problem, Derivation derivation, Figures figures, Optional<AtPoint> at) {
    this.problem = problem;
    this.derivation = derivation;
    this.figures = figures;
    this.at = at;
  }

  Section section(Partial partial) {
    List<Block> blocks =
        derivation.paths(partial).map(this::blocks).orElseGet(() -> tooMany(partial));
    return new Section("The gradient split into its paths", blocks);
  }

  private List<Block> tooMany(Partial partial) {
    String count = Long.toString(Paths.count(problem.graph(), partial));
    return List.of(
        new Paragraph(
            Wording.join(
                Wording.of(partial.by()),
                Wording.text(" reaches "),
                Wording.of(partial.of()),
                Wording.text(
                    " along " + count + " paths; only up to " + Paths.MOST + " are listed."))));
  }

  private List<Block> blocks(Paths paths) {
    Partial partial = paths.partial();
    List<Block> blocks = new ArrayList<>();
    if (paths.paths().isEmpty()) {
      return List.of(
          new Paragraph(
              Wording.join(
                  Wording.text("No path of definitions leads from "),
                  Wording.of(partial.by()),
                  Wording.text(" to "),
                  Wording.of(partial.of()),
                  Wording.text("."))));
    }
    boolean single = paths.paths().size() == 1;
    blocks.add(
        new Paragraph(
            Wording.join(
                Wording.of(partial.by()),
                Wording.text(" reaches "),
                Wording.of(partial.of()),
                Wording.text(
                    single
                        ? " along one path: the gradient is the product of its direct derivatives."
                        : " along "
                            + Wording.count(paths.paths().size())
                            + " paths. Each contributes the product of its direct"
                            + " derivatives."))));
    Map<Symbol, Value> values = new HashMap<>();
    at.ifPresent(pass -> values.putAll(pass.values()));
    List<Expr> names = new ArrayList<>();
    for (Path path : paths.paths()) {
      Symbol name = single ? partial : Quantity.of(letter() + "_" + (names.size() + 1));
      names.add(new Ref(name));
      blocks.add(new Paragraph(along(path)));
      blocks.add(new Equations(List.of(chain(name, path, values)), Arrangement.STEPS));
    }
    if (single) {
      return blocks;
    }
    blocks.add(new Equations(List.of(total(paths, names, values)), Arrangement.STEPS));
    return blocks;
  }

  /// A letter that the network does not use for its own names.
  private String letter() {
    for (String letter : List.of("P", "Q", "R", "S")) {
      boolean taken =
          problem.graph().definitions().stream()
              .anyMatch(d -> d.symbol() instanceof Quantity q && isBased(q, letter));
      if (!taken && problem.declarations().stream().noneMatch(d -> isBased(d.quantity(), letter))) {
        return letter;
      }
    }
    return "path";
  }

  private static boolean isBased(Quantity quantity, String letter) {
    return quantity.name().key().startsWith(letter + "_");
  }

  private static List<Inline> along(Path path) {
    List<Inline> arrows = new ArrayList<>();
    for (Quantity quantity : path.quantities()) {
      if (!arrows.isEmpty()) {
        arrows.add(new Text(" → "));
      }
      arrows.addAll(Wording.of(quantity));
    }
    arrows.add(new Text(":"));
    return arrows;
  }

  private Chain chain(Symbol name, Path path, Map<Symbol, Value> values) {
    List<Link> links = new ArrayList<>();
    Relation relation = name instanceof Partial ? Relation.EQUAL : Relation.DEFINED_AS;
    links.add(new Link(relation, path.product(), List.of(), List.of()));
    if (!path.local().equals(path.product())) {
      links.add(Link.equal(path.local()));
    }
    at.ifPresent(pass -> {
      PutIn putIn = new PutIn(problem.functionsAt(pass.point()), values, figures);
      Value value = problem.rounding().rounded(name, putIn.worth(path.local()));
      values.put(name, value);
      links.addAll(putIn.links(path.local(), value));
    });
    return new Chain(new Ref(name), links, OptionalInt.empty());
  }

  private Chain total(Paths paths, List<Expr> names, Map<Symbol, Value> values) {
    List<Link> links = new ArrayList<>();
    Expr sum = Formulas.sum(names);
    links.add(Link.equal(sum));
    paths
        .factored()
        .ifPresent(
            factored -> links.add(Link.equal(factored, new Text("shared factors pulled out"))));
    at.ifPresent(pass -> {
      PutIn putIn = new PutIn(problem.functionsAt(pass.point()), values, figures);
      links.addAll(putIn.links(sum, problem.rounding().rounded(paths.partial(), putIn.worth(sum))));
    });
    return new Chain(new Ref(paths.partial()), links, OptionalInt.empty());
  }
}
