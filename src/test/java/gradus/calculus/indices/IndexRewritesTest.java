package gradus.calculus.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.Evaluation;
import gradus.calculus.Functions;
import gradus.calculus.WrittenOut;
import gradus.expr.Condition;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Each rewrite by what it says, and that both sides have one value at all indices of small sizes.
class IndexRewritesTest {
  private static final Index I = letter("i");
  private static final Index J = letter("j");
  private static final Index L = letter("l");
  private static final Index N = letter("n");
  private static final Index D = letter("d");

  /// i and j in 1..n.
  private static final Ranges RANGES =
      Ranges.NONE.with(Name.of("i"), Index.ONE, N).with(Name.of("j"), Index.ONE, N);

  private static final Expr X = vector("x", I);
  private static final Expr IJ = new Kronecker(I, J);

  @Test
  void everyRewriteSaysWhatItSays() {
    Set<String> tested = new TreeSet<>();
    check(tested, new DecideEquality(), new Kronecker(I, I), "1");
    check(tested, new DecideEquality(), new Kronecker(Index.of(1), Index.of(2)), "0");
    check(tested, new DecideEquality(), new Kronecker(I, N.plus(1)), "0");
    check(tested, new DecideEquality(), new Kronecker(I, N), "-");
    check(tested, new DecideEquality(), IJ, "-");
    check(tested, new DropFactorOne(), Formulas.product(X, Formulas.ONE), "x_{i}");
    check(tested, new DropFactorOne(), Formulas.product(X, X), "-");
    check(tested, new KeepOneEquality(), new Expr.Product(List.of(IJ, X, IJ)), "[i = j] * x_{i}");
    check(tested, new KeepOneEquality(), new Power(IJ, Number.of(2)), "[i = j]");
    check(tested, new KeepOneEquality(), new Power(IJ, Number.of(-1)), "-");
    check(tested, new DecideCases(), atMost(I, N, X), "x_{i}");
    check(tested, new DecideCases(), atMost(I.plus(-1), N, X), "x_{i}");
    check(tested, new DecideCases(), atMost(N.plus(1), I, X), "0");
    check(tested, new DecideCases(), atMost(I, D, X), "-");
    check(tested, new DecideCases(), atMost(new Whole(Index.of(2)), Number.of(3), X), "x_{i}");
    check(tested, new DecideCases(), atMost(X, Number.of(3), X), "-");
    check(
        tested,
        new PullEqualityFromCases(),
        atMost(I, D, Formulas.product(IJ, X)),
        "[i = j] * {x_{i} if i <= d; 0 otherwise}");
    check(tested, new PullEqualityFromCases(), atMost(I, D, X), "-");
    check(tested, new DropEmptySum(), sum(Formulas.ZERO), "0");
    check(tested, new CountEqualTerms(), sum(X), "n * x_{i}");
    check(tested, new CountEqualTerms(), sum(Formulas.ONE), "n");
    check(tested, new CountEqualTerms(), sum(vector("x", L)), "-");
    check(
        tested,
        new CountEqualTerms(),
        new IndexSum(Name.of("l"), Index.of(3), N, X),
        "-"); // n may be 1
    Set<String> listed = new TreeSet<>();
    Tidying.IN_ORDER.forEach(rewrite -> listed.add(rewrite.getClass().getSimpleName()));
    assertThat(tested).isEqualTo(listed);
  }

  @Test
  void sumsCollapse() {
    Expr delta = new Kronecker(L, I);
    assertCollapses(sum(Formulas.product(delta, vector("x", L))), "x_{i}");
    assertCollapses(sum(Formulas.product(new Kronecker(L.plus(-1), I), vector("x", L))), "-");
    assertCollapses(
        new IndexSum(
            Name.of("l"),
            Index.ONE,
            N.plus(1),
            Formulas.product(new Kronecker(L.plus(-1), I), vector("x", L.plus(-1)))),
        "x_{i}");
    assertCollapses(
        sum(Formulas.product(delta, new Kronecker(L, J), vector("x", L))), "[i = j] * x_{i}");
    assertCollapses(new IndexSum(Name.of("l"), Index.ONE, D, delta), "-"); // i may be above d
  }

  @Test
  void sumsSplitOnlyWhereAPartCollapses() {
    Expr difference = Formulas.sum(new Kronecker(L, I), Formulas.negated(vector("x", L)));
    Expr split = sum(Formulas.product(vector("x", L), difference));
    Optional<Expr> result = SplitSum.in(split, RANGES);
    assertThat(result.map(PlainText::of))
        .contains("sum(l in 1..n, x_{l} * [l = i]) - sum(l in 1..n, x_{l} * x_{l})");
    assertSame(split, result.orElseThrow());
    Expr plain = sum(Formulas.product(X, Formulas.sum(vector("x", L), X)));
    assertThat(SplitSum.in(plain, RANGES)).isEmpty();
  }

