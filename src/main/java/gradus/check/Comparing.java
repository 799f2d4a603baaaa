package gradus.check;

import gradus.calculus.Functions;
import gradus.check.Equality.Unreadable;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Diagnostic;
import gradus.syntax.FormulaReader;
import gradus.syntax.FormulaReading;
import gradus.syntax.Resolver;
import gradus.syntax.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares two formulas as typed, with facts about their names as typed.
public final class Comparing {
  private static final int MOST_CASES = 64;

  private Comparing() {}

  /// @param where `x > 0; t in {0, 1}; g(z); y = sigmoid(z)`, or blank
  public static Equality of(String left, String right, String where) {
    FactsReader.Outcome facts = FactsReader.read(new Source("where", where));
    List<Diagnostic> diagnostics = new ArrayList<>(facts.diagnostics());
    Functions functions = facts.facts().functions();
    Optional<Expr> l = formula(new Source("left", left), functions, facts.declared(), diagnostics);
    Optional<Expr> r =
        formula(new Source("right", right), functions, facts.declared(), diagnostics);
    return l.isPresent() && r.isPresent() && diagnostics.isEmpty()
        ? of(l.get(), r.get(), facts.facts())
        : new Unreadable(diagnostics);
  }

  private static Optional<Expr> formula(
      Source source, Functions functions, Set<Name> declared, List<Diagnostic> diagnostics) {
    FormulaReading reading = FormulaReader.read(source);
    diagnostics.addAll(reading.diagnostics());
    return reading
        .formula()
        .flatMap(written ->
            new Resolver(source, new Names(functions, declared), diagnostics::add)
                .resolve(written));
  }

  /// Names with a few possible values are given each in turn.
  public static Equality of(Expr left, Expr right, Facts facts) {
    Equality worst = null;
    for (Map<Quantity, Rational> choice : choices(facts)) {
      Equality equality = Judge.of(left, right, chosen(facts, choice));
      if (equality instanceof Equality.Different(Equality.Grounds grounds, Equality.Witness at)) {
        return new Equality.Different(grounds, at.with(choice));
      }
      worst = worst == null ? equality : worse(worst, equality);
    }
    return worst == null ? new Equality.Undecided(Equality.Reason.NO_POINT) : worst;
  }

  private static Equality worse(Equality a, Equality b) {
    if (a instanceof Equality.Equivalent(Equality.Grounds one)
        && b instanceof Equality.Equivalent(Equality.Grounds other)) {
      return one.compareTo(other) >= 0 ? a : b;
    }
    return a instanceof Equality.Equivalent ? b : a;
  }

  private static Facts chosen(Facts facts, Map<Quantity, Rational> choice) {
    if (choice.isEmpty()) {
      return facts;
    }
    List<Definition> definitions = new ArrayList<>();
    choice.forEach((name, value) -> definitions.add(new Definition(name, Expr.Number.of(value))));
    definitions.addAll(facts.definitions());
    return new Facts(facts.comparisons(), facts.ranges(), Map.of(), definitions, facts.functions());
  }

  private static List<Map<Quantity, Rational>> choices(Facts facts) {
    List<Map<Quantity, Rational>> all = List.of(Map.of());
    for (Map.Entry<Quantity, List<Rational>> entry : facts.choices().entrySet()) {
      List<Map<Quantity, Rational>> more = new ArrayList<>();
      for (Map<Quantity, Rational> choice : all) {
        for (Rational value : entry.getValue()) {
          Map<Quantity, Rational> next = new LinkedHashMap<>(choice);
          next.put(entry.getKey(), value);
          more.add(next);
        }
      }
      all = more.size() <= MOST_CASES ? more : more.subList(0, MOST_CASES);
    }
    return all;
  }
}
