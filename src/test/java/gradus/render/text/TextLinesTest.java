package gradus.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextLinesTest {
  private static final int COLUMNS = 30;

  /// A `¶` is a line's end.
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          = a · b + c                                     => = a · b + c
          = aaaaaaa · bbbbbbbb + c = dddddd + eeeeeeeee   => = aaaaaaa · bbbbbbbb + c¶= dddddd + eeeeeeeee
          = aaa + bbbbbbbbb · cccccccccc · ddd            => = aaa¶+ bbbbbbbbb · cccccccccc · ddd
          = aaaaaaaaaaaa · (bbbbbbb + cccccc) · dd        => = aaaaaaaaaaaa¶· (bbbbbbb + cccccc) · dd
          = aaaaaaaaaaaa · |bbbbbbb + cccccc| · dd        => = aaaaaaaaaaaa¶· |bbbbbbb + cccccc| · dd
          = aaaaaaaaaaaa · {1 if z ≥ 0; 0 if z < 0}       => = aaaaaaaaaaaa¶· {1 if z ≥ 0; 0 if z < 0}
          = aaaaaaaaaaaaaa · bbbbbbbbbbbb / cccccc · d    => = aaaaaaaaaaaaaa¶· bbbbbbbbbbbb / cccccc · d
          = {aaaaaaaaaaaaa if z = 0; bbbbbbbb if z < 0}   => = {aaaaaaaaaaaaa if z = 0;¶bbbbbbbb if z < 0}
          """)
  void breaksFormulasWhereItHurtsLeast(String formula, String lines) {
    assertThat(TextLines.formula(formula, COLUMNS)).isEqualTo(List.of(lines.split("¶")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          the slope here is {1 if z ≥ 0; 0 if z < 0} => the slope here is¶{1 if z ≥ 0; 0 if z < 0}
          used at the kink, since z_1 ≥ 0.5          => used at the kink, since¶z_1 ≥ 0.5
          the value of the output is y = 0.5         => the value of the output is¶y = 0.5
          it is not so that aaaaa(bbbb) = 0.5        => it is not so that aaaaa(bbbb)¶= 0.5
          """)
  void keepsCasesAndComparisonsTogetherInSentences(String text, String lines) {
    assertThat(TextLines.wrapped(text, COLUMNS)).isEqualTo(List.of(lines.split("¶")));
  }
}
