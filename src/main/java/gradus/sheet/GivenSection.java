package gradus.sheet;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Step;
import gradus.calculus.Function;
import gradus.calculus.Reason;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem;
import gradus.network.Problem.Rounding;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Inline.Formula;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One box at the top: data, conventions and notation, so that nothing is hidden later.
final class GivenSection {
  private final Problem problem;
  private final Derivation derivation;

  GivenSection(Problem problem, Derivation derivation) {
    this.problem = problem;
    this.derivation = derivation;
  }

  /// @param rounded whether some number of the sheet is rounded for print
  Section section(boolean rounded) {
    DataLines data = new DataLines(problem);
    List<List<Inline>> lines = new ArrayList<>();
    lines.add(data.declared());
    lines.addAll(data.points());
    lines.add(facts());
    lines.add(lossOverPoints());
    lines.add(new DescentLine(problem).line());
    problem.ownFunctions().stream().map(this::function).forEach(lines::add);
    lines.add(conventions());
    lines.add(names());
    lines.add(readings());
    lines.add(numbers(rounded));
    lines.removeIf(List::isEmpty);
    return new Section("Given and agreed", List.of(new Block.Box(lines)));
  }

  /// `t in {0, 1}`; one-hot are the entries together.
  List<Inline> facts() {
    Set<List<Inline>> told = new LinkedHashSet<>();
    for (Problem.Declaration declaration : problem.declarations()) {
      Quantity entry = declaration.quantity();
      for (Problem.Fact fact : declaration.facts()) {
        boolean together = fact instanceof Problem.Fact.OneHot;
        Quantity name = together ? entry.whole() : entry;
        told.add(Wording.join(Wording.of(name), told(fact)));
      }
    }
    List<List<Inline>> facts = List.copyOf(told);
    return facts.isEmpty()
        ? List.of()
        : Wording.join(Wording.text("Known: "), Wording.listed(facts, ", "), Wording.text("."));
  }

  private static List<Inline> told(Problem.Fact fact) {
    return switch (fact) {
      case Problem.Fact.OneHot() -> Wording.text(" one-hot");
      case Problem.Fact.OneOf one -> Wording.text(" ∈ " + one.typed().substring("in ".length()));
      case Problem.Fact.Within(Index from, Index to) ->
          Wording.join(
              Wording.text(" ∈ {"),
              List.of(new Formula(new Expr.Whole(from))),
              Wording.text(", …, "),
              List.of(new Formula(new Expr.Whole(to))),
              Wording.text("}"));
      case Problem.Fact.Bound bound ->
          Wording.text(" " + bound.typed().replace(">=", "≥").replace("<=", "≤"));
    };
  }

  List<Inline> lossOverPoints() {
    return problem.lossOverPoints().isEmpty()
        ? List.of()
        : Wording.text(
            "The loss of the whole task is the "
                + CombinedSection.word(problem)
                + " of the losses at the points.");
  }

  /// `swish(z) = z σ(z)`; an abstract function is only named.
  List<Inline> function(Name name) {
    Function function = problem.functions().named(name).orElseThrow();
    Expr[] arguments =
        function.parameters().stream()
            .map(parameter -> new Ref(Quantity.of(parameter)))
            .toArray(Expr[]::new);
    Call call = Formulas.call(name.spelling(), arguments);
    Optional<Expr> definition = function.definition();
    Optional<Name> fixed = fixedAsOnly(name);
    if (definition.isEmpty() && fixed.isPresent()) {
      return Wording.join(
          List.of(FixedFunctions.shown(name)), Wording.text(" is " + fixed.get() + "."));
    }
    return definition.isEmpty()
        ? Wording.join(
            Wording.text("A differentiable function: "),
            List.of(new Formula(call)),
            Wording.text("."))
        : Wording.join(
            Wording.text("Function: "),
            Wording.equation(call, Link.equal(definition.get())),
            Wording.text("."));
  }

  /// What an abstract function is at the only point.
  private Optional<Name> fixedAsOnly(Name function) {
    return problem.points().size() == 1
        ? Optional.ofNullable(problem.points().getFirst().functions().get(function))
        : Optional.empty();
  }

  /// The derivative used on the kink of each function of the network.
  List<Inline> conventions() {
    Set<Name> called = new LinkedHashSet<>();
    for (Adjoint adjoint : derivation.adjoints()) {
      for (Step step : adjoint.steps()) {
        if (step.reason() instanceof Reason.FunctionRules(List<Name> functions)) {
          functions.forEach(
              name -> Kinks.collect(Formulas.call(name.spelling()), problem.functions(), called));
        }
        Formulas.visit(
            step.formula(),
            part -> {
              if (part instanceof Call call && call.isDerivative()) {
                Kinks.collect(
                    Formulas.call(call.function().spelling()), problem.functions(), called);
              }
            });
      }
    }
    List<List<Inline>> parts =
        called.stream()
            .flatMap(name -> problem.functions().named(name).stream())
            .filter(Kinks::matters)
            .map(Kinks::convention)
            .toList();
    return parts.isEmpty()
        ? List.of()
        : Wording.join(
            Wording.text("On a kink: "), Wording.listed(parts), Wording.text(", where needed."));
  }

  List<Inline> names() {
    List<List<Inline>> parts = problem.aliases().stream().map(GivenSection::name).toList();
    return parts.isEmpty()
        ? List.of()
        : Wording.join(Wording.text("Names: "), Wording.listed(parts), Wording.text("."));
  }

  private static List<Inline> name(Alias alias) {
    Link link = new Link(Relation.DEFINED_AS, alias.meaning(), List.of(), List.of());
    return Wording.equation(new Ref(alias.name()), link);
  }

  /// Direct and total partials look alike on paper; told apart with an example from the network.
  List<Inline> readings() {
    for (Adjoint adjoint : derivation.adjoints()) {
      Partial total = adjoint.partial();
      if (adjoint.contributions().size() > 1) {
        Quantity consumer = adjoint.contributions().getLast().consumer();
        if (!consumer.equals(total.of())) {
          return Wording.join(
              Wording.of(total),
              Wording.text(" is the derivative along all paths; between neighbours, "),
              Wording.of(Partial.direct(consumer, total.by())),
              Wording.text(" is the direct one: all else in the definition of "),
              Wording.of(consumer),
              Wording.text(" is held."));
        }
      }
    }
    return List.of();
  }

  List<Inline> numbers(boolean rounded) {
    if (problem.points().isEmpty()) {
      return List.of();
    }
    Rounding rounding = problem.rounding();
    if (rounding.everywhere().isEmpty() && rounding.places().isEmpty()) {
      return Wording.text(
          rounded
              ? "Numbers behind ≈ are rounded for print; the calculation keeps all digits."
              : "All numbers are exact.");
    }
    List<List<Inline>> parts = new ArrayList<>();
    for (Definition definition : problem.graph().definitions()) {
      Integer places = rounding.places().get(definition.symbol());
      if (places != null) {
        parts.add(
            Wording.join(
                Wording.of(definition.symbol()), Wording.text(" to " + decimalPlaces(places))));
      }
    }
    rounding
        .everywhere()
        .ifPresent(places ->
            parts.add(
                Wording.text(
                    (parts.isEmpty() ? "every value to " : "every other to ")
                        + decimalPlaces(places))));
    return Wording.join(
        Wording.text("Computed values are rounded before they are used, as by hand: "),
        Wording.listed(parts, ", "),
        Wording.text("."));
  }

  private static String decimalPlaces(int places) {
    return places + " decimal place" + (places == 1 ? "" : "s");
  }
}
