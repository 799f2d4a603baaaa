package gradus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gradus.syntax.answer.Notation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every answer in `examples/` against its `.verdicts`, which were judged by hand. What is known to
/// be judged amiss stands there as `undecided (should be correct)`, and fails here once it is not.
class AnswersTest {
  private static final Map<Path, Checker> CHECKERS = new HashMap<>();
  private static int answers;
  private static int verdicts;
  private static int gaps;
  private static int others;

  static List<HandIn> handIns() {
    return Examples.handIns();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("handIns")
  void isJudgedAsByHand(HandIn handIn) {
    List<List<Remark>> given = judged(handIn);
    assertThat(handIn.verdicts()).as(draft(given)).exists();
    List<List<Remark>> wanted = handIn.remarks();
    assertThat(wanted).as("answers between rules").hasSameSizeAs(given);
    List<Discrepancy> discrepancies = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      discrepancies.addAll(Discrepancy.between(wanted.get(i), given.get(i)));
    }
    count(wanted, discrepancies);
    if (!discrepancies.isEmpty()) {
      fail(
          "what the file says, what was found:\n"
              + Discrepancy.table(handIn.toString(), discrepancies));
    }
  }

  @Test
  void noVerdictsStandAlone() throws IOException {
    List<Path> known = handIns().stream().map(HandIn::verdicts).toList();
    try (Stream<Path> files = Files.walk(Path.of("examples"))) {
      assertThat(files.filter(file -> file.toString().endsWith(HandIn.VERDICTS))).isSubsetOf(known);
    }
  }

  @AfterAll
  static void tell() {
    System.out.printf(
        "%d answers, %d verdicts: %d as expected, %d known gaps, %d others%n",
        answers, verdicts, verdicts - gaps - others, gaps, others);
  }

  private static void count(List<List<Remark>> wanted, List<Discrepancy> discrepancies) {
    answers += wanted.size();
    verdicts += wanted.stream().mapToInt(List::size).sum();
    gaps += (int) wanted.stream().flatMap(List::stream).filter(Remark::isGap).count();
    for (Discrepancy discrepancy : discrepancies) {
      gaps -= discrepancy.wanted().filter(Remark::isGap).isPresent() ? 1 : 0;
      verdicts += discrepancy.wanted().isEmpty() ? 1 : 0;
      others++;
    }
  }

  /// What the file might hold, once each line has been judged.
  private static String draft(List<List<Remark>> given) {
    return given.stream()
        .map(part -> part.stream().map(Remark::toString).collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n---\n", "judge each line:\n", "\n"));
  }

  private static List<List<Remark>> judged(HandIn handIn) {
    Checker checker = CHECKERS.computeIfAbsent(handIn.network(), AnswersTest::prepared);
    return handIn.texts().stream()
        .map(text -> Remarks.of(checker.check(handIn.toString(), text, Notation.AUTO)))
        .toList();
  }

  private static Checker prepared(Path network) {
    try {
      Checker.Making made = Gradus.checker(network.toString(), Files.readString(network));
      return made.checker().orElseThrow(() -> new AssertionError(made.diagnostics().toString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
