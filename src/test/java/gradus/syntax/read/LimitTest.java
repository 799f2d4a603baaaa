package gradus.syntax.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.DiagnosticText;
import gradus.syntax.source.Fault;
import gradus.syntax.source.FaultTest;
import gradus.syntax.source.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts of any size and shape end in statements or diagnostics, never in an exception.
public final class LimitTest {
  public static final Set<Fault> LIMITS =
      EnumSet.of(
          Fault.TEXT_TOO_LONG,
          Fault.TOO_MANY_FAULTS,
          Fault.NUMBER_TOO_LONG,
          Fault.TOO_DEEP,
          Fault.TOO_MANY_NAMES,
          Fault.UNBOUNDED_FORMULA);

  private static final int MANY = 100_000;
  private static final int MEGABYTE = 1 << 20;

  static Stream<Arguments> beyond() {
    return Stream.of(
        beyond(Fault.TEXT_TOO_LONG, "x".repeat(MEGABYTE + 1)),
        beyond(Fault.TEXT_TOO_LONG, "€".repeat(MEGABYTE / 3 + 1)),
        beyond(Fault.NUMBER_TOO_LONG, "a = " + "1".repeat(201)),
        beyond(Fault.NUMBER_TOO_LONG, "a = 0." + "1".repeat(1_000_000)),
        beyond(Fault.NUMBER_TOO_LONG, "a = 1e401"),
        beyond(Fault.NUMBER_TOO_LONG, "a = 1e-999999999999"),
        beyond(Fault.NUMBER_TOO_LONG, "a = b[1]_" + "1".repeat(500)),
        beyond(Fault.NUMBER_TOO_LONG, "a = x" + "²".repeat(500)),
        beyond(Fault.TOO_DEEP, "a = " + "(".repeat(MANY) + "x" + ")".repeat(MANY)),
        beyond(Fault.TOO_DEEP, "a = " + "(".repeat(257) + "x" + ")".repeat(257)),
        beyond(Fault.TOO_DEEP, "a = " + "[".repeat(MANY)),
        beyond(Fault.TOO_DEEP, "a = " + "|".repeat(MANY) + "x"),
        beyond(Fault.TOO_DEEP, "a = " + "f(".repeat(MANY)),
        beyond(Fault.TOO_DEEP, "a = x" + "^x".repeat(MANY)),
        beyond(Fault.TOO_DEEP, "a = " + "-".repeat(MANY) + "x"),
        beyond(Fault.TOO_DEEP, "a = x" + "'".repeat(MANY)),
        beyond(Fault.TOO_DEEP, "a = x" + "^(-x".repeat(100) + ")".repeat(100)),
        beyond(Fault.TOO_DEEP, "{".repeat(MEGABYTE)),
        beyond(Fault.CLOSES_NOTHING, "}".repeat(MEGABYTE)),
        beyond(Fault.UNKNOWN_CHARACTER, "\0".repeat(MEGABYTE)),
        beyond(Fault.UNKNOWN_CHARACTER, "\ud800".repeat(MANY)),
        beyond(Fault.UNKNOWN_CHARACTER, "a = \udc00"),
        beyond(Fault.OPEN_STRING, "\"" + "x".repeat(MANY)),
        beyond(Fault.NO_STATEMENT, "\n".repeat(MEGABYTE)),
        beyond(Fault.NO_STATEMENT, ""),
        beyond(Fault.NEVER_CLOSED, "a = (" + "\n# b\n".repeat(MANY)),
        beyond(Fault.NOT_A_RANGE_OF_NAMES, "weight w_0..w_999999999999"),
        beyond(Fault.TOO_MANY_NAMES, "weight w_0..w_999999999"),
        beyond(Fault.TOO_MANY_NAMES, "weight w_0..w_10000"));
  }

  private static Arguments beyond(Fault fault, String text) {
    return Arguments.of(fault, Named.of(shortened(text), text));
  }

