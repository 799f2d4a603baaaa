package gradus.check.slip;

import gradus.calculus.tape.Evaluation;
import gradus.check.name.Lexicon.Entity;
import gradus.check.verdict.Finding.Mistake;
import gradus.check.verdict.Slip;
import gradus.check.world.AnswerState;
import gradus.check.world.Exercise;
import gradus.check.world.GridPair;
import gradus.check.world.PrintedNumbers.Closeness;
import gradus.check.world.World;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for the one slip that explains a false link: what, put back, would make it true.
///
/// Where no single slip explains it, nothing is invented.
public final class Slips {
  private static final int LONGEST = 400;

  private final Exercise exercise;
  private final AnswerState progress;
  private final FormulaEdits mending;
  private final Namesakes namesakes;

  public Slips(Exercise exercise, AnswerState progress) {
    this.exercise = exercise;
    this.progress = progress;
    mending = new FormulaEdits(exercise.scene());
    namesakes = new Namesakes(exercise.scene().lexicon());
  }

  // ---- formulas ---------------------------------------------------------------------------------

  public Mistake generic(Expr left, Expr right, Mistake mistake) {
    if (!progress.explains() || Formulas.operations(left) + Formulas.operations(right) > LONGEST) {
      return mistake;
    }
    return mended(left, right)
        .map(mend -> mistake.as(mend.slip(), Optional.of(mend.formula())))
        .or(() -> mended(right, left).map(mend -> mistake.as(mend.slip(), Optional.empty())))
        .orElse(mistake);
  }

  /// A mend of the right side that makes it the left one.
  private Optional<FormulaEdit> mended(Expr left, Expr right) {
    List<FormulaEdit> mends = new ArrayList<>(transposed(right));
    mends.addAll(mending.of(right));
    mends.addAll(2 * mends.size() / 3, paths(left, right));
    return mends.stream().filter(mend -> exercise.generic().same(left, mend.formula())).findFirst();
  }

