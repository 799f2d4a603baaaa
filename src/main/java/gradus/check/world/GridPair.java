package gradus.check.world;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Both sides of a link, read and laid on top of each other.
///
/// @param conventions under which they were read
/// @param letters with which numbers for index letters
/// @param ones whether a 1 is written somewhere; else a -1 is nothing but a sign
public record GridPair(
    Grid left,
    Grid right,
    Set<ReadingConvention> conventions,
    Map<String, Integer> letters,
    boolean ones) {
  Set<Symbol> names(Grid side) {
    Set<Symbol> names = new LinkedHashSet<>();
    side.entries().forEach(entry -> names.addAll(Formulas.symbols(entry)));
    return names;
  }

  public Set<Symbol> leftNames() {
    return names(left);
  }

  public Set<Symbol> rightNames() {
    return names(right);
  }

  public Set<Symbol> names() {
    Set<Symbol> all = leftNames();
    all.addAll(rightNames());
    return all;
  }

  public boolean isArithmetic() {
    return names().isEmpty();
  }

  public boolean isHalfNumeric() {
    return leftNames().isEmpty() != rightNames().isEmpty();
  }

  public int size() {
    return left.entries().size();
  }

  public Expr leftAt(int index) {
    return left.entries().get(index);
  }

  public Expr rightAt(int index) {
    return right.entries().get(index);
  }
}
