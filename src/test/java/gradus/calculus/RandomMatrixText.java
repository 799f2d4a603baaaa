package gradus.calculus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random texts of formulas over the vectors and matrices of the shaped scope, with their values at
/// n = 2, d = 3, m = 4.
final class RandomMatrixText {
  private static final Map<Character, Integer> SIZES = Map.of('1', 1, 'n', 2, 'd', 3, 'm', 4);

  /// @param strength 0 for a sum, 1 for a product, 2 for what needs no brackets
  record Text(String typed, int strength, TypedMatrix value) {
    /// With entries behind it.
    String indexable() {
      return typed.endsWith("'") ? "(" + typed + ")" : single();
    }

    /// With a prime behind it, or as a later factor.
    String single() {
      return strength == 2 ? typed : "(" + typed + ")";
    }
  }

  private final Random random;
  private final Map<String, TypedMatrix> values = new LinkedHashMap<>();
  private int letters;

  RandomMatrixText(Random random) {
    this.random = random;
    for (String quantity :
        "c:11 y:11 x:d1 u:d1 q:m1 v:n1 r:1d X:nd Y:nd A:dm C:md S:nn".split(" ")) {
      String[] parts = quantity.split(":");
      int rows = SIZES.get(parts[1].charAt(0));
      values.put(parts[0], TypedMatrix.random(rows, SIZES.get(parts[1].charAt(1)), random));
    }
  }

  Map<String, TypedMatrix> values() {
    return values;
  }

  private char size() {
    return "1nndm".charAt(random.nextInt(5));
  }

  Text formula(int depth) {
    return formula(size(), size(), depth);
  }

  private Text formula(char rows, char columns, int depth) {
    if (depth == 0) {
      return leaf(rows, columns);
    }
    int less = depth - 1;
    return switch (random.nextInt(10)) {
      case 0 -> sum(formula(rows, columns, less), formula(rows, columns, less));
      case 1 -> sum(formula(rows, columns, less), narrow(rows, columns, less));
      case 2, 3, 4 -> matrixProduct(rows, columns, less);
      case 5 -> entrywise(formula(rows, columns, less), narrow(rows, columns, less));
      case 6 -> scaled(formula(rows, columns, less), formula('1', '1', less));
      case 7 -> transposed(formula(columns, rows, less));
      case 8 -> called(rows, columns, less);
      default -> reduced(rows, columns, less);
    };
  }

  private Text leaf(char rows, char columns) {
    String shape = "" + rows + columns;
    return switch (shape) {
      case "11" -> named(random.nextBoolean() ? "c" : "y");
      case "d1" -> named(random.nextBoolean() ? "x" : "u");
      case "m1" -> named("q");
      case "n1" -> named("v");
      case "1d" -> named("r");
      case "nd" -> named(random.nextBoolean() ? "X" : "Y");
      case "dm" -> named("A");
      case "md" -> named("C");
      case "nn" -> named("S");
      case "dn", "1m", "1n" -> transposed(leaf(columns, rows));
      default -> {
        Text left = leaf(rows, '1');
        Text right = transposed(leaf(columns, '1'));
        yield new Text(left.typed + "*" + right.typed, 1, left.value.times(right.value));
      }
    };
  }

  private Text named(String name) {
    return new Text(name, 2, values.get(name));
  }

