package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A `.verdicts` file notices what changes, and what brackets leave open does not count.
final class DiscrepancyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          correct                       | correct         | same
          correct                       | noted(printed)  | other
          correct                       | wrong(sign)     | other
          wrong                         | wrong(sign)     | same
          wrong(index)                  | wrong(sign)     | other
          wrong(sign)                   | wrong           | other
          noted                         | noted(printed)  | same
          follows(3)                    | follows(5)      | other
          undecided (should be correct) | undecided       | same
          undecided (should be correct) | correct         | other
          undecided (should be correct) | wrong(sign)     | other
          """)
  void verdicts(String wanted, String given, String outcome) {
    List<Discrepancy> discrepancies =
        Discrepancy.between(
            Remark.read(List.of("  3  " + wanted + "  z = w x")),
            List.of(Remark.of("3", given, "z = w x")));
    assertThat(discrepancies.isEmpty()).isEqualTo(outcome.equals("same"));
  }

  @Test
  void whatIsMissingOrTooMuchIsTold() {
    List<Remark> wanted = Remark.read(List.of("  3  correct  z = w x", "  3  correct  = 2"));
    List<Remark> given = List.of(wanted.getFirst(), Remark.of("5", "wrong(sign)", "L = 1"));

    assertThat(Discrepancy.table("a.md", Discrepancy.between(wanted, given)))
        .isEqualTo(
            """
            a.md:3  correct     not judged   = 2
            a.md:5  not listed  wrong(sign)  L = 1\
            """);
  }

  @Test
  void whatIsExpectedIsComparedWhereItIsTold() {
    List<Remark> told = Remark.read(List.of("  3  wrong  z = w", "     expected  w * x"));
    List<Remark> open = Remark.read(List.of("  3  wrong  z = w"));
    Remark given = Remark.of("3", "wrong(factor)", "z = w").expecting("w * y");

    assertThat(Discrepancy.between(told, List.of(given))).hasSize(1);
    assertThat(Discrepancy.between(open, List.of(given))).isEmpty();
  }

  /// As readers of answers see them, brackets and alignment may come and go.
  @Test
  void aLinkIsKnownByItsSigns() {
    Remark wanted = Remark.of("3", "correct", "\\left(a + b\\right) = c");
    assertThat(wanted.isAbout(Remark.of("3", "correct", "(a+b\\right) &= c"))).isTrue();
    assertThat(wanted.isAbout(Remark.of("3", "correct", "(a-b\\right) &= c"))).isFalse();
    assertThat(wanted.isAbout(Remark.of("4", "correct", "\\left(a + b\\right) = c"))).isFalse();
  }
}