  private static String shortened(String text) {
    String start = text.length() < 30 ? text : text.substring(0, 30) + "…";
    return text.isEmpty()
        ? "nothing"
        : start
            .chars()
            .mapToObj(c -> c < ' ' || c > '~' ? "?" : "" + (char) c)
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("beyond")
  void whatIsBeyondALimitIsOneFault(Fault fault, String text) {
    NetworkParse reading = NetworkReader.read(new Source("test", text));

    assertThat(reading.diagnostics()).extracting(Diagnostic::fault).containsExactly(fault);
    assertThat(reading.statements()).isEmpty();
    assertThat(DiagnosticText.of(reading.diagnostics().getFirst()).length()).isLessThan(800);
  }

  static Stream<String> within() {
    return Stream.of(
        "(".repeat(256) + "x" + ")".repeat(256),
        "f(".repeat(256) + "x" + ")".repeat(256),
        "-".repeat(256) + "x",
        "x" + "^x".repeat(256),
        "{x if |x| > 0; ".repeat(255) + "x" + " otherwise}".repeat(255),
        "1".repeat(200),
        "1e400",
        "x" + " + w_1*x".repeat(MANY),
        "x" + "*-x/y".repeat(MANY),
        "{" + "x if x > 0; ".repeat(10_000) + "0 otherwise}",
        "[" + "1, 2; ".repeat(10_000) + "3, 4]");
  }

  @ParameterizedTest
  @MethodSource("within")
  void whatIsWithinTheLimitsIsRead(String formula) {
    NetworkParse reading = NetworkReader.read(new Source("test", "a = " + formula + "\nb = a"));

    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.statements()).hasSize(2);
  }

  @Test
  void afterAHundredFaultsTheRestIsNotListed() {
    List<Diagnostic> diagnostics =
        NetworkReader.read(new Source("test", "x y\n".repeat(MANY))).diagnostics();

    assertThat(diagnostics).hasSize(101);
    assertThat(diagnostics.getLast().fault()).isEqualTo(Fault.TOO_MANY_FAULTS);
    assertThat(diagnostics.getLast().sentence())
        .isEqualTo("there are further faults; only the first 100 are listed");
  }

  @Test
  void rangesCannotFillTheMemory() {
    NetworkParse reading = NetworkReader.read(new Source("test", "weight w_1..w_999\n".repeat(11)));

    assertThat(reading.statements()).hasSize(10);
    assertThat(reading.diagnostics())
        .extracting(Diagnostic::sentence)
        .containsExactly("ranges of names such as w_1..w_8 may stand for up to 10000 names in all");
  }

  @Test
  void abbreviationsCannotGrowWithoutBound() {
    assertThat(FaultTest.diagnostics("sq(".repeat(200) + "x" + ")".repeat(200)))
        .extracting(Diagnostic::sentence)
        .first()
        .isEqualTo("written out, this formula has more than 100000 parts");
    assertThat(FaultTest.diagnostics("grow(".repeat(4) + "x" + ")".repeat(4))).isEmpty();
  }

  @Test
  void argumentsFoldToABoundedDepth() {
    assertThat(FaultTest.diagnostics("max(x" + ", y".repeat(500) + ")")).isEmpty();
    assertThat(FaultTest.diagnostics("max(x" + ", y".repeat(MANY) + ")"))
        .extracting(Diagnostic::fault)
        .containsExactly(Fault.TOO_DEEP);
  }

  @Test
  void deepFormulasAreReadOnASmallStack() throws InterruptedException {
    String deep = "{x if max(-f(x, 2^(".repeat(42) + "x" + ")), y) > 0; 0 otherwise}".repeat(42);
    List<List<Diagnostic>> found = new ArrayList<>();
    Thread small = new Thread(null, () -> found.add(FaultTest.diagnostics(deep)), "small", 1 << 20);
    small.start();
    small.join();

    assertThat(found).containsExactly(List.of());
  }
}
