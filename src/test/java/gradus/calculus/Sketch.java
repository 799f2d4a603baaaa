package gradus.calculus;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Networks of vectors and matrices for tests: quantities are declared with their shapes, formulas
/// are built.
public final class Sketch {
  private static final Pattern PART = Pattern.compile("([+-]?)(\\d+|[A-Za-z]\\w*(?:\\[[^]]*])?)");

  private final List<Definition> definitions = new ArrayList<>();
  private final Map<String, Quantity> declared = new LinkedHashMap<>();

  /// `n[k-1]`, `L-1`, `3`
  public static Index index(String text) {
    Index sum = Index.ZERO;
    Matcher part = PART.matcher(text.replace(" ", ""));
    while (part.find()) {
      String atom = part.group(2);
      Index value =
          Character.isDigit(atom.charAt(0))
              ? Index.of(Integer.parseInt(atom))
              : Index.of(new Index.Letter(name(atom), labels(atom)));
      sum = part.group(1).equals("-") ? sum.minus(value) : sum.plus(value);
    }
    return sum;
  }

  private static Name name(String text) {
    return Name.of(text.contains("[") ? text.substring(0, text.indexOf('[')) : text);
  }

  private static List<Index> labels(String text) {
    if (!text.contains("[")) {
      return List.of();
    }
    String inside = text.substring(text.indexOf('[') + 1, text.length() - 1);
    return List.of(index(inside));
  }

  /// `W[k] : n[k-1] x n[k]`; without a shape a scalar.
  public Sketch with(String declaration) {
    String[] sides = declaration.split(":");
    String symbol = sides[0].strip();
    Shape shape =
        sides.length == 1
            ? Shape.SCALAR
            : new Shape(Arrays.stream(sides[1].split(" x ")).map(Sketch::index).toList());
    declared.put(name(symbol).key(), Quantity.of(name(symbol), labels(symbol)).shaped(shape));
    return this;
  }

  /// A declared quantity, its own letter replaced by the label here.
  public Quantity quantity(String text) {
    Quantity pattern = declared.get(name(text).key());
    if (pattern == null) {
      throw new AssertionError("not declared: " + text);
    }
    List<Index> labels = labels(text);
    if (labels.isEmpty()) {
      return pattern;
    }
    Index.Letter own = pattern.labels().getFirst().letters().iterator().next();
    return gradus.expr.IndexSubstitution.with(
        pattern, letter -> letter.equals(own) ? labels.getFirst() : Index.of(letter));
  }

  public Expr ref(String text) {
    return new Ref(quantity(text));
  }

  /// `A' * B` of names.
  public Expr product(String... factors) {
    return Formulas.matrixProduct(
        Arrays.stream(factors)
            .map(factor ->
                factor.endsWith("'")
                    ? Formulas.transposed(ref(factor.substring(0, factor.length() - 1)))
                    : ref(factor))
            .toList());
  }

  /// `φ[k](a)`
  public Expr call(String function, Expr argument) {
    return new Expr.Call(name(function), labels(function), List.of(0), List.of(argument));
  }

  public static Expr minus(Expr left, Expr right) {
    return Formulas.sum(left, Formulas.negated(right));
  }

  public static Expr half(Expr expr) {
    return Formulas.product(Expr.Number.of(gradus.expr.Rational.of(1, 2)), expr);
  }

  public static Expr squaredNorm(Expr expr) {
    return Formulas.apply(Plain.SQUARED_NORM, expr);
  }

  public Sketch define(String symbol, Expr formula) {
    definitions.add(new Definition(quantity(symbol), formula));
    return this;
  }

  /// Declared and defined.
  public Sketch define(String symbol, Expr formula, Shape shape) {
    declared.put(symbol, Quantity.of(symbol).shaped(shape));
    return define(symbol, formula);
  }

  /// The sum of all squares.
  public Expr squares(String name) {
    return squaredNorm(ref(name));
  }

  /// `for k in 1..L`
  Sketch define(String symbol, Expr formula, String letter, String from, String to) {
    Family family = new Family(Name.of(letter), index(from), index(to));
    definitions.add(new Definition(quantity(symbol), formula, Optional.of(family)));
    return this;
  }

  public Graph graph() {
    return Graph.of(definitions);
  }
}
