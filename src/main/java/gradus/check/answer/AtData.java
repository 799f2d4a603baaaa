package gradus.check.answer;

import gradus.check.answer.Finding.Grounds;
import gradus.check.answer.Finding.Mistake;
import gradus.check.answer.Printed.Closeness;
import gradus.expr.Condition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.syntax.answer.Link;
import gradus.syntax.answer.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Links with numbers in them, judged with the values of the data: at the point and step that the
/// answer has come to, else at one to which it may have moved on. Nothing moves back by a step, so
/// that a stale value is not taken for an earlier one.
final class AtData implements Retrying.Data {
  private static final int MOST_PARTS = 40;

  private final Exercise exercise;
  private final Progress progress;

  AtData(Exercise exercise, Progress progress) {
    this.exercise = exercise;
    this.progress = progress;
  }

  /// Agreement at the data alone never makes a formula right: one side has no names, or a literal
  /// of one side is the value of a name that stands only on the other.
  @Override
  public boolean isNumeric(Sided pair) {
    return pair.isHalfNumeric()
        || (!pair.isArithmetic() && (copiesData(pair, true) || copiesData(pair, false)));
  }

  private boolean copiesData(Sided pair, boolean isLeft) {
    Set<Symbol> only = isLeft ? pair.rightNames() : pair.leftNames();
    only.removeAll(isLeft ? pair.leftNames() : pair.rightNames());
    List<Expr.Number> literals = new ArrayList<>();
    (isLeft ? pair.left() : pair.right()).entries().forEach(entry -> addLiterals(entry, literals));
    literals.removeIf(literal -> !pair.ones() && Formulas.isNumber(literal, Rational.MINUS_ONE));
    Set<Expr> parts = new LinkedHashSet<>();
    for (Expr entry : (isLeft ? pair.right() : pair.left()).entries()) {
      Formulas.visit(
          entry,
          part -> {
            if (parts.size() < MOST_PARTS
                && Formulas.symbols(part).stream().anyMatch(only::contains)) {
              parts.add(part);
            }
          });
    }
    for (Moment moment : progress.data()) {
      for (Expr part : parts) {
        Value value = moment.world().value(part);
        for (Expr.Number literal : literals) {
          Value number = Value.of(literal.value());
          if (value.isDefined()
              && progress.printed().closeness(value, literal, number) != Closeness.APART) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Whether there is a number on one side only that no rule of differentiation puts there.
  boolean isPartlyNumeric(Sided pair) {
    return isNumeric(pair)
        || !pair.isArithmetic() && (hasOwnNumber(pair, true) || hasOwnNumber(pair, false));
  }

  private boolean hasOwnNumber(Sided pair, boolean isLeft) {
    List<Expr.Number> literals = new ArrayList<>();
    (isLeft ? pair.left() : pair.right()).entries().forEach(entry -> addLiterals(entry, literals));
    if (literals.isEmpty()) {
      return false;
    }
    List<Expr.Number> ruled = new ArrayList<>();
    (isLeft ? pair.right() : pair.left()).entries().forEach(entry -> addLiterals(entry, ruled));
    Set<Symbol> others = isLeft ? pair.rightNames() : pair.leftNames();
    exercise
        .meanings()
        .needed(others)
        .forEach(definition -> addLiterals(definition.formula(), ruled));
    Set<Rational> known = new HashSet<>(Set.of(Rational.ZERO, Rational.ONE, Rational.MINUS_ONE));
    ruled.forEach(number -> known.add(number.value().abs()));
    return literals.stream().anyMatch(literal -> !known.contains(literal.value().abs()))
        || (isLeft ? pair.left() : pair.right()).entries().stream().anyMatch(AtData::hasFactorOne);
  }

  /// `1 · h`: nobody writes it but for a number put in.
  private static boolean hasFactorOne(Expr expr) {
    boolean here =
        expr instanceof Expr.Product(List<Expr> factors)
            && factors.stream().anyMatch(factor -> Formulas.isNumber(factor, Rational.ONE))
            && factors.stream().noneMatch(Expr.Power.class::isInstance);
    return here || Formulas.children(expr).stream().anyMatch(AtData::hasFactorOne);
  }

  /// The 0 and 1 that cases choose from are no data, what their conditions compare may be.
  private static void addLiterals(Expr expr, List<Expr.Number> literals) {
    switch (expr) {
      case Expr.Number number -> literals.add(number);
      case Expr.Cases(List<Expr.Branch> branches) -> {
        for (Expr.Branch branch : branches) {
          for (Condition.Comparison test : branch.condition().comparisons()) {
            if (Formulas.symbols(test.left()).isEmpty()
                && Formulas.symbols(test.right()).isEmpty()) {
              addLiterals(test.left(), literals);
              addLiterals(test.right(), literals);
            }
          }
          if (!(branch.value() instanceof Expr.Number)) {
            addLiterals(branch.value(), literals);
          }
        }
      }
      default -> Formulas.children(expr).forEach(child -> addLiterals(child, literals));
    }
  }

  @Override
  public boolean fits(Link link, Sided pair) {
    List<Moment> data = progress.data();
    for (int i = 0; i < data.size(); i++) {
      if (at(link, pair, Note.NONE, i, data).isPresent()) {
        return true;
      }
    }
    return false;
  }

  Optional<Finding> right(Link link, Sided pair, Note note) {
    int here = progress.point();
    List<Moment> data = progress.data();
    if (here >= data.size()) {
      return Optional.empty();
    }
    return at(link, pair, note, here, data)
        .or(() -> printed(link, pair, note))
        .or(() -> elsewhere(link, pair, note));
  }

  private Optional<Finding> printed(Link link, Sided pair, Note note) {
    Note rounded = new Note(note.conventions(), false, true, false);
    return at(link, pair, rounded, progress.point(), progress.printedData());
  }

  private Optional<Finding> elsewhere(Link link, Sided pair, Note note) {
    List<Moment> data = progress.data();
    int step = data.get(progress.point()).step();
    for (int i = 0; i < data.size(); i++) {
      boolean ahead = data.get(i).step() >= step && data.get(i).step() <= step + 1;
      if (ahead && i != progress.point()) {
        Optional<Finding> found = at(link, pair, note, i, data);
        if (found.isPresent()) {
          progress.moveTo(i);
          return found;
        }
      }
    }
    return Optional.empty();
  }

  Optional<Finding> at(Link link, Sided pair, Note note, int point, List<Moment> moments) {
    if (point >= moments.size()) {
      return Optional.empty();
    }
    for (World world : moments.get(point).worlds()) {
      Optional<Finding> found = in(world, link, pair, note);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> in(World world, Link link, Sided pair, Note note) {
    boolean cut = false;
    for (int i = 0; i < pair.size(); i++) {
      Closeness closeness = closeness(link, pair.leftAt(i), pair.rightAt(i), world);
      if (closeness == Closeness.APART) {
        return Optional.empty();
      }
      cut |= closeness == Closeness.CUT && link.relation() != Relation.APPROXIMATELY;
    }
    if (!pair.isHalfNumeric() && !isMoreThanChance(world, link, pair)) {
      return Optional.empty();
    }
    Note full =
        new Note(note.conventions(), note.fixed(), note.printed() || cut, note.otherPoint());
    return Optional.of(Finding.of(link, Verdict.CORRECT, Grounds.DATA).noted(full));
  }

  private boolean isMoreThanChance(World world, Link link, Sided pair) {
    boolean loosely = link.relation() == Relation.APPROXIMATELY;
    boolean right = copiesData(pair, false) || !copiesData(pair, true) && hasOwnNumber(pair, false);
    Varied varied = new Varied(exercise, world, right ? pair.rightNames() : pair.leftNames());
    for (int i = 0; i < pair.size(); i++) {
      Expr numbered = right ? pair.rightAt(i) : pair.leftAt(i);
      boolean agrees =
          varied.agree(
              right ? pair.leftAt(i) : pair.rightAt(i),
              numbered,
              (named, value) ->
                  progress
                          .printed()
                          .closeness(named, numbered, value, loosely, values(world, numbered))
                      != Closeness.APART);
      if (!agrees) {
        return false;
      }
    }
    return true;
  }

  private Closeness closeness(Link link, Expr left, Expr right, World world) {
    boolean numbersLeft = Formulas.symbols(left).isEmpty();
    Expr named = numbersLeft ? right : left;
    Expr numbers = numbersLeft ? left : right;
    boolean loosely = link.relation() == Relation.APPROXIMATELY;
    return progress
        .printed()
        .closeness(
            world.value(named), numbers, world.value(numbers), loosely, values(world, numbers));
  }

  private static Map<Symbol, Value> values(World world, Expr side) {
    Map<Symbol, Value> values = new HashMap<>();
    Formulas.symbols(side).forEach(symbol -> values.put(symbol, world.value(symbol)));
    return values;
  }

  private static boolean hasValues(World world, Expr l, Expr r) {
    return world.value(l).isDefined() && world.value(r).isDefined();
  }

  /// Empty where there are no values to tell the sides apart.
  Optional<Finding> wrong(Link link, Expr l, Expr r) {
    List<Moment> data = progress.data();
    if (progress.point() >= data.size()) {
      return Optional.empty();
    }
    World here = data.get(progress.point()).world();
    World world =
        hasValues(here, l, r)
            ? here
            : data.stream()
                .map(Moment::world)
                .filter(other -> hasValues(other, l, r))
                .findFirst()
                .orElse(here);
    Value left = world.value(l);
    Value right = world.value(r);
    boolean same =
        !left.isDefined()
            || !right.isDefined()
            || left.equals(right)
            || closeness(link, l, r, world) != Closeness.APART;
    return same
        ? Optional.empty()
        : Optional.of(
            Finding.of(link, Verdict.WRONG, Grounds.DATA)
                .wrong(
                    new Slips(exercise, progress)
                        .numeric(l, r, Mistake.of(Slip.OTHER, left, right), world)));
  }
}
