package gradus.expr;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Index.Letter;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexTest {
  private static final Index K = Index.of(Name.of("k"));
  private static final Index N = Index.of(Name.of("n"));

  @Test
  void equalNumbersAreEqual() {
    assertThat(K.plus(1).plus(-1)).isEqualTo(K);
    assertThat(K.plus(N)).isEqualTo(N.plus(K));
    assertThat(K.minus(K)).isEqualTo(Index.ZERO).isEqualTo(Index.of(0));
    assertThat(N.plus(1).times(N.plus(-1))).isEqualTo(N.times(N).plus(-1));
    assertThat(Index.of(Name.of("η"))).isEqualTo(Index.of(Name.of("eta")));
  }

  @Test
  void onlyLetterlessOnesAreConstant() {
    assertThat(K.plus(3).minus(K).constant()).hasValue(3);
    assertThat(Index.ZERO.constant()).hasValue(0);
    assertThat(K.constant()).isEmpty();
    assertThat(K.is(0)).isFalse();
  }

  @Test
  void lettersHaveLabelsThatAreIndicesThemselves() {
    Index size = Index.of(new Letter(Name.of("n"), List.of(K.plus(-1))));
    assertThat(size).hasToString("n[k-1]");
    assertThat(size.mentions(Name.of("k"))).isTrue();
    assertThat(size.with(Name.of("k"), K.plus(1)))
        .isEqualTo(Index.of(new Letter(Name.of("n"), List.of(K))));
  }

  @Test
  void numbersArePutInFromTheInside() {
    Index size = Index.of(new Letter(Name.of("n"), List.of(K)));
    Index value =
        size.plus(1)
            .with(letter ->
                letter.equals(Letter.of(Name.of("k")))
                    ? Index.of(2)
                    : letter.toString().equals("n[2]") ? Index.of(7) : Index.of(letter));
    assertThat(value).isEqualTo(Index.of(8));
  }

  @Test
  void isWrittenAsItIsTyped() {
    assertThat(N.times(Index.of(2)).plus(1)).hasToString("2*n+1");
    assertThat(K.times(Index.of(-1))).hasToString("-k");
    assertThat(Index.of(3).minus(K)).hasToString("-k+3");
    assertThat(Index.ZERO).hasToString("0");
  }
}
