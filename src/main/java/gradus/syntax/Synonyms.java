package gradus.syntax;

import gradus.expr.Name;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The pages of words that all readers share: the functions and what other notations call them,
/// losses, statements, and what is usually written for the loss and the learning rate.
///
/// Answers are read with the words before the bars, so that a word added there is known in every
/// notation. In a network file a function has one name; whoever types another is told that one, for
/// words before and behind the bars, which are no slips and no distance between letters finds.
public final class Synonyms {
  private static final Thesaurus FUNCTIONS =
      Thesaurus.of(
          """
          exp
          log        ln             | loge
          sqrt                      | root squareroot
          sin
          cos
          tanh                      | tanhyp
          abs                       | fabs absolute
          sign       sgn            | signum
          step                      | heaviside theta
          max                       | maximum
          min                       | minimum
          identity   id lin linear
          relu
          leakyrelu  lrelu          | leaky_relu
          sigmoid    sigma logistic | sigm expit
          softplus
          """);

  /// An answer may write the word for the loss itself: `∂CE/∂w`.
  private static final Thesaurus LOSS_FUNCTIONS =
      Thesaurus.of(
          """
          squared_error        mse sse | se
          half_squared_error
          absolute_error               | mae
          binary_cross_entropy ce bce  | cross_entropy
          """);

  private static final Thesaurus QUANTITIES =
      Thesaurus.of(
          """
          loss  l j e c ell cost error err nll
          rate  eta lr alpha epsilon gamma learningrate
          """);

  private static final Thesaurus STATEMENTS =
      Thesaurus.of(
          """
          weight     | parameter parameters param params variable var trainable theta
          bias       | offset intercept
          input      | feature features in
          target     | output outputs label labels truth desired
          constant   | const hyperparameter
          loss       | cost error objective minimize minimise
          function   | def func fn fun activation
          given      | value values init initial where with
          at         | data sample point example
          descend    | update train optimize optimise sgd learn gradient_descent
          derive     | gradient gradients grad differentiate compute find diff
          task       | exercise question part problem
          network    | title model
          convention | subgradient
          round      | precision digits
          """);

  private Synonyms() {}

  /// Whether a function that works entry by entry is called so.
  static boolean isFunction(Name name) {
    return FUNCTIONS.things().contains(name.key());
  }

  /// The name of the function that an answer calls so, else the word itself.
  ///
  /// @param word in small letters
  public static String functionRead(String word) {
    return FUNCTIONS.thingReadAs(word).orElse(word);
  }

  /// The function that was probably meant: by another name, or by a slip.
  public static Optional<String> function(Name typed, Collection<Name> known) {
    String word = typed.key().toLowerCase(Locale.ROOT);
    return FUNCTIONS
        .thingSuggestedBy(word)
        .or(() -> LOSS_FUNCTIONS.thingSuggestedBy(word))
        .filter(meant -> known.contains(Name.of(meant)))
        .or(() -> Nearest.to(typed, known));
  }

  /// The statement that other notations call so.
  static Optional<String> statement(String typed) {
    return STATEMENTS.thingSuggestedBy(typed.toLowerCase(Locale.ROOT));
  }

  /// Whether the loss is usually written so, by a letter or by what it measures.
  ///
  /// @param word in small letters
  public static boolean isLoss(String word) {
    return QUANTITIES.thingReadAs(word).filter("loss"::equals).isPresent()
        || LOSS_FUNCTIONS.read().containsKey(word);
  }

  /// Whether the learning rate is usually written so.
  ///
  /// @param word in small letters
  public static boolean isRate(String word) {
    return QUANTITIES.thingReadAs(word).filter("rate"::equals).isPresent();
  }
}
