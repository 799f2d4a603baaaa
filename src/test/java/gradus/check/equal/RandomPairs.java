package gradus.check.equal;

import gradus.check.equal.Pairs.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Pairs as in the grading of backpropagation, no two of them the same: a gradient, and the same as
/// a student wrote it. Every third one has a slip.
///
/// Both sides are put together from the same parts, each with names of its own. A row here is a
/// part: ways to write it that are equal, and behind `!` one that is not. No part is zero
/// everywhere, so one slip makes the sides differ.
public final class RandomPairs {
  private static final List<Part> FACTORS =
      Part.table(
          """
          (p - y)              ~ (-y + p)                     ! (y - p)
          2*(w*x + b - y)      ~ (2*w*x + 2*b - 2*y)          ! 2*(w*x + b + y)
          (w_1*h_1 + w_2*h_2)  ~ (h_2*w_2 + h_1*w_1)          ! (w_1*h_2 + w_2*h_1)
          #                    ~ 8*#/8                        ! #/2
          #/8                  ~ 0.125*#                      ! #/4
          w                    ~ w                            ! w^2
          x^2                  ~ x*x                          ! 2*x
          h*(1 - h)            ~ (h - h^2)                    ! h*(1 + h)
          sigmoid'(z)          ~ sigmoid(z)*(1 - sigmoid(z))  ! sigmoid(z)*(1 + sigmoid(z))
          sigmoid'(z)          ~ exp(-z)/(1 + exp(-z))^2      ! exp(z)/(1 + exp(-z))^2
          (sigmoid(z) - y)     ~ (1/(1 + exp(-z)) - y)        ! (1/(1 + exp(z)) - y)
          tanh'(z)             ~ (1 - tanh(z)^2)              ! (1 + tanh(z)^2)
          relu'(z)             ~ {1 if z > 0; 0 otherwise}    ! {1 if z < 0; 0 otherwise}
          max(0, z)            ~ relu(z)                      ! z
          (-y/p + (1-y)/(1-p)) ~ (p - y)/(p*(1 - p))          ! (y - p)/(p*(1 - p))
          """);

  private static final List<Part> VECTORS =
      Part.table(
          """
          X'*(X*w - y)             ~ (X'*X*w - X'*y)                 ! X'*(y - X*w)
          X'*(sigmoid(X*w) - y)    ~ X'*(1 ./ (1 + exp(-X*w)) - y)   ! X'*(sigmoid(X*w) + y)
          X'*(tanh'(X*w) .* y)     ~ X'*((1 - tanh(X*w) .^ 2) .* y)  ! X'*(tanh(X*w) .* y)
          softmax(w)               ~ exp(w)/sum(exp(w))              ! sigmoid(w)
          (diag(p) - p*p')*(p - q) ~ (p .* (p - q) - p*dot(p, p-q))  ! (diag(p) + p*p')*(p - q)
          #*w                      ~ #*eye(d)*w                      ! #/2*w
          norm2(w)^2*w             ~ w*w'*w                          ! norm2(w)*w
          """);

  private static final Map<String, String> SHAPES =
      Map.of("X", "n x d", "w", "d", "p", "d", "q", "d", "y", "n");

  private static final Pattern NAME = Pattern.compile("\\b[Xbhpqwxyz](?:_\\d)?\\b");

  private static final int LABELS = 50_000;
  private static final int NUMBERS = 1000;

  private final List<Part> parts;
  private final int most;
  private final String sign;
  private final Map<String, String> shapes;
  private final Random random;

  private RandomPairs(
      List<Part> parts, int most, String sign, Map<String, String> shapes, long seed) {
    this.parts = parts;
    this.most = most;
    this.sign = sign;
    this.shapes = shapes;
    random = new Random(seed);
  }

  /// Products of up to four factors.
  public static List<Pair> ofNumbers(int count, long seed) {
    return new RandomPairs(FACTORS, 4, "*", Map.of(), seed).pairs(count);
  }

  /// Sums of one or two vectors.
  public static List<Pair> ofVectors(int count, long seed) {
    return new RandomPairs(VECTORS, 2, " + ", SHAPES, seed).pairs(count);
  }

  private record Part(List<String> ways, String slip) {
    private static List<Part> table(String rows) {
      return rows.lines().map(Part::of).toList();
    }

    private static Part of(String row) {
      String[] sides = row.split("!");
      List<String> ways = Stream.of(sides[0].split("~")).map(String::strip).toList();
      return new Part(ways, sides[1].strip());
    }

    private Part with(UnaryOperator<String> change) {
      return new Part(ways.stream().map(change).toList(), change.apply(slip));
    }

    private String way(Random random) {
      return ways.get(random.nextInt(ways.size()));
    }
  }

  private List<Pair> pairs(int count) {
    Set<Pair> pairs = new LinkedHashSet<>();
    while (pairs.size() < count) {
      pairs.add(pair(pairs.size() % 3 == 2));
    }
    return List.copyOf(pairs);
  }

  private Pair pair(boolean hasSlip) {
    int size = 1 + random.nextInt(most);
    int slip = hasSlip ? random.nextInt(size) : size;
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Part part = part(i);
      left.add(part.way(random));
      right.add(i == slip ? part.slip : part.way(random));
    }
    String formula = String.join(sign, left);
    Collections.shuffle(right, random);
    return new Pair(formula, String.join(sign, right), where(formula), hasSlip ? "!" : "=");
  }

  private Part part(int position) {
    String label = "_" + (most * random.nextInt(LABELS) + position);
    String number = String.valueOf(1 + random.nextInt(NUMBERS));
    return parts
        .get(random.nextInt(parts.size()))
        .with(way -> NAME.matcher(way).replaceAll("$0" + label).replace("#", number));
  }

  private String where(String formula) {
    return Pattern.compile("([A-Za-z])_\\d+")
        .matcher(formula)
        .results()
        .filter(name -> shapes.containsKey(name.group(1)))
        .map(name -> name.group() + ": " + shapes.get(name.group(1)))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
