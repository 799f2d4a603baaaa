package gradus.syntax.resolve;

import static gradus.syntax.ShapedScope.formula;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Operation.Slice;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.ShapedScope;
import gradus.syntax.print.PlainText;
import gradus.syntax.print.PlainText.Style;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.FaultTest;
import gradus.syntax.source.Source;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Formulas over vectors and matrices, in the scope of [ShapedScope].
public final class ShapedFormulaTest {
  private static final String FORMULAS =
      """
      # products
      X*x                         | n x 1         | X * x                                | X x
      c*X*x                       | n x 1         | c * X * x                            | c · X x
      X*c*x                       | n x 1         | c * X * x                            | c · X x
      2*X'*(X*x - v)              | d x 1         | 2 * X' * (X * x - v)                 | 2 · Xᵀ (X x - v)
      x'*u                        | scalar        | x' * u                               | xᵀ u
      x*u'                        | d x d         | x * u'                               | x uᵀ
      x'*u*x                      | d x 1         | (x' * u) * x                         | (xᵀ u) · x
      x*u'*x                      | d x 1         | x * u' * x                           | x uᵀ x
      x'*(u*r)                    | 1 x d         | x' * (u * r)                         | xᵀ (u r)
      X*A/2*C                     | n x d         | X * A * C / 2                        | X A C / 2
      X/2*A                       | n x m         | X * A / 2                            | X A / 2
      X*(-A)                      | n x m         | -X * A                               | -X A
      X .* Y                      | n x d         | X .* Y                               | X ⊙ Y
      X .* Y * A                  | n x m         | (X .* Y) * A                         | (X ⊙ Y) A
      X*A .* (v*q')               | n x m         | (X * A) .* (v * q')                  | (X A) ⊙ (v qᵀ)
      2*X .* (v*x')               | n x d         | 2 * X .* (v * x')                    | 2 · X ⊙ (v xᵀ)
      X ./ Y                      | n x d         | X ./ Y                               | X ⊘ Y
      1 ./ X                      | n x d         | 1 ./ X                               | 1 ⊘ X
      v/n                         | n x 1         | v / n                                | v / n
      c .* y                      | scalar        | c * y                                | c · y
      W[k]'*z[k-1]                | n[k] x 1      | W[k]' * z[k-1]                       | W[k]ᵀ z[k-1]
      # sums and powers
      X + Y - c                   | n x d         | X + Y - c                            | X + Y - c
      X + r                       | n x d         | X + r                                | X + r
      X + v                       | n x d         | X + v                                | X + v
      X .^ 2                      | n x d         | X.^2                             | X.^2
      2 .^ x                      | d x 1         | 2.^x                             | 2.^x
      (n+1)*c                     | scalar        | (n + 1) * c                          | (n + 1) · c
      # transposes
      (X*A)'                      | m x n         | (X * A)'                             | (X A)ᵀ
      (X + Y)'                    | d x n         | (X + Y)'                             | (X + Y)ᵀ
      A''                         | d x m         | A''                                  | Aᵀᵀ
      c'                          | scalar        | c                                    | c
      (dL/dX)'*v                  | d x 1         | (dL/dX)' * v                         | (∂L/∂X)ᵀ v
      # entries, rows, columns
      X_{2,1}                     | scalar        | X_{2,1}                              | X_{2,1}
      p_1                         | scalar        | p_{1}                                | p_1
      r_2                         | scalar        | r_{1,2}                              | r_{1,2}
      p_y                         | scalar        | p_{y}                                | p_{y}
      P_{2,y}                     | scalar        | P_{2,y}                              | P_{2,y}
      N_{2,:}                     | 1 x 3         | N_{2,:}                              | N_{2,:}
      N_{:,1}                     | 2 x 1         | N_{:,1}                              | N_{:,1}
      X_{1..3,:}                  | 3 x d         | X_{1..3,:}                           | X_{1..3,:}
      p_{2..3}                    | 2 x 1         | p_{2..3}                             | p_{2..3}
      softmax(x)_2                | scalar        | softmax(x)_{2}                       | softmax(x)_2
      softmax(x)_y                | scalar        | softmax(x)_{y}                       | softmax(x)_{y}
      (X*A)_{1,:}                 | 1 x m         | (X * A)_{1,:}                        | (X A)_{1,:}
      (dL/dX)_{1,2}               | scalar        | (dL/dX)_{1,2}                        | (∂L/∂X)_{1,2}
      (X .* Y)_{2,1}              | scalar        | (X .* Y)_{2,1}                       | (X ⊙ Y)_{2,1}
      [c, 2]_1                    | scalar        | [c, 2]_{1}                           | [c; 2]_1
      # sums over letters
      sum(i in 1..d, X_{2,i}*x_i) | scalar        | sum(i in 1..d, X_{2,i} * x_{i})      | Σ_{i=1}^d X_{2,i} · x_i
      sum(i in 1..n+1, c) + y     | scalar        | sum(i in 1..n+1, c) + y              | Σ_{i=1}^{n+1} c + y
      sum(i in 1..n, j in 1..d, X_{i,j}) | scalar | sum(i in 1..n, sum(j in 1..d, X_{i,j})) | Σ_{i=1}^n Σ_{j=1}^d X_{i,j}
      sum(i in 1..n, v_i*x)       | d x 1         | sum(i in 1..n, v_{i} * x)            | Σ_{i=1}^n v_i · x
      mean(i in 1..n, log(P_{i,y})) | scalar      | 1 / n * sum(i in 1..n, log(P_{i,y})) | (1 / n) · Σ_{i=1}^n log(P_{i,y})
      # literals
      [1, 2]                      | 2 x 1         | [1, 2]                               | [1; 2]
      [1; c]                      | 2 x 1         | [1, c]                               | [1; c]
      [1, 2; 3, x_1]              | 2 x 2         | [1, 2; 3, x_{1}]                     | [1, 2; 3, x_1]
      [c]                         | scalar        | c                                    | c
      # functions
      sum(X)                      | scalar        | sum(X)                               | sum(X)
      sum(X, rows)                | n x 1         | sum(X, rows)                         | sum(X, rows)
      sum(X, columns)             | 1 x d         | sum(X, columns)                      | sum(X, columns)
      mean(X)                     | scalar        | 1 / (n * d) * sum(X)                 | (1 / (n · d)) · sum(X)
      mean(X, columns)            | 1 x d         | 1 / n * sum(X, columns)              | (1 / n) · sum(X, columns)
      mean(N, columns)            | 1 x 3         | 1/2 * sum(N, columns)                | 1/2 · sum(N, columns)
      max(X)                      | scalar        | max(X)                               | max(X)
      max(X, rows)                | n x 1         | max(X, rows)                         | max(X, rows)
      max(x, u, 0)                | d x 1         | max(x, max(u, 0))                    | max(x, u, 0)
      softmax(x)                  | d x 1         | softmax(x)                           | softmax(x)
      softmax(P, rows)            | n x 3         | softmax(P, rows)                     | softmax(P, rows)
      logsumexp(P, columns)       | 1 x 3         | logsumexp(P, columns)                | logsumexp(P, columns)
      norm2(x - u)^2              | scalar        | norm2(x - u)^2                       | ‖x - u‖²
      (norm2(x)^2)^2              | scalar        | (norm2(x)^2)^2                       | (‖x‖²)^2
      norm2(c - y)^2              | scalar        | (c - y)^2                            | (c - y)^2
      norm2(X)                    | scalar        | norm2(X)                             | ‖X‖
      norm1(X)                    | scalar        | norm1(X)                             | ‖X‖₁
      dot(x, u)                   | scalar        | dot(x, u)                            | dot(x, u)
      diag(x)                     | d x d         | diag(x)                              | diag(x)
      diag(S)                     | n x 1         | diag(S)                              | diag(S)
      tr(S)                       | scalar        | tr(S)                                | tr(S)
      concat(X, 1)                | n x d+1       | concat(X, 1)                         | concat(X, 1)
      concat(x, 1, v)             | d+n+1 x 1     | concat(x, 1, v)                      | concat(x, 1, v)
      concat(X, v)                | n x d+1       | concat(X, v)                         | concat(X, v)
      eye(n)                      | n x n         | eye(n)                               | eye(n)
      ones(n, d)                  | n x d         | ones(n, d)                           | ones(n, d)
      onehot(y, 3)                | 3 x 1         | onehot(y, 3)                         | onehot(y, 3)
      squared_error(x, u)         | scalar        | sum((x - u).^2)                    | sum((x - u).^2)
      squared_error(c, y)         | scalar        | (c - y)^2                            | (c - y)^2
      abs(x)                      | d x 1         | abs(x)                               | abs(x)
      |c|                         | scalar        | |c|                                  | |c|
      φ[k]'(a[k])                 | n[k] x 1      | φ[k]'(a[k])                          | φ[k]'(a[k])
      {x if c > 0; u otherwise}   | d x 1         | {x if c > 0; u otherwise}            | {x if c > 0; u otherwise}
      # partial derivatives
      dL/dW[k]                    | n[k-1] x n[k] | dL/dW[k]                             | ∂L/∂W[k]
      dL/dX_{1,2}                 | scalar        | dL/dX_{1,2}                          | ∂L/∂X_{1,2}
      dL/dx_1                     | scalar        | dL/dx_{1}                            | ∂L/∂x_1
      da[k]_1/dW[k]_{2,1}         | scalar        | da[k]_{1}/dW[k]_{2,1}                | ∂a[k]_1/∂W[k]_{2,1}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '\1',
      commentCharacter = '#',
      textBlock = FORMULAS)
  void hasAShapeAndAText(String typed, String shape, String ascii, String unicode) {
    Expr formula = formula(typed);

    assertThat(Shapes.of(formula)).hasToString(shape);
    assertThat(PlainText.of(formula)).isEqualTo(ascii);
    assertThat(new PlainText(Style.UNICODE, 6).print(formula)).isEqualTo(unicode);
    assertThat(formula(ascii)).as("read back").isEqualTo(formula);
  }

  public static final String FAULTS =
      """
      INNER_SIZES_DIFFER % X*V            % 1:3+1 V is d+1 x m, X is n x d: the inner sizes d and d+1 differ; did you forget the column of ones?
      INNER_SIZES_DIFFER % V*x            % 1:3+1 x is d x 1, V is d+1 x m: the inner sizes m and d differ
      INNER_SIZES_DIFFER % V'*x           % 1:4+1 x is d x 1, V' is m x d+1: the inner sizes d+1 and d differ; did you forget the entry 1?
      INNER_SIZES_DIFFER % 2*(X + Y)*A*v  % 1:13+1 v is n x 1, 2*(X + Y)*A is n x m: the inner sizes m and n differ; did you forget the transpose in (2*(X + Y)*A)'*v?
      INNER_SIZES_DIFFER % x*u            % 1:3+1 u is d x 1, x is d x 1: the inner sizes 1 and d differ; did you forget the transpose in x'*u, or the dot in x .* u?
      INNER_SIZES_DIFFER % W[k+1]*z[k]    % 1:8+4 z[k] is n[k] x 1, W[k+1] is n[k] x n[k+1]: the inner sizes n[k+1] and n[k] differ; did you forget the transpose in W[k+1]'*z[k]?
      SHAPES_DIFFER      % x + c + v      % 1:9+1 v is n x 1, x is d x 1: they do not go together entry by entry
      SHAPES_DIFFER      % X + u          % 1:5+1 u is d x 1, X is n x d: they do not go together entry by entry; did you forget the transpose in u'?
      SHAPES_DIFFER      % x .* v         % 1:6+1 v is n x 1, x is d x 1: they do not go together entry by entry
      SHAPES_DIFFER      % r .* v         % 1:6+1 v is n x 1, r is 1 x d: they do not go together entry by entry
      SHAPES_DIFFER      % max(x, v)      % 1:8+1 v is n x 1, x is d x 1: they do not go together entry by entry
      SHAPES_DIFFER      % dot(x, v)      % 1:8+1 v is n x 1, x is d x 1: they do not go together entry by entry
      SHAPES_DIFFER      % squared_error(x, v) % 1:18+1 v is n x 1, x is d x 1: they do not go together entry by entry
      SHAPES_DIFFER      % {x if c > 0; v otherwise} % 1:14+1 v is n x 1, x is d x 1: they do not go together entry by entry
      NOT_SIDE_BY_SIDE   % concat(X, A)   % 1:11+1 A is d x m, X is n x d: side by side, they need as many rows, not d and n
      SCALAR_NEEDED      % [x, 2]         % 1:2+1 a scalar is due here, and x is d x 1
      SCALAR_NEEDED      % {x if x > 0; u otherwise} % 1:7+1 a scalar is due here, and x is d x 1
      SCALAR_NEEDED      % onehot(x, 3)   % 1:8+1 a scalar is due here, and x is d x 1
      SCALAR_NEEDED      % x_u            % 1:3+1 a scalar is due here, and u is d x 1
      DIVISION_BY_MATRIX % (x + u)/x      % 1:9+1 only a scalar divides, and x is d x 1; entry by entry, write (x + u) ./ x
      POWER_OF_MATRIX    % (x + u)^2      % 1:2+5 only scalars have powers, and x + u is d x 1; entry by entry, write (x + u).^2
      POWER_OF_MATRIX    % c^x            % 1:3+1 only scalars have powers, and x is d x 1; entry by entry, write c.^x
      UNSUPPORTED        % S^2            % 1:1+3 the power of a matrix cannot be used yet
      ABSOLUTE_OF_MATRIX % |x|            % 1:2+1 '|…|' takes a scalar, and x is d x 1; write norm2(x) or abs(x)
      SQUARE_NEEDED      % tr(X)          % 1:4+1 'tr' takes a square matrix, and X is n x d
      SQUARE_NEEDED      % diag(X)        % 1:6+1 'diag' takes a vector or a square matrix, and X is n x d
      NOT_A_DIRECTION    % sum(X, up)     % 1:8+2 'up' is no direction, which is rows or columns
      DIRECTION_NEEDED   % softmax(P)     % 1:1+10 'softmax' of a matrix works along its rows or its columns; write softmax(P, rows) or softmax(P, columns)
      DIRECTION_NEEDED   % logsumexp(P)   % 1:1+12 'logsumexp' of a matrix works along its rows or its columns; write logsumexp(P, rows) or logsumexp(P, columns)
      RAGGED_MATRIX      % [1, 2; 3]      % 1:8+1 the rows of a matrix are equally long: row 1 has 2, row 2 has 1 entry
      NESTED_MATRIX      % [[1, 2], [3, 4]] % 1:1+16 the rows of a matrix stand in one pair of brackets, with ';' between; write [1, 2; 3, 4]
      NUMBER_OF_INDICES  % N_12           % 1:1+4 N is 2 x 3, so its entries have 2 indices, not 1; write N_{1,2}
      NUMBER_OF_INDICES  % W[1]_12        % 1:1+7 W[1] is n[0] x n[1], so its entries have 2 indices, not 1; write W[1]_{1,2}
      NUMBER_OF_INDICES  % N_{1,2,3}      % 1:1+9 N is 2 x 3, so its entries have 2 indices, not 3
      INDEX_OUT_OF_RANGE % N_{3,1}        % 1:4+1 the index 3 is out of range: N is 2 x 3
      INDEX_OUT_OF_RANGE % p_4            % 1:3+1 the index 4 is out of range: p is 3 x 1
      INDEX_OUT_OF_RANGE % x_{d+1}        % 1:4+3 the index d+1 is out of range: x is d x 1
      INDEX_OUT_OF_RANGE % x_{0}          % 1:4+1 the index 0 is out of range: x is d x 1
      INDEX_OUT_OF_RANGE % c_{2}          % 1:4+1 the index 2 is out of range: c is a scalar
      INDEX_OUT_OF_RANGE % sum(i in 1..4, p_i) % 1:18+1 the index 4 is out of range: p is 3 x 1
      INDEX_OUT_OF_RANGE % sum(i in 1..d, x_{i-1}) % 1:19+3 the index 0 is out of range: x is d x 1
      INDEX_OUT_OF_RANGE % p_{3..2}       % 1:4+4 the index 3..2 is out of range: p is 3 x 1
      INDEX_OUT_OF_RANGE % softmax(p)_4   % 1:12+1 the index 4 is out of range: softmax(p) is 3 x 1
      NUMBER_OF_INDICES  % (X*A)_1        % 1:2+6 X * A is n x m, so its entries have 2 indices, not 1
      UNSUPPORTED        % (dz[1]/dX)_{1,1,1} % 1:2+17 an entry with 3 indices cannot be used yet
      UNKNOWN_NAME       % softmax(xx)_2  % 1:9+2 nothing is called 'xx'; did you mean 'x'?
      UNKNOWN_NAME       % x_i            % 1:1+3 nothing is called 'x_i'
      UNKNOWN_NAME       % W[h]           % 1:3+1 nothing is called 'h'
      UNKNOWN_NAME       % (x + nope)*v   % 1:6+4 nothing is called 'nope'
      UNKNOWN_FUNCTION   % softmaxx(x)    % 1:1+8 there is no function 'softmaxx'; did you mean 'softmax'?
      SIZE_NOT_POSITIVE  % ones(0)        % 1:6+1 the size '0' must be at least 1
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '%', quoteCharacter = '\1', textBlock = FAULTS)
  void isFaulty(Fault fault, String typed, String said) {
    List<Diagnostic> faults = new ArrayList<>();

    assertThat(formula(typed, 1, faults)).isEmpty();
    assertThat(faults)
        .singleElement()
        .satisfies(diagnostic -> {
          assertThat(FaultTest.said(diagnostic)).isEqualTo(said);
          assertThat(diagnostic.fault()).isEqualTo(fault);
        });
  }

  private static final Shape N_BY_D = Shape.matrix(Index.of(Name.of("n")), Index.of(Name.of("d")));
  private static final Ref X = new Ref(Quantity.of("X").shaped(N_BY_D));
  private static final Ref P = new Ref(Quantity.of("p").shaped(Shape.vector(Index.of(3))));

  @Test
  void scalarsStandBeforeAProductOfMatrices() {
    assertThat(formula("X*(-2*x)"))
        .isEqualTo(Formulas.product(Number.of(-2), formula("X*x")))
        .isEqualTo(
            Formulas.product(
                Number.of(-2), new Apply(Plain.MATRIX_PRODUCT, List.of(X, formula("x")))));
    assertThat(formula("X*(A*(C*x))"))
        .isEqualTo(
            new Apply(Plain.MATRIX_PRODUCT, List.of(X, formula("A"), formula("C"), formula("x"))));
  }

  @Test
  void entriesAreCountedFromOne() {
    Entry entry = new Entry(X, List.of(Index.of(2), Index.ONE));
    List<Diagnostic> faults = new ArrayList<>();

    assertThat(formula("X_{2,1}")).isEqualTo(entry);
    assertThat(formula("X_{1,0}", 0, faults)).contains(entry);
    assertThat(formula("p_{0}", 0, faults)).contains(new Entry(P, List.of(Index.ONE)));
    assertThat(formula("p_y", 0, faults))
        .contains(Formulas.apply(Plain.CHOSEN, P, Formulas.sum(Formulas.ref("y"), Formulas.ONE)));
    assertThat(faults).isEmpty();
    assertThat(formula("p_3", 0, faults)).isEmpty();
    assertThat(faults)
        .extracting(Diagnostic::message)
        .containsExactly("the index 3 is out of range: p is 3 x 1");
  }

  @Test
  void aRowIsASlice() {
    Range all = new Range(Index.ONE, Index.of(Name.of("d")));
    Range second = new Range(Index.of(2), Index.of(2));

    assertThat(formula("X_{2,:}")).isEqualTo(Formulas.apply(new Slice(second, all), X));
  }

  @Test
  void lettersAreLocalToTheirSum() {
    Index i = Index.of(Name.of("i"));
    Expr body = Formulas.product(new Whole(i), new Entry(P, List.of(i)));

    assertThat(formula("sum(i in 1..3, i*p_i)"))
        .isEqualTo(new IndexSum(Name.of("i"), Index.ONE, Index.of(3), body));
  }

  @Test
  void aListIsARowWhereOneIsExpected() {
    Source source = new Source("test", "[1, 2]");
    Written written = FormulaReader.read(source).formula().orElseThrow();
    Resolver resolver = new Resolver(source, new ShapedScope(1), _ -> {});
    Number one = Number.of(1);
    Number two = Number.of(2);

    assertThat(resolver.resolve(written)).contains(new Matrix(List.of(List.of(one), List.of(two))));
    assertThat(resolver.resolve(written, Shape.matrix(Index.ONE, Index.of(2))))
        .contains(new Matrix(List.of(List.of(one, two))));
  }

  @Test
  void aMeanOfNumbersHasANumber() {
    assertThat(formula("mean(N)"))
        .isEqualTo(Formulas.product(Number.of(Rational.of(1, 6)), formula("sum(N)")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X_{2,1}             | X_{2,1}
          da[k]_j/dW[k]_{i,j} | da[k]_{j}/dW[k]_{i,j}
          dL/dW[h]            | dL/dW[h]
          dL/dX_{i,j}         | dL/dX_{i,j}
          """)
  void aRequestMayHaveLettersOfItsOwn(String typed, String symbol) {
    Source source = new Source("test", typed);
    Written written = FormulaReader.read(source).formula().orElseThrow();
    List<Diagnostic> faults = new ArrayList<>();

    assertThat(new Resolver(source, new ShapedScope(1), faults::add).symbol(written))
        .hasValueSatisfying(found -> assertThat(PlainText.of(found)).isEqualTo(symbol));
    assertThat(faults).isEmpty();
  }

  @Test
  void anEntryOfAPartialIsThePartialOfAnEntry() {
    Quantity entry = ((Quantity) X.symbol()).entry(List.of(Index.ONE, Index.of(2)));
    Symbol partial = Partial.total(Quantity.of("L"), entry);

    assertThat(formula("dL/dX_{1,2}")).isEqualTo(new Ref(partial));
  }
}