  private List<FormulaEdit> transposed(Expr right) {
    List<FormulaEdit> mends = new ArrayList<>();
    for (Entity square : namesakes.squares()) {
      Map<Symbol, Expr> turned = new LinkedHashMap<>();
      List<Expr> entries = square.grid().entries();
      List<Expr> other = square.grid().transposed().entries();
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i) instanceof Ref(Symbol symbol)) {
          turned.put(symbol, other.get(i));
        }
      }
      mends.add(new FormulaEdit(Slip.TRANSPOSE, Formulas.substitute(right, turned)));
    }
    return mends;
  }

  /// With one contribution more to a derivative on the other side.
  private List<FormulaEdit> paths(Expr left, Expr right) {
    List<FormulaEdit> mends = new ArrayList<>();
    for (Symbol symbol : Formulas.symbols(left)) {
      if (symbol instanceof Partial(var of, var by, _)) {
        Expr whole = exercise.scene().chainRule().backward(of, by);
        if (whole instanceof Expr.Sum(List<Expr> terms)) {
          terms.forEach(term -> mends.add(new FormulaEdit(Slip.PATH, Formulas.sum(right, term))));
        }
      }
    }
    return mends;
  }

  // ---- numbers ----------------------------------------------------------------------------------

  /// Of a link between numbers only.
  public Mistake arithmetic(GridPair pair, int entry, Mistake mistake) {
    Value left = value(pair.leftAt(entry));
    Value right = value(pair.rightAt(entry));
    boolean turned = left.doubleValue() == -right.doubleValue();
    return turned ? mistake.as(Slip.SIGN, Optional.empty()) : mistake;
  }

  private Value value(Expr expr) {
    return Evaluation.of(expr, exercise.scene().functions(), Map.of());
  }

  /// Of a link whose right or left side holds values of the data.
  public Mistake numeric(Expr left, Expr right, Mistake mistake, World world) {
    if (!progress.explains()) {
      return mistake;
    }
    boolean numbersLeft = Formulas.symbols(left).isEmpty();
    Expr named = numbersLeft ? right : left;
    Expr numbers = numbersLeft ? left : right;
    return slip(named, numbers, world)
        .map(slip -> mistake.as(slip, expected(named, world)))
        .orElse(mistake);
  }

  private Optional<Expr> expected(Expr named, World world) {
    return world.value(named) instanceof Value.Exact(var number)
        ? Optional.of(
            new Expr.Number(
                number, number.isFiniteDecimal() ? Expr.Notation.DECIMAL : Expr.Notation.FRACTION))
        : Optional.empty();
  }

  private Optional<Slip> slip(Expr named, Expr numbers, World world) {
    if (Formulas.operations(named) + Formulas.operations(numbers) > LONGEST) {
      return Optional.empty();
    }
    Value wanted = world.value(named);
    if (fits(wanted, Formulas.negated(numbers), world)) {
      return Optional.of(Slip.SIGN);
    }
    Optional<Slip> dropped = dropped(named, numbers, world);
    return dropped
        .or(() -> copied(wanted, numbers, world))
        .or(() -> other(named, numbers, world))
        .or(() -> numbers instanceof Expr.Number ? Optional.of(Slip.ARITHMETIC) : Optional.empty());
  }

  private boolean fits(Value wanted, Expr numbers, World world) {
    Value value = world.value(numbers);
    return value.isDefined()
        && wanted.isDefined()
        && progress.printed().closeness(wanted, numbers, value) != Closeness.APART;
  }

  /// The numbers of a sum that lacks a term.
  private Optional<Slip> dropped(Expr named, Expr numbers, World world) {
    Optional<Expr> meaning =
        named instanceof Ref(Symbol symbol)
            ? exercise.meanings().formula(symbol)
            : Optional.of(named);
    if (!(meaning.orElse(null) instanceof Expr.Sum(List<Expr> terms))) {
      return Optional.empty();
    }
    boolean derivative =
        terms.stream()
            .flatMap(term -> Formulas.symbols(term).stream())
            .anyMatch(Partial.class::isInstance);
    for (int i = 0; i < terms.size(); i++) {
      List<Expr> fewer = new ArrayList<>(terms);
      fewer.remove(i);
      if (fits(world.value(Formulas.sum(fewer)), numbers, world)) {
        return Optional.of(derivative ? Slip.PATH : Slip.OTHER);
      }
    }
    return Optional.empty();
  }

  /// A number in it stands for the value of another name.
  private Optional<Slip> copied(Value wanted, Expr numbers, World world) {
    if (numbers instanceof Expr.Number) {
      return Optional.empty();
    }
    Map<Symbol, Value> data = progress.values(world);
    for (FormulaEdit mend : mending.of(numbers)) {
      if (mend.slip() == Slip.SIGN && fits(wanted, mend.formula(), world)) {
        return Optional.of(Slip.SIGN);
      }
    }
    List<Expr.Number> literals = new ArrayList<>();
    Formulas.visit(
        numbers,
        part -> {
          if (part instanceof Expr.Number number) {
            literals.add(number);
          }
        });
    for (Expr.Number literal : literals.stream().distinct().toList()) {
      for (Map.Entry<Symbol, Value> entry : data.entrySet()) {
        if (entry.getValue() instanceof Value.Exact(var number)
            && !number.equals(literal.value())
            && fits(wanted, Formulas.replace(numbers, literal, Expr.Number.of(number)), world)) {
          return Optional.of(slip(entry.getKey(), literal, data));
        }
      }
    }
    return mending.of(numbers).stream()
        .filter(mend -> fits(wanted, mend.formula(), world))
        .map(FormulaEdit::slip)
        .findFirst();
  }

  /// The literal stands where the value of the symbol is due.
  private Slip slip(Symbol symbol, Expr.Number literal, Map<Symbol, Value> data) {
    if (symbol.equals(exercise.scene().rate())) {
      return Slip.RATE;
    }
    for (FormulaEdit mend : namesakes.of(symbol)) {
      if (mend.formula() instanceof Ref(Symbol other)
          && data.get(other) instanceof Value.Exact(var number)
          && number.equals(literal.value())) {
        return mend.slip();
      }
    }
    return exercise.meanings().formula(symbol).isEmpty() ? Slip.COPIED_DATA : Slip.ARITHMETIC;
  }

  /// The numbers are right for another formula than the one named.
  private Optional<Slip> other(Expr named, Expr numbers, World world) {
    Value given = world.value(numbers);
    Optional<Expr> meaning =
        named instanceof Ref(Symbol symbol)
            ? exercise.meanings().formula(symbol)
            : Optional.of(named);
    return meaning.stream()
        .flatMap(formula -> mending.of(formula).stream())
        .filter(mend -> mend.slip() != Slip.OTHER)
        .filter(mend -> {
          Value value = world.value(mend.formula());
          return value.isDefined()
              && progress.printed().closeness(value, numbers, given) != Closeness.APART;
        })
        .map(FormulaEdit::slip)
        .findFirst();
  }
}
