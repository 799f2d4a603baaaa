package gradus.syntax;

import gradus.expr.Name;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What other notations call the functions and statements of this one: words that are no slips, so
/// that no distance between letters finds them.
public final class Synonyms {
  private static final Map<String, String> FUNCTIONS =
      table(
          """
          sigmoid              sigma logistic sigm expit
          log                  ln loge
          abs                  fabs absolute
          sign                 sgn signum
          step                 heaviside theta
          sqrt                 root squareroot
          max                  maximum
          min                  minimum
          tanh                 tanhyp
          leakyrelu            lrelu leaky_relu
          identity             id linear
          squared_error        mse se
          absolute_error       mae
          binary_cross_entropy bce cross_entropy
          """);
  private static final Map<String, String> STATEMENTS =
      table(
          """
          weight     parameter parameters param params variable var trainable theta
          bias       offset intercept
          input      feature features in
          target     output outputs label labels truth desired
          constant   const hyperparameter
          loss       cost error objective minimize minimise
          function   def func fn fun activation
          given      value values init initial where with
          at         data sample point example
          descend    update train optimize optimise sgd learn gradient_descent
          derive     gradient gradients grad differentiate compute find diff
          task       exercise question part problem
          network    title model
          convention subgradient
          round      precision digits
          """);

  private Synonyms() {}

  private static Map<String, String> table(String rows) {
    Map<String, String> table = new HashMap<>();
    rows.lines()
        .map(row -> row.strip().split(" +"))
        .forEach(row -> {
          for (int i = 1; i < row.length; i++) {
            table.put(row[i], row[0]);
          }
        });
    return table;
  }

  /// The function that was probably meant: by another name, or by a slip.
  public static Optional<String> function(Name typed, Collection<Name> known) {
    return Optional.ofNullable(FUNCTIONS.get(typed.key().toLowerCase(Locale.ROOT)))
        .filter(meant -> known.contains(Name.of(meant)))
        .or(() -> Nearest.to(typed, known));
  }

  /// The keyword that was probably meant: by another name, or by a slip.
  static Optional<String> statement(String typed) {
    return Nearest.to(Name.of(typed), StatementForm.keywords())
        .or(() -> Optional.ofNullable(STATEMENTS.get(typed.toLowerCase(Locale.ROOT))));
  }
}
