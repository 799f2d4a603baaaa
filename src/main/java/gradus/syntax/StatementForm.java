package gradus.syntax;

import gradus.expr.Name;
import gradus.syntax.grammar.NetworkParser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// The statements that begin with a keyword, each with an example of its right form.
enum StatementForm {
  NETWORK("network \"MLP with a skip connection\""),
  SIZE("size n, d = 3"),
  INPUT("input x : n"),
  TARGET("target y"),
  WEIGHT("weight w_1, w_2"),
  BIAS("bias b_1, b_2"),
  CONSTANT("constant alpha"),
  QUANTITY("quantity H"),
  FUNCTION("function swish(z) = z * sigmoid(z)"),
  LOSS("loss L = (y - p)^2"),
  NAME("name delta_1 = dL/dz_1"),
  CONVENTION("convention relu'(0) = 1"),
  LAYOUT("layout numerator"),
  INDEX("index from 0"),
  GIVEN("given w_1 = 1/2, w_2 = -1"),
  AT("at first: x = 1, y = -3"),
  DESCEND("descend rate eta = 0.9"),
  ROUND("round 3"),
  DERIVE("derive dL/dw_1, dL/dw_2"),
  TASK("task (a) [3 points] \"Derive the gradient of w_1.\": derive dL/dw_1");

  private final String example;

  StatementForm(String example) {
    this.example = example;
  }

  String example() {
    return example;
  }

  String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The form of a statement that begins with these tokens; `at = 3` and `at[1] = 3` define names.
  static Optional<StatementForm> of(List<Token> tokens) {
    boolean definition =
        tokens.size() > 1
            && switch (tokens.get(1).getType()) {
              case NetworkParser.EQUALS, NetworkParser.OPEN_SQUARE, NetworkParser.ENTRIES -> true;
              default -> false;
            };
    return TokenKinds.isStatementKeyword(tokens.getFirst()) && !definition
        ? Optional.of(values()[tokens.getFirst().getType() - NetworkParser.NETWORK])
        : Optional.empty();
  }

  static List<Name> keywords() {
    return Arrays.stream(values()).map(form -> Name.of(form.keyword())).toList();
  }
}
