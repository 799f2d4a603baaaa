package gradus.sheet;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Instance;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem.Size;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Chain.Link;
import gradus.sheet.Sheet.Section;
import gradus.sheet.TypedSolution.Worked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// One pass of several, or of a network whose formulas hold for every size: every member of a
/// family after those that it uses, with numbers.
final class NumbersSection {
  private final TypedSolution solution;
  private final Figures figures;

  NumbersSection(TypedSolution solution, Figures figures) {
    this.solution = solution;
    this.figures = figures;
  }

  Section of(Worked worked, List<Definition> definitions) {
    MatrixPass pass = new MatrixPass(solution, worked.instance(), worked.at(), figures);
    List<Block> blocks = new ArrayList<>();
    List<Inline> agreed = solution.hasFamilies() ? agreed(worked) : List.of();
    if (!agreed.isEmpty()) {
      blocks.add(new Paragraph(agreed));
    }
    blocks.add(new Paragraph(Wording.text("Forward:")));
    blocks.add(new Equations(forward(worked, definitions, pass), Arrangement.COLUMNS));
    blocks.add(new Paragraph(Wording.text("Backward:")));
    blocks.add(new Equations(backward(worked, pass), Arrangement.COLUMNS));
    String heading =
        solution.passes().size() == 1
            ? "With numbers"
            : "Point " + Headings.point(worked.instance().problem(), worked.at().point());
    return new Section(heading, blocks);
  }

  /// Labels are numbers here; sizes without a family stay letters.
  private List<Definition> members(Definition definition, Instanced instance) {
    return Ranges.members(definition, instance).stream()
        .map(member ->
            solution.hasFamilies()
                ? new Definition(instance.sized(member.symbol()), instance.sized(member.formula()))
                : member)
        .toList();
  }

  private List<Adjoint> members(Adjoint adjoint, Instanced instance) {
    return Ranges.members(adjoint, instance).stream()
        .map(member -> solution.hasFamilies() ? sized(member, instance) : member)
        .toList();
  }

  private static Adjoint sized(Adjoint member, Instanced instance) {
    return new Adjoint(
        (Partial) instance.sized(member.partial()),
        member.contributions(),
        member.steps(),
        instance.sized(member.formula()),
        member
            .alias()
            .map(alias ->
                new Alias(
                    (Quantity) instance.sized(alias.name()),
                    alias.negative(),
                    (Partial) instance.sized(alias.partial()))));
  }

  private List<Chain> forward(Worked worked, List<Definition> definitions, MatrixPass pass) {
    Map<Symbol, Chain> chains = new LinkedHashMap<>();
    List<Definition> members = new ArrayList<>();
    for (Definition definition : definitions) {
      for (Definition member : members(definition, worked.instance())) {
        chains.put(member.symbol(), pass.forward(member, OptionalInt.empty()));
        members.add(member);
      }
    }
    return inOrder(chains, members);
  }

  private List<Chain> backward(Worked worked, MatrixPass pass) {
    Map<Symbol, Chain> chains = new LinkedHashMap<>();
    List<Definition> members = new ArrayList<>();
    for (Adjoint adjoint : solution.withMatrices().adjoints()) {
      for (Adjoint member : members(adjoint, worked.instance())) {
        chains.put(member.partial(), pass.backward(member));
        members.add(new Definition(member.partial(), member.formula()));
        member
            .alias()
            .ifPresent(alias -> {
              members.add(new Definition(alias.name(), alias.meaning()));
              if (alias.negative()) {
                chains.put(alias.name(), named(alias, pass));
              }
            });
      }
    }
    return inOrder(chains, members);
  }

  private static Chain named(Alias alias, MatrixPass pass) {
    return new Chain(new Ref(alias.name()), pass.links(alias), OptionalInt.empty());
  }

  private static List<Chain> inOrder(Map<Symbol, Chain> chains, List<Definition> members) {
    return Graph.of(members).definitions().stream()
        .map(Definition::symbol)
        .filter(chains::containsKey)
        .map(chains::get)
        .toList();
  }

  /// `L = 2, n^0 = 2, …, φ^1 = relu`
  private List<Inline> agreed(Worked worked) {
    List<List<Inline>> parts = new ArrayList<>();
    Map<Letter, Integer> sizes = worked.instance().sizes();
    for (Size size : solution.problem().sizes().open()) {
      sizes.keySet().stream()
          .filter(letter -> letter.name().equals(size.letter().name()))
          .sorted(Comparator.comparingInt(letter -> number(letter.labels())))
          .forEach(letter -> parts.add(equation(letter, sizes.getOrDefault(letter, 0))));
    }
    Map<Name, Name> functions = worked.at().point().functions();
    functions.keySet().stream()
        .sorted(
            Comparator.comparing(Instance::family, Comparator.comparing(Name::spelling))
                .thenComparing(name -> number(Instance.called(name).labels())))
        .forEach(function ->
            parts.add(
                Wording.join(
                    List.of(FixedFunctions.shown(function)),
                    Wording.text(" = " + functions.getOrDefault(function, function)))));
    return parts.isEmpty()
        ? List.of()
        : Wording.join(Wording.text("Here "), Wording.listed(parts), Wording.text("."));
  }

  private static List<Inline> equation(Letter letter, int value) {
    return Wording.equation(new Expr.Whole(Index.of(letter)), Link.equal(Expr.Number.of(value)));
  }

  private static int number(List<Index> labels) {
    return labels.stream().findFirst().map(label -> label.constant().orElse(0)).orElse(0);
  }
}
