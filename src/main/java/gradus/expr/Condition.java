package gradus.expr;

import java.util.List;

/// All of the comparisons hold; without any, it holds always ("otherwise").
public record Condition(List<Comparison> comparisons) {
  public static final Condition OTHERWISE = new Condition(List.of());

  public Condition {
    comparisons = List.copyOf(comparisons);
  }

  public static Condition of(Expr left, Relation relation, Expr right) {
    return new Condition(List.of(new Comparison(left, relation, right)));
  }

  public boolean isOtherwise() {
    return comparisons.isEmpty();
  }

  public record Comparison(Expr left, Relation relation, Expr right) {}

  public enum Relation {
    LESS,
    AT_MOST,
    EQUAL,
    UNEQUAL,
    AT_LEAST,
    GREATER;

    /// Whether the relation holds between two numbers of which `sign` is the sign of the
    /// difference.
    public boolean holds(int sign) {
      return switch (this) {
        case LESS -> sign < 0;
        case AT_MOST -> sign <= 0;
        case EQUAL -> sign == 0;
        case UNEQUAL -> sign != 0;
        case AT_LEAST -> sign >= 0;
        case GREATER -> sign > 0;
      };
    }
  }
}
