package gradus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text with one to three of the slips that hands make: a token lost, doubled, swapped with its
/// neighbour or with one from elsewhere, another number, operands the wrong way round, a line lost
/// or moved.
final class Mutant {
  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\p{L}\\p{M}_][\\p{L}\\p{M}0-9_]*|[0-9]+(?:\\.[0-9]+)?|\\.\\.|\\.[*/^]|\"[^\"\n]*\""
              + "|#[^\n]*|[ \t]+|\n|.",
          Pattern.DOTALL);
  private static final Pattern OPERAND = Pattern.compile("[\\p{L}0-9].*|[)\\]}']", Pattern.DOTALL);
  private static final List<String> NUMBERS =
      List.of("0", "1", "2", "3", "4", "7", "-1", "1/2", "20", "0.5");
  private static final List<String> STRANGERS =
      List.of(
          "'",
          "*",
          ".*",
          "+",
          "-",
          "/",
          "./",
          "^",
          ".^",
          "2",
          "(",
          ")",
          "[",
          "]",
          "_{1}",
          "_{2,1}",
          "_{:,1}",
          "[1]",
          "[L]",
          "_i",
          "+ 1",
          "sum",
          "softmax",
          "relu",
          "log",
          "concat",
          "norm2",
          "rows",
          "columns",
          "max",
          "mean",
          "diag",
          "tr",
          "det",
          "inv",
          "exp",
          "sigmoid",
          "one-hot",
          "frozen",
          ",",
          ";",
          ":",
          "=",
          "for k in 1..L",
          "derive",
          "given",
          "size",
          "ones(2)",
          "eye(2)",
          "x",
          "y",
          "L",
          "n",
          "i",
          "j",
          "k",
          "onehot(1, 2)",
          "conv",
          "dot",
          "'(",
          "d");

  private final Random random;
  private final List<String> tokens;

  private Mutant(String text, long seed) {
    this.random = new Random(seed);
    this.tokens = new ArrayList<>(TOKEN.matcher(text).results().map(MatchResult::group).toList());
  }

  static String of(String text, long seed) {
    Mutant mutant = new Mutant(text, seed);
    int slips = 1 + mutant.random.nextInt(3);
    for (int i = 0; i < slips; i++) {
      mutant.slip();
    }
    return String.join("", mutant.tokens);
  }

  private void slip() {
    int at = place();
    switch (random.nextInt(12)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> Collections.swap(tokens, at, next(at));
      case 3, 4 -> tokens.set(at, tokens.get(place()));
      case 5 -> tokens.set(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
      case 6 -> tokens.add(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
      case 7 -> otherNumber();
      case 8 -> swapOperands();
      case 9 -> moveLine(random.nextBoolean());
      case 10 -> otherOf(at);
      default -> otherNumber();
    }
  }

  /// Anything but space and comments.
  private int place() {
    for (int i = 0; i < 100; i++) {
      int at = random.nextInt(tokens.size());
      if (!tokens.get(at).isBlank() && !tokens.get(at).startsWith("#")) {
        return at;
      }
    }
    return 0;
  }

  private int next(int at) {
    for (int i = at + 1; i < tokens.size(); i++) {
      if (!tokens.get(i).isBlank()) {
        return i;
      }
    }
    return at;
  }

  private void otherNumber() {
    List<Integer> places = places("[0-9].*");
    if (!places.isEmpty()) {
      tokens.set(
          places.get(random.nextInt(places.size())), NUMBERS.get(random.nextInt(NUMBERS.size())));
    }
  }

  /// A name in place of a name.
  private void otherOf(int at) {
    List<Integer> names = places("\\p{L}.*");
    if (tokens.get(at).matches("\\p{L}.*")) {
      tokens.set(at, tokens.get(names.get(random.nextInt(names.size()))));
    }
  }

  private void swapOperands() {
    List<Integer> operators = places("[*+^/-]|\\.[*/^]");
    if (operators.isEmpty()) {
      return;
    }
    int operator = operators.get(random.nextInt(operators.size()));
    int right = next(operator);
    int left = operator - 1;
    while (left > 0 && !OPERAND.matcher(tokens.get(left)).matches()) {
      left--;
    }
    if (left >= 0) {
      Collections.swap(tokens, left, right);
    }
  }

  private List<Integer> places(String kind) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).matches(kind)) {
        places.add(i);
      }
    }
    return places;
  }

  private void moveLine(boolean back) {
    List<String> lines = new ArrayList<>(String.join("", tokens).lines().toList());
    String line = lines.remove(random.nextInt(lines.size()));
    if (back) {
      lines.add(random.nextInt(lines.size() + 1), line);
    }
    tokens.clear();
    TOKEN
        .matcher(String.join("\n", lines) + "\n")
        .results()
        .map(MatchResult::group)
        .forEach(tokens::add);
  }
}
