package gradus.calculus.rule;

import gradus.calculus.Sketch;
import gradus.expr.Condition;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import java.util.ArrayList;
import java.util.List;

/// Formulas with every operation, of x : n, v : n, A : n x d, B : d x c, S : n x n, s.
public final class Operations {
  private static final Sketch NAMES = sketch();
  private static final Expr X = NAMES.ref("x");
  private static final Expr V = NAMES.ref("v");
  private static final Expr A = NAMES.ref("A");
  private static final Expr B = NAMES.ref("B");
  private static final Expr S = NAMES.ref("S");

  private Operations() {}

  public static Sketch sketch() {
    return new Sketch()
        .with("x : n")
        .with("v : n")
        .with("A : n x d")
        .with("B : d x c")
        .with("S : n x n")
        .with("s")
        .with("E");
  }

  public static List<Expr> all() {
    List<Expr> all =
        new ArrayList<>(
            List.of(
                NAMES.product("A", "B"),
                NAMES.product("x'", "A", "B"),
                NAMES.product("S", "S"),
                NAMES.product("x", "v'"),
                Formulas.transposed(A),
                Formulas.apply(Plain.DOT, X, V),
                Formulas.apply(Plain.DOT, A, A),
                Formulas.apply(Plain.SQUARED_NORM, A),
                Formulas.apply(Plain.NORM2, A),
                Formulas.apply(Plain.NORM1, X),
                Formulas.apply(Plain.DIAGONAL_MATRIX, X),
                Formulas.apply(Plain.DIAGONAL, S),
                Formulas.apply(Plain.TRACE, S),
                Formulas.apply(Plain.TRACE, NAMES.product("S", "S")),
                Formulas.apply(Plain.CONCAT, X, Formulas.ONE, V),
                Formulas.apply(Plain.CONCAT, A, X, Formulas.ONE, S),
                Formulas.apply(Plain.CHOSEN, X, Number.of(2)),
                Formulas.apply(new Operation.Slice(range("2", "n"), range("1", "d-1")), A),
                Formulas.apply(new Operation.Slice(range("2", "2"), range("1", "d")), A),
                Formulas.apply(
                    new Operation.Padded(shape("n+1", "d+2"), range("2", "n+1"), range("2", "d+1")),
                    A),
                Formulas.product(Formulas.apply(new Operation.Ones(shape("n", "d"))), A),
                Formulas.product(Formulas.apply(new Operation.Identity(Sketch.index("n"))), S),
                Formulas.product(A, A),
                Formulas.product(X, A),
                Formulas.product(NAMES.ref("s"), A, new Power(NAMES.ref("s"), Number.of(2))),
                Formulas.quotient(A, NAMES.ref("s")),
                new Power(A, Number.of(3)),
                NAMES.call("g", A),
                NAMES.call("sigmoid", NAMES.product("A", "B")),
                new Cases(
                    List.of(
                        new Branch(
                            Formulas.product(A, A),
                            Condition.of(
                                A, Relation.GREATER, Number.of(gradus.expr.Rational.of(7, 10)))),
                        new Branch(A, Condition.OTHERWISE))),
                new Matrix(
                    List.of(
                        List.of(entry("x", 1), entry("x", 2)),
                        List.of(NAMES.ref("s"), entry("v", 2)))),
                Formulas.product(entry("x", 2), A),
                new IndexSum(
                    Name.of("i"),
                    Index.ONE,
                    Sketch.index("n"),
                    Formulas.product(new Entry(X, List.of(Sketch.index("i"))), A)),
                Formulas.product(new Expr.Whole(Sketch.index("n")), X)));
    for (Along along : Along.values()) {
      all.add(Formulas.apply(new Operation.Total(along), A));
      all.add(Formulas.apply(new Operation.Maximum(along), A));
      all.add(Formulas.apply(new Operation.Softmax(along), A));
      all.add(Formulas.apply(new Operation.LogSumExp(along), A));
      all.add(Formulas.apply(new Operation.Softmax(along), NAMES.product("A", "B")));
    }
    return all;
  }

  private static Expr entry(String vector, int index) {
    return new Entry(NAMES.ref(vector), List.of(Index.of(index)));
  }

  private static Shape shape(String rows, String columns) {
    return Shape.matrix(Sketch.index(rows), Sketch.index(columns));
  }

  private static Range range(String from, String to) {
    return new Range(Sketch.index(from), Sketch.index(to));
  }
}
