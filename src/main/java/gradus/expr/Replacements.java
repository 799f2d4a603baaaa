package gradus.expr;

import gradus.expr.Expr.Sum;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Parts of a formula and what takes their places, one after the other: what one puts in may hold
/// the part of a later one.
///
/// A term of a sum meets only the parts that occur in it, so that as many parts as terms are one
/// walk through the sum.
public final class Replacements {
  private static final int NONE = Integer.MAX_VALUE;

  /// `put` in the place of each occurrence of `part`.
  public record Replacement(Expr part, Expr put) {}

  /// @param occurring the places of those replacements that there was something to do for, in order
  public record Replaced(Expr formula, List<Integer> occurring) {
    public Replaced {
      occurring = List.copyOf(occurring);
    }

    /// What stands for them in a list beside theirs.
    public <T> List<T> among(List<T> beside) {
      return occurring.stream().map(beside::get).toList();
    }
  }

  private final List<Replacement> all;
  private final Map<Expr, Integer> places = new HashMap<>();
  private final Set<Class<?>> kinds = new HashSet<>();

  public Replacements(List<Replacement> all) {
    this.all = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      places.putIfAbsent(all.get(i).part(), i);
      kinds.add(all.get(i).part().getClass());
    }
  }

  public Replaced in(Expr formula) {
    Set<Integer> occurring = new TreeSet<>();
    Expr replaced =
        formula instanceof Sum(List<Expr> terms)
            ? Formulas.sum(Formulas.mapped(terms, term -> inTerm(term, occurring)))
            : inTerm(formula, occurring);
    return new Replaced(replaced, List.copyOf(occurring));
  }

  private Expr inTerm(Expr term, Set<Integer> occurring) {
    Expr current = term;
    for (int i = first(current, 0); i != NONE; i = first(current, i + 1)) {
      current = Formulas.replace(current, all.get(i).part(), all.get(i).put());
      occurring.add(i);
    }
    return current;
  }

  /// The first replacement from a place on whose part occurs in the formula.
  private int first(Expr formula, int from) {
    int own = kinds.contains(formula.getClass()) ? places.getOrDefault(formula, NONE) : NONE;
    int first = own < from ? NONE : own;
    for (Expr child : Formulas.children(formula)) {
      first = Math.min(first, first(child, from));
    }
    return first;
  }
}