  @Test
  void freeFactorsLeaveSums() {
    Expr before = sum(Formulas.product(vector("x", L), X, Number.of(2)));
    FreeFactors after = FreeFactors.takenOut(before);
    assertThat(PlainText.of(after.formula())).isEqualTo("x_{i} * 2 * sum(l in 1..n, x_{l})");
    assertThat(after.letters()).containsExactly(Name.of("l"));
    assertSame(before, after.formula());
  }

  @Test
  void commonFactorsStandInFrontOfSums() {
    Expr all = sum(vector("x", L));
    Expr before =
        Formulas.sum(
            Formulas.product(X, vector("x", J)), Formulas.negated(Formulas.product(X, all)));
    Expr after = CommonFactor.inFront(before);
    assertThat(PlainText.of(after)).isEqualTo("x_{i} * (x_{j} - sum(l in 1..n, x_{l}))");
    assertSame(before, after);
    Expr paths = Formulas.sum(Formulas.product(X, vector("x", J)), Formulas.product(X, X));
    assertThat(CommonFactor.inFront(paths)).isEqualTo(paths);
  }

  @Test
  void rangesAnswerOnlyWhatIsSure() {
    assertThat(RANGES.surelyInside(I, Index.ONE, N)).isTrue();
    assertThat(RANGES.surelyInside(I, Index.ONE, D)).isFalse();
    assertThat(RANGES.surelyAtMost(I, N.plus(D))).isTrue();
    assertThat(RANGES.surelyAtMost(Index.of(2), N)).isFalse();
    assertThat(
            new Ranges(Map.of(), Map.of(Letter.of(Name.of("n")), 2)).surelyAtMost(Index.of(2), N))
        .isTrue();
    assertThat(RANGES.surelyDifferent(I, J)).isFalse();
  }

  private static void check(Set<String> tested, IndexRewrite rewrite, Expr before, String after) {
    tested.add(rewrite.getClass().getSimpleName());
    Optional<Expr> result = rewrite.apply(before, RANGES);
    assertThat(result.map(PlainText::of).orElse("-")).as(PlainText.of(before)).isEqualTo(after);
    result.ifPresent(changed -> assertSame(before, changed));
  }

  private static void assertCollapses(Expr before, String after) {
    Optional<Collapse> result = Collapse.of(before, RANGES);
    assertThat(result.map(Collapse::formula).map(PlainText::of).orElse("-")).isEqualTo(after);
    result.ifPresent(found -> assertSame(before, found.formula()));
  }

  /// At every i and j in 1..n, for n = 1 and 3, and d below and above n.
  private static void assertSame(Expr before, Expr after) {
    for (int n : List.of(1, 3)) {
      for (int d : List.of(1, 2, 4)) {
        for (int i = 1; i <= n; i++) {
          for (int j = 1; j <= n; j++) {
            Map<Index, Integer> letters = Map.of(N, n, D, d, I, i, J, j);
            assertThat(value(after, letters))
                .as(PlainText.of(before) + " at " + letters)
                .isCloseTo(value(before, letters), within(1e-12));
          }
        }
      }
    }
  }

  private static double value(Expr expr, Map<Index, Integer> letters) {
    Expr numbered =
        Indexing.with(
            expr,
            letter ->
                letters.containsKey(Index.of(letter))
                    ? Index.of(letters.get(Index.of(letter)))
                    : Index.of(letter));
    Expr scalar = WrittenOut.of(numbered, List.of());
    Map<Symbol, Value> values = new HashMap<>();
    for (Symbol symbol : Formulas.symbols(scalar)) {
      int index = ((Quantity) symbol).indices().getFirst().constant().orElseThrow();
      values.put(symbol, Value.of(0.3 + 0.7 * index * index));
    }
    return Evaluation.of(scalar, Functions.rulePage(), values).doubleValue();
  }

  private static Expr sum(Expr body) {
    return new IndexSum(Name.of("l"), Index.ONE, N, body);
  }

  private static Expr atMost(Index left, Index right, Expr value) {
    return atMost(new Whole(left), new Whole(right), value);
  }

  private static Expr atMost(Expr left, Expr right, Expr value) {
    return new Cases(
        List.of(
            new Branch(value, Condition.of(left, Relation.AT_MOST, right)),
            new Branch(Formulas.ZERO, Condition.OTHERWISE)));
  }

  private static Expr vector(String name, Index at) {
    return new Ref(Quantity.of(name).shaped(Shape.vector(N)).entry(List.of(at)));
  }

  private static Index letter(String name) {
    return Index.of(Name.of(name));
  }
}
