package gradus.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.Functions;
import gradus.expr.Name;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynonymsTest {
  private static final Collection<Name> KNOWN = Functions.rulePage().names();

  static Stream<Name> functions() {
    return KNOWN.stream().filter(name -> Functions.rulePage().named(name).isPresent());
  }

  /// The rule page has the rules, the page of words all that the functions are called.
  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionOfTheRulePageHasItsRow(Name function) {
    assertThat(Synonyms.isFunction(function)).isTrue();
    assertThat(Synonyms.functionRead(function.key())).isEqualTo(function.key());
  }

  /// A word before the bar is told to whoever types it in a network file.
  @ParameterizedTest
  @CsvSource({"ln, log", "logistic, sigmoid", "lin, identity", "sgn, sign", "lrelu, leakyrelu"})
  void whatAnswersAreReadWithIsSuggestedToo(String word, String function) {
    assertThat(Synonyms.functionRead(word)).isEqualTo(function);
    assertThat(Synonyms.function(Name.of(word), KNOWN)).contains(function);
  }

  @ParameterizedTest
  @CsvSource({"expit, sigmoid", "heaviside, step", "root, sqrt", "maximum, max"})
  void behindTheBarWordsOnlySuggest(String word, String function) {
    assertThat(Synonyms.functionRead(word)).isEqualTo(word);
    assertThat(Synonyms.function(Name.of(word), KNOWN)).contains(function);
  }

  @Test
  void nothingIsSuggestedThatIsNotThere() {
    assertThat(Synonyms.function(Name.of("expit"), List.of(Name.of("tanh")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"l", "j", "ell", "loss", "cost", "mse", "bce"})
  void theLossIsWrittenSo(String word) {
    assertThat(Synonyms.isLoss(word)).isTrue();
    assertThat(Synonyms.isRate(word)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eta", "lr", "rate", "learningrate"})
  void theRateIsWrittenSo(String word) {
    assertThat(Synonyms.isRate(word)).isTrue();
    assertThat(Synonyms.isLoss(word)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"squared_error", "mae", "w", "step", "weight"})
  void othersAreNeither(String word) {
    assertThat(Synonyms.isLoss(word)).isFalse();
    assertThat(Synonyms.isRate(word)).isFalse();
  }
}
