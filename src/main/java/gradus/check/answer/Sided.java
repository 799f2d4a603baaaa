package gradus.check.answer;

import gradus.check.sense.Convention;
import gradus.check.sense.Sense.Grid;
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
record Sided(
    Grid left,
    Grid right,
    Set<Convention> conventions,
    Map<String, Integer> letters,
    boolean ones) {
  Set<Symbol> names(Grid side) {
    Set<Symbol> names = new LinkedHashSet<>();
    side.entries().forEach(entry -> names.addAll(Formulas.symbols(entry)));
    return names;
  }

  Set<Symbol> leftNames() {
    return names(left);
  }

  Set<Symbol> rightNames() {
    return names(right);
  }

  Set<Symbol> names() {
    Set<Symbol> all = leftNames();
    all.addAll(rightNames());
    return all;
  }

  boolean isArithmetic() {
    return names().isEmpty();
  }

  boolean isHalfNumeric() {
    return leftNames().isEmpty() != rightNames().isEmpty();
  }

  int size() {
    return left.entries().size();
  }

  Expr leftAt(int index) {
    return left.entries().get(index);
  }

  Expr rightAt(int index) {
    return right.entries().get(index);
  }
}