  /// Of the shape, or what goes with it entry by entry.
  private Text narrow(char rows, char columns, int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> formula('1', '1', depth);
      case 1 -> formula(rows, '1', depth);
      case 2 -> formula('1', columns, depth);
      default -> formula(rows, columns, depth);
    };
  }

  private Text sum(Text left, Text right) {
    boolean minus = random.nextBoolean();
    String second = minus && right.strength == 0 ? right.single() : right.typed;
    boolean signed = second.startsWith("-");
    return new Text(
        left.typed + (minus ? " - " : " + ") + (signed ? right.single() : second),
        0,
        left.value.with(right.value, minus ? (a, b) -> a - b : Double::sum));
  }

  /// The left factor may go on without brackets, the right one may not.
  private static String left(Text text) {
    return text.strength >= 1 ? text.typed : text.single();
  }

  private Text matrixProduct(char rows, char columns, int depth) {
    char inner = size();
    Text left = formula(rows, inner, depth);
    Text right = formula(inner, columns, depth);
    return new Text(left(left) + "*" + right.single(), 1, left.value.times(right.value));
  }

  private Text entrywise(Text left, Text right) {
    return random.nextInt(3) == 0
        ? new Text(
            left(left) + " ./ (2 + " + right.single() + " .^ 2)",
            1,
            left.value.with(right.value, (a, b) -> a / (2 + b * b)))
        : new Text(
            left(left) + " .* " + right.single(), 1, left.value.with(right.value, (a, b) -> a * b));
  }

  private Text scaled(Text matrix, Text scalar) {
    double s = scalar.value.at(0, 0);
    return switch (random.nextInt(4)) {
      case 0 -> new Text(left(scalar) + "*" + matrix.single(), 1, matrix.value.each(e -> s * e));
      case 1 -> new Text(left(matrix) + "*" + scalar.single(), 1, matrix.value.each(e -> e * s));
      case 2 -> new Text("-" + left(matrix), 0, matrix.value.each(e -> -e));
      default ->
          new Text(
              left(matrix) + "/(2 + " + scalar.single() + "^2)",
              1,
              matrix.value.each(e -> e / (2 + s * s)));
    };
  }

  private static Text transposed(Text text) {
    return new Text(text.single() + "'", 2, text.value.transposed());
  }

  private Text called(char rows, char columns, int depth) {
    Text text = formula(rows, columns, depth);
    return switch (random.nextInt(3)) {
      case 0 -> new Text("relu(" + text.typed + ")", 2, text.value.each(e -> Math.max(e, 0)));
      case 1 -> new Text("abs(" + text.typed + ")", 2, text.value.each(Math::abs));
      default -> {
        Text other = narrow(rows, columns, depth);
        yield new Text(
            "max(" + text.typed + ", " + other.typed + ")",
            2,
            text.value.with(other.value, Math::max));
      }
    };
  }

  private Text reduced(char rows, char columns, int depth) {
    if (rows == '1' && columns == '1') {
      return toScalar(formula(size(), size(), depth), depth);
    }
    if (columns == '1') {
      Text text = formula(rows, size(), depth);
      return new Text("sum(" + text.typed + ", rows)", 2, text.value.sumOfEachRow());
    }
    if (rows == '1') {
      Text text = formula(size(), columns, depth);
      TypedMatrix sums = text.value.transposed().sumOfEachRow().transposed();
      return new Text("sum(" + text.typed + ", columns)", 2, sums);
    }
    return softmax(formula(rows, columns, depth));
  }

  private static Text softmax(Text text) {
    TypedMatrix powers = text.value.each(e -> Math.exp(e / 100));
    TypedMatrix sums = powers.sumOfEachRow();
    return new Text("softmax(" + left(text) + "/100, rows)", 2, powers.with(sums, (a, b) -> a / b));
  }

  private Text toScalar(Text text, int depth) {
    TypedMatrix value = text.value;
    int count = value.rows() * value.columns();
    double squares = value.with(value, (a, b) -> a * b).sum();
    return switch (random.nextInt(7)) {
      case 0 -> scalar("sum(" + text.typed + ")", value.sum());
      case 1 -> scalar("norm2(" + text.typed + ")^2", squares);
      case 2 -> scalar("norm1(" + text.typed + ")", value.each(Math::abs).sum());
      case 3 -> scalar("dot(" + text.typed + ", " + text.typed + ")", squares);
      case 4 -> scalar("mean(" + text.typed + ")", value.sum() / count);
      case 5 -> scalar(text.indexable() + "_{1,1}", value.at(0, 0));
      default -> overLetter(formula('d', '1', depth), formula('d', '1', depth));
    };
  }

  private Text scalar(String typed, double value) {
    return new Text(typed, typed.contains("^2") ? 1 : 2, TypedMatrix.of(1, 1, (_, _) -> value));
  }

  private Text overLetter(Text left, Text right) {
    String letter = "i_" + letters++;
    List<String> entries =
        List.of(
            left.indexable() + "_{" + letter + ",1}", right.indexable() + "_{" + letter + ",1}");
    return new Text(
        "sum(" + letter + " in 1..d, " + String.join("*", entries) + ")",
        2,
        left.value.transposed().times(right.value));
  }
}
