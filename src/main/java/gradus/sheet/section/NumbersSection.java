package gradus.sheet.section;

import gradus.calculus.entry.Instance;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.expr.Definition;
import gradus.expr.Expr.Ref;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Block;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.Inline;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.ArraySolution;
import gradus.sheet.number.ArraySolution.Worked;
import gradus.sheet.number.FamilyClauses;
import gradus.sheet.number.Figures;
import gradus.sheet.number.FixedFunctions;
import gradus.sheet.number.MatrixPass;
import gradus.sheet.number.PointHeadings;
import gradus.sheet.number.ProblemInstance;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// One pass of several, or of a network whose formulas hold for every size: every member of a
/// family after those that it uses, with numbers.
final class NumbersSection {
  private final ArraySolution solution;
  private final Figures figures;

  NumbersSection(ArraySolution solution, Figures figures) {
    this.solution = solution;
    this.figures = figures;
  }

  Section of(Worked worked, List<Definition> definitions) {
    MatrixPass pass = new MatrixPass(solution, worked.instance(), worked.at(), figures);
    List<Block> blocks = new ArrayList<>();
    List<Inline> functions = functions(worked);
    if (!functions.isEmpty()) {
      blocks.add(new Paragraph(functions));
    }
    blocks.add(new Paragraph(Wording.text("Forward:")));
    blocks.add(new Equations(forward(worked, definitions, pass), Arrangement.COLUMNS));
    blocks.add(new Paragraph(Wording.text("Backward:")));
    blocks.add(new Equations(backward(worked, pass), Arrangement.COLUMNS));
    String heading =
        solution.passes().size() == 1
            ? "With numbers"
            : "Point " + PointHeadings.point(worked.instance().problem(), worked.at().point());
    return new Section(heading, blocks);
  }

  /// Labels are numbers here; sizes without a family stay letters.
  private List<Definition> members(Definition definition, ProblemInstance instance) {
    return FamilyClauses.members(definition, instance).stream()
        .map(member ->
            solution.hasFamilies()
                ? new Definition(instance.sized(member.symbol()), instance.sized(member.formula()))
                : member)
        .toList();
  }

  private List<Adjoint> members(Adjoint adjoint, ProblemInstance instance) {
    return FamilyClauses.members(adjoint, instance).stream()
        .map(member -> solution.hasFamilies() ? sized(member, instance) : member)
        .toList();
  }

  private static Adjoint sized(Adjoint member, ProblemInstance instance) {
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

  private List<DerivationChain> forward(
      Worked worked, List<Definition> definitions, MatrixPass pass) {
    return members(definitions, worked.instance()).stream()
        .map(member -> pass.forward(member, OptionalInt.empty()))
        .toList();
  }

  /// Each member after those that it uses.
  List<Definition> members(List<Definition> definitions, ProblemInstance instance) {
    return Graph.of(
            definitions.stream()
                .flatMap(definition -> members(definition, instance).stream())
                .toList())
        .definitions();
  }

  private List<DerivationChain> backward(Worked worked, MatrixPass pass) {
    Map<Symbol, DerivationChain> chains = new LinkedHashMap<>();
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

  private static DerivationChain named(Alias alias, MatrixPass pass) {
    return new DerivationChain(new Ref(alias.name()), pass.links(alias), OptionalInt.empty());
  }

  private static List<DerivationChain> inOrder(
      Map<Symbol, DerivationChain> chains, List<Definition> members) {
    return Graph.of(members).definitions().stream()
        .map(Definition::symbol)
        .filter(chains::containsKey)
        .map(chains::get)
        .toList();
  }

  /// What abstract functions are at the point: `φ_1 = relu`.
  private static List<Inline> functions(Worked worked) {
    List<List<Inline>> parts = new ArrayList<>();
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

  private static int number(List<Index> labels) {
    return labels.stream().findFirst().map(label -> label.constant().orElse(0)).orElse(0);
  }
}
