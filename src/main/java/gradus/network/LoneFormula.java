package gradus.network;

import gradus.calculus.Functions;
import gradus.calculus.UnitSum;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Operation.Along;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.FormulaReader;
import gradus.syntax.FormulaReading;
import gradus.syntax.Mentions;
import gradus.syntax.Nearest;
import gradus.syntax.Resolver;
import gradus.syntax.Source;
import gradus.syntax.Span;
import gradus.syntax.Where;
import gradus.syntax.WhereReader;
import gradus.syntax.Written.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A formula of one number that stands by itself, and a quantity in it.
///
/// @param facts one-hot vectors among its names
/// @param sizes numbers from 2 on for its letters, all different
public record LoneFormula(
    Expr formula, Quantity by, List<UnitSum> facts, Map<Letter, Integer> sizes) {
  public LoneFormula {
    facts = List.copyOf(facts);
    sizes = Map.copyOf(sizes);
  }

  /// Either a formula, or every fault of the three texts.
  public record Outcome(Optional<LoneFormula> formula, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// @param where what is known of the names; those it does not mention are numbers
  public static Outcome read(Source formula, Source by, Source where) {
    Where known = WhereReader.read(where);
    List<Diagnostic> faults = new ArrayList<>(known.diagnostics());
    LoneScope scope = new LoneScope(known, Functions.rulePage());
    Optional<Expr> resolved = resolved(formula, scope, faults);
    Optional<Expr> variable = resolved(by, scope, faults);
    faults.addAll(printedAlike(formula));
    resolved
        .filter(f -> !Shapes.isScalar(f))
        .ifPresent(
            f -> faults.add(Fault.GRADIENT_OF_MATRIX.at(formula, all(formula), Shapes.of(f))));
    Optional<Quantity> quantity = variable.flatMap(LoneFormula::quantity);
    if (variable.isPresent() && quantity.isEmpty()) {
      faults.add(Fault.NOT_A_SYMBOL.at(by, all(by)));
    }
    if (resolved.isPresent() && quantity.filter(q -> !mentions(resolved.get(), q)).isPresent()) {
      faults.add(absent(resolved.get(), by));
    }
    if (!faults.isEmpty() || resolved.isEmpty() || quantity.isEmpty()) {
      return new Outcome(Optional.empty(), faults);
    }
    LoneFormula read =
        new LoneFormula(resolved.get(), quantity.get(), facts(known), different(known.letters()));
    return new Outcome(Optional.of(read), List.of());
  }

  private static Optional<Expr> resolved(Source source, LoneScope scope, List<Diagnostic> faults) {
    FormulaReading reading = FormulaReader.read(source);
    faults.addAll(reading.diagnostics());
    return reading
        .formula()
        .flatMap(written -> new Resolver(source, scope, faults::add).resolve(written));
  }

  private static List<Diagnostic> printedAlike(Source formula) {
    Report report = new Report(formula);
    FormulaReader.read(formula)
        .formula()
        .map(Mentions::of)
        .ifPresent(names ->
            new Lookalikes(report, List.of()).check(names.stream().map(Look::of).toList()));
    return report.sorted();
  }

  private static Optional<Quantity> quantity(Expr variable) {
    return variable instanceof Expr.Ref(Quantity quantity)
        ? Optional.of(quantity)
        : Optional.empty();
  }

  private static boolean mentions(Expr formula, Quantity quantity) {
    return Formulas.mentions(
        formula, symbol -> symbol instanceof Quantity known && known.whole().equals(quantity));
  }

  /// A gradient by what does not occur is zero, and seldom meant.
  private static Diagnostic absent(Expr formula, Source by) {
    List<Name> names =
        Formulas.symbols(formula).stream().map(symbol -> Name.of(Spelling.of(symbol))).toList();
    return Fault.ABSENT_NAME
        .at(by, all(by), by.text().strip())
        .suggesting(Nearest.to(Name.of(by.text().strip()), names));
  }

  private static Span all(Source source) {
    return new Span(0, source.text().length());
  }

  private static List<UnitSum> facts(Where where) {
    return where.quantities().stream()
        .filter(known -> known.facts().stream().anyMatch(Fact.OneHot.class::isInstance))
        .map(known -> known.quantity())
        .map(quantity ->
            new UnitSum(quantity, quantity.shape().axes().size() == 2 ? Along.ROWS : Along.ALL))
        .toList();
  }

  private static Map<Letter, Integer> different(List<Letter> letters) {
    Map<Letter, Integer> sizes = new LinkedHashMap<>();
    letters.forEach(letter -> sizes.put(letter, sizes.size() + 2));
    return sizes;
  }

  /// A name for the formula itself that does not occur in it.
  public Quantity target() {
    String name = "f";
    while (Formulas.mentions(formula, Quantity.of(name))
        || by.equals((Symbol) Quantity.of(Name.of(name)))) {
      name += "_1";
    }
    return Quantity.of(name);
  }
}
