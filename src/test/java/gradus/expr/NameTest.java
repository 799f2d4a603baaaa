package gradus.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameTest {
  private enum Role implements Name.Purpose {
    STAND_IN,
    MARKER
  }

  @Test
  void namesOfOtherPurposesAreOthersWhateverTheirLetters() {
    Name typed = Name.of("ŷ");
    Name standIn = typed.servingAs(Role.STAND_IN);
    assertThat(standIn).isNotEqualTo(typed).isNotEqualTo(typed.servingAs(Role.MARKER));
    assertThat(standIn).isEqualTo(Name.of("yhat").servingAs(Role.STAND_IN));
    assertThat(standIn).hasToString("ŷ");
    assertThat(standIn.purpose()).isEqualTo(Role.STAND_IN);
    assertThat(typed.purpose()).isEqualTo(Name.of("x").purpose());
  }
}
