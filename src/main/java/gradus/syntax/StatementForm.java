package gradus.syntax;

import gradus.expr.Name;
import gradus.syntax.grammar.NetworkParser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// The statements that begin with a keyword, in the order of the grammar's tokens, each with an
/// example of its right form.
enum StatementForm {
  NETWORK(Kind.OTHER, "network \"MLP with a skip connection\""),
  SIZE(Kind.DECLARATION, "size n, d = 3"),
  INPUT(Kind.DECLARATION, "input x"),
  TARGET(Kind.DECLARATION, "target y"),
  WEIGHT(Kind.DECLARATION, "weight w_1, w_2"),
  BIAS(Kind.DECLARATION, "bias b_1, b_2"),
  CONSTANT(Kind.DECLARATION, "constant alpha"),
  QUANTITY(Kind.DECLARATION, "quantity H"),
  FUNCTION(Kind.OTHER, "function swish(z) = z*sigmoid(z)"),
  LOSS(Kind.OTHER, "loss L = (y - p)^2"),
  NAME(Kind.OTHER, "name delta_1 = dL/dz_1"),
  CONVENTION(Kind.OTHER, "convention relu'(0) = 1"),
  LAYOUT(Kind.OTHER, "layout numerator"),
  INDEX(Kind.OTHER, "index from 0"),
  GIVEN(Kind.ASSIGNMENT, "given w_1 = 1/2, w_2 = -1"),
  AT(Kind.ASSIGNMENT, "at first: x = 1, y = -3"),
  DESCEND(Kind.OTHER, "descend rate eta = 0.9"),
  ROUND(Kind.OTHER, "round 3"),
  DERIVE(Kind.REQUEST, "derive dL/dw_1, dL/dw_2"),
  TASK(Kind.TASK, "task (a) [3 points] \"Derive the gradient of w_1.\": derive dL/dw_1");

  /// What the statement lists.
  enum Kind {
    DECLARATION,
    ASSIGNMENT,
    REQUEST,
    TASK,
    OTHER
  }

  private final Kind kind;
  private final String example;

  StatementForm(Kind kind, String example) {
    this.kind = kind;
    this.example = example;
  }

  Kind kind() {
    return kind;
  }

  String example() {
    return example;
  }

  String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The form of a statement that begins with these tokens; `at = 3` and `at[1] = 3` define names.
  static Optional<StatementForm> of(List<Token> tokens) {
    int second = tokens.get(1).getType();
    boolean definition =
        second == NetworkParser.EQUALS
            || second == NetworkParser.OPEN_SQUARE
            || second == NetworkParser.ENTRIES;
    return TokenKinds.isStatementKeyword(tokens.getFirst()) && !definition
        ? Optional.of(values()[tokens.getFirst().getType() - NetworkParser.NETWORK])
        : Optional.empty();
  }

  /// The keyword that was probably meant: by a slip, or by another name.
  static Optional<String> meant(String typed) {
    return Nearest.to(Name.of(typed), keywords()).or(() -> Synonyms.statement(typed));
  }

  private static List<Name> keywords() {
    return Arrays.stream(values()).map(form -> Name.of(form.keyword())).toList();
  }
}
