package gradus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Network files over all operations, fitting and (seldom) not, with sizes in letters or in
/// numbers.
final class RandomShapedNetwork {
  /// By shape: `r` and `c` are that of the result, `k` is any. `‹rc›` is a formula of that shape,
  /// `#r` the size.
  private static final Map<String, List<String>> FORMULAS =
      Map.of(
          "rc",
          lines(
              """
              ‹rc› + ‹rc›
              ‹rc› - ‹r1›
              ‹rc› .* ‹rc›
              ‹rc› .* ‹1c›
              ‹rc› ./ (2 + ‹rc› .^ 2)
              (‹rc›) .^ 3
              2 .^ (‹rc›)
              ‹rk› * (‹kc›)
              ‹r1› * (‹1c›)
              (‹cr›)'
              (‹11›) * (‹rc›)
              ‹rc› / (1 + (‹11›)^2)
              -(‹rc›)
              tanh(‹rc›)
              relu(‹rc›)
              leakyrelu(‹rc›, 1/8)
              abs(‹rc›)
              exp(-(‹rc›) .^ 2)
              max(‹rc›, ‹rc›)
              min(‹rc›, 0)
              g(‹rc›)
              sigmoid(‹rc›)
              softmax(‹rc›, rows)
              softmax(‹rc›, columns)
              ones(#r, #c)
              {‹rc› if ‹11› > 0; ‹rc› otherwise}
              diag(‹r1›) * (‹rc›)
              eye(#r) * (‹rc›)
              """),
          "r1",
          lines(
              """
              sum(‹rk›, rows)
              mean(‹rk›, rows)
              max(‹rk›, rows)
              logsumexp(‹rk›, rows)
              diag(‹rr›)
              softmax(‹r1›)
              (‹rk›)_{:,1}
              (‹kr›)_{1,:}'
              onehot(y, #r)
              ones(#r)
              """),
          "1c",
          lines(
              """
              sum(‹kc›, columns)
              max(‹kc›, columns)
              logsumexp(‹kc›, columns)
              (‹kc›)_{1,:}
              """),
          "11",
          lines(
              """
              sum(‹rk›)
              mean(‹rk›)
              max(‹r1›)
              logsumexp(‹r1›)
              norm2(‹rk›)
              norm2(‹rk›)^2
              norm1(‹rk›)
              dot(‹rk›, ‹rk›)
              tr(‹rr›)
              (‹rk›)_{1,1}
              (‹r1›)_{1}
              (‹r1›)_y
              (‹k1›)' * (‹k1›)
              sum(i in 1..#r, (‹r1›)_{i} * (‹r1›)_{i}^2)
              sum(i_1 in 1..#r, sum(j in 1..#k, (X*X')_{1,1}*(‹rk›)_{i_1,j}))
              norm2(concat(‹r1›, ‹k1›))^2
              sum(concat(‹r1›, 1))
              sum(concat(‹rk›, ‹r1›) .^ 2)
              sum(tanh(concat(‹rk›, 1)))
              sum([‹11›, 1; 2, ‹11›] * [‹11›, 3])
              {‹11› if ‹11› > 1/2; ‹11›^2 otherwise}
              ‹11› * (‹11›)
              ‹11› ^ 2
              squared_error(‹11›, 1)
              max(‹11›, 0)
              det(‹rr›) + inv(‹rr›)_{1,1} + normp(‹r1›) + tr(conv(‹rr›, ‹rr›))
              sum(‹rk› * (‹rk›))
              """));

  private static final Pattern PART = Pattern.compile("‹(..)›|#(.)");

  private final Random random;
  private final Map<Character, String> sizes;

  RandomShapedNetwork(long seed) {
    random = new Random(seed);
    sizes =
        random.nextBoolean()
            ? Map.of('1', "1", 'n', "n", 'd', "d", 'm', "m")
            : Map.of('1', "1", 'n', "2", 'd', "3", 'm', "1");
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  String text() {
    List<String> lines = new ArrayList<>();
    if (sizes.containsValue("n")) {
      lines.add("size n, d, m" + (random.nextBoolean() ? "" : " = 2"));
    }
    lines.add("function g(z)");
    lines.add("target y in 1..2");
    lines.add("weight c");
    lines.add("weight X : " + size('n') + " x " + size('d'));
    lines.add("weight A : " + size('d') + " x " + size('m'));
    lines.add("weight S : " + size('n') + " x " + size('n'));
    lines.add("weight v : " + size('n'));
    lines.add("weight u : " + size('d'));
    lines.add("h = " + formula("n1", 2));
    lines.add("Z = " + formula("nd", 2));
    lines.add("loss L = " + formula("11", 3) + " + sum(h) + tr(Z*Z')");
    return String.join("\n", lines) + "\n";
  }

  private String size(char letter) {
    return sizes.get(letter);
  }

  private String formula(String shape, int depth) {
    if (depth == 0) {
      return leaf(shape);
    }
    List<String> fitting = new ArrayList<>(FORMULAS.get("rc"));
    if (shape.charAt(1) == '1') {
      fitting.addAll(FORMULAS.get("r1"));
    }
    if (shape.charAt(0) == '1') {
      fitting.addAll(FORMULAS.get("1c"));
    }
    if (shape.equals("11")) {
      fitting = FORMULAS.get("11");
    }
    String template = fitting.get(random.nextInt(fitting.size()));
    Map<Character, Character> letters =
        Map.of(
            'r',
            shape.equals("11") ? any() : shape.charAt(0),
            'c',
            shape.charAt(1),
            'k',
            any(),
            '1',
            '1');
    return PART.matcher(template)
        .replaceAll(part -> filled(part.group(1), part.group(2), letters, depth - 1));
  }

  private String filled(String formula, String size, Map<Character, Character> letters, int depth) {
    String text =
        size != null
            ? size(letters.get(size.charAt(0)))
            : formula("" + letters.get(formula.charAt(0)) + letters.get(formula.charAt(1)), depth);
    return Matcher.quoteReplacement(text);
  }

  private char any() {
    return "nd".charAt(random.nextInt(2));
  }

  private String leaf(String shape) {
    String name =
        switch (shape) {
          case "11" -> "c";
          case "nd" -> "X";
          case "dn" -> "X'";
          case "nn" -> "S";
          case "n1" -> random.nextInt(40) == 0 ? "u" : "v";
          case "d1" -> "u";
          case "1n" -> "v'";
          case "1d" -> "u'";
          default -> "(X'*X)";
        };
    return name;
  }
}
