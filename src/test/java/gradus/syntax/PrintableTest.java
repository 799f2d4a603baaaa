package gradus.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x61C, 0x200E, 0x200F, 0x2028, 0x2029,
        0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xE000, 0xFEFF,
        0xD800, 0xE0001
      })
  void whatATerminalObeysOrHidesIsReplaced(int c) {
    assertThat(Printable.of("a" + Character.toString(c) + "b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void aTextStandsOnOneLine() {
    assertThat(Printable.of("a\nb\r\nc\td")).isEqualTo("a b  c d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "z_1 = w·x", "ŷ y\u0302 名 😀", "∂L/∂𝛿 ≈ 0", "a b\u00A0c"})
  void allElseStays(String text) {
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @Test
  void widthIsInColumns() {
    assertThat(Printable.width("y\u0302")).isEqualTo(1);
    assertThat(Printable.width("𝛿")).isEqualTo(1);
    assertThat(Printable.width("名＝😀")).isEqualTo(6);
  }
}
