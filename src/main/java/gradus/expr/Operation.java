package gradus.expr;

/// What mixes the entries of its operands. Each has a shape rule ([Shapes]), an entry formula, what
/// it passes down (the rule page) and spellings; its value is that of its entry formula.
///
/// What works entry by entry is no operation: sums, products, powers, functions.
public sealed interface Operation {
  /// Those without parameters.
  enum Plain implements Operation {
    /// `A * B * …`, flat.
    MATRIX_PRODUCT,
    /// `A'`
    TRANSPOSE,
    /// `dot(u, v)`: Σ u_i v_i; of matrices, over all entries.
    DOT,
    /// `norm2(v)^2`: Σ v_i², of a matrix too.
    SQUARED_NORM,
    /// `norm2(v)`
    NORM2,
    /// `norm1(v)`
    NORM1,
    /// `diag(v)`: the matrix with v on its diagonal.
    DIAGONAL_MATRIX,
    /// `diag(A)`: the diagonal of a square matrix.
    DIAGONAL,
    /// `tr(A)`
    TRACE,
    /// `concat(u, v)`: vectors on top of each other, matrices side by side; a scalar is a row or
    /// column of that number.
    CONCAT,
    /// `p_y`: the entry of a vector at a class label, operands p and y.
    CHOSEN
  }

  /// `sum(X)`; along rows, the sum of each row.
  record Total(Along along) implements Operation {}

  /// `max(v)`, likewise.
  record Maximum(Along along) implements Operation {}

  /// `softmax(v)`; along rows, of each row.
  record Softmax(Along along) implements Operation {}

  /// `logsumexp(v)`: log Σ exp(v_i), likewise.
  record LogSumExp(Along along) implements Operation {}

  /// `ones(n, d)`, without operands.
  record Ones(Shape shape) implements Operation {}

  /// `eye(n)`, without operands.
  record Identity(Index size) implements Operation {}

  /// `onehot(y, n)`: the vector with 1 at the class label and 0 elsewhere.
  record OneHot(Index size) implements Operation {}

  /// Rows and columns of a matrix: `W_{2,:}`, `W_{1..3,:}`.
  record Slice(Range rows, Range columns) implements Operation {}

  /// What a slice takes out of: the operand stands in a matrix of zeros of `shape`, at `rows` and
  /// `columns`.
  record Padded(Shape shape, Range rows, Range columns) implements Operation {}

  enum Along {
    /// Over all entries.
    ALL,
    /// Row by row: `n x d` becomes `n x 1` where one number is left of each row.
    ROWS,
    /// Column by column: `n x d` becomes `1 x d`.
    COLUMNS
  }

  /// Indices from `from` to `to`, both included.
  record Range(Index from, Index to) {
    public Index length() {
      return to.minus(from).plus(1);
    }
  }
}
