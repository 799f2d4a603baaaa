package gradus.check;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.Checker;
import gradus.Gradus;
import gradus.check.RandomAnswers.Answer;
import gradus.check.verdict.Verdict;
import gradus.syntax.paper.Notation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomAnswersTest {
  private static final int COUNT = 12;
  private static final long SEED = 7;

  @ParameterizedTest
  @ValueSource(strings = {"skip-connection", "softmax"})
  void onlyThoseWithASlipHaveAWrongLine(String example) throws IOException {
    String network = Files.readString(Path.of("examples", example, "network.gradus"));
    Checker checker = Gradus.checker(example, network).checker().orElseThrow();
    List<Answer> answers = RandomAnswers.to(network, COUNT, SEED);
    assertThat(answers).filteredOn(Answer::hasSlip).hasSize(COUNT / 3);

    List<Answer> wrong = answers.stream().filter(answer -> isWrong(checker, answer)).toList();
    assertThat(wrong).allMatch(Answer::hasSlip).hasSizeGreaterThanOrEqualTo(COUNT / 6);
  }

  private static boolean isWrong(Checker checker, Answer answer) {
    return checker.check("answer", answer.text(), Notation.LATEX).claims().stream()
        .anyMatch(claim -> claim.verdict() == Verdict.WRONG);
  }
}
