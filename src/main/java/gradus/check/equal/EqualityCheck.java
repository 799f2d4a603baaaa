package gradus.check.equal;

import gradus.calculus.rule.Functions;
import gradus.check.equal.Equality.Unreadable;
import gradus.expr.Expr;
import gradus.expr.Rational;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.read.FormulaParse;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Compares two formulas as typed, with facts about their names as typed.
public final class EqualityCheck {
  /// Steps of calculation for one pair of formulas, whatever is known of their names.
  public static final long STEPS = 600_000;

  private static final int MOST_CASES = 64;
  private static final int FEWEST_CASES = 4;
  private static final long STEPS_OF_CASE = 9_000;

  private EqualityCheck() {}

  /// @param where `x > 0; t in {0, 1}; g(z); y = sigmoid(z); W: n x d`, or blank
  public static Equality of(String left, String right, String where) {
    FactsReader.Outcome facts = FactsReader.read(new Source("where", where));
    List<Diagnostic> diagnostics = new ArrayList<>(facts.diagnostics());
    Functions functions = facts.facts().functions();
    ComparisonScope names = new ComparisonScope(functions, facts.declared(), facts.shaping());
    Optional<Expr> l = formula(new Source("left", left), names, diagnostics);
    Optional<Expr> r = formula(new Source("right", right), names, diagnostics);
    return l.isPresent() && r.isPresent() && diagnostics.isEmpty()
        ? of(l.get(), r.get(), facts.facts(), facts.shaping())
        : new Unreadable(diagnostics);
  }

  private static Equality of(Expr left, Expr right, Facts facts, ShapeFacts shaping) {
    boolean isOfNumbers = Stream.of(left, right).allMatch(Entrywise::isOfNumbers);
    return isOfNumbers && shaping.quantities().isEmpty()
        ? of(left, right, facts, STEPS)
        : Entrywise.of(left, right, facts, shaping);
  }

  private static Optional<Expr> formula(
      Source source, ComparisonScope names, List<Diagnostic> diagnostics) {
    FormulaParse reading = FormulaReader.read(source);
    diagnostics.addAll(reading.diagnostics());
    return reading
        .formula()
        .flatMap(written -> new Resolver(source, names, diagnostics::add).resolve(written));
  }

  /// Formulas of one number each.
  ///
  /// Names with a few possible values are given each in turn.
  ///
  /// @param steps how much may be calculated, for all of them together; where that is little, only
  ///   some of them get their turn
  public static Equality of(Expr left, Expr right, Facts known, long steps) {
    Facts facts = known.neededBy(left, right);
    List<Map<Quantity, Rational>> choices =
        spread(choices(facts), (int) Math.max(FEWEST_CASES, steps / STEPS_OF_CASE));
    Optional<Equality> worst = Optional.empty();
    for (Map<Quantity, Rational> choice : choices) {
      Equality equality = Judge.of(left, right, facts.with(choice), steps / choices.size());
      if (equality instanceof Equality.Different(Equality.Grounds grounds, Equality.Witness at)) {
        return new Equality.Different(grounds, at.with(choice));
      }
      worst = Optional.of(worst.map(w -> w.worse(equality)).orElse(equality));
    }
    return worst.orElse(new Equality.Undecided(Equality.Reason.NO_POINT));
  }

  /// The first, the last and some between.
  private static <T> List<T> spread(List<T> all, int most) {
    return all.size() <= most
        ? all
        : IntStream.range(0, most)
            .mapToObj(i -> all.get(i * (all.size() - 1) / (most - 1)))
            .toList();
  }

  private static List<Map<Quantity, Rational>> choices(Facts facts) {
    List<Map<Quantity, Rational>> all = List.of(Map.of());
    for (Facts.Choice choice : facts.choices()) {
      List<Map<Quantity, Rational>> more = new ArrayList<>();
      for (Map<Quantity, Rational> before : all) {
        for (Map<Quantity, Rational> alternative : choice.alternatives()) {
          Map<Quantity, Rational> next = new LinkedHashMap<>(before);
          next.putAll(alternative);
          more.add(next);
        }
      }
      all = more.size() <= MOST_CASES ? more : more.subList(0, MOST_CASES);
    }
    return all;
  }
}
