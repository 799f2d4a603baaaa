package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each task with its answer and where it is derived.
class TasksSectionTest {

  private static final String TASKS =
      """
      task (a) [1 point] "How does the loss change with p?": derive dL/dp
      task (b) [3 points] "Derive both gradients.": derive dL/dw, dL/db
      task (c) "Discuss."
      """;

  @Test
  void valuesAndWhereTheyAreDerived() {
    Sample sample = Sample.of(Sample.LINE + TASKS).numbered();
    sample.backward().section();
    assertThat(section(sample, true))
        .isEqualTo(
            """
            Tasks
            **(a)** [1 point] How does the loss change with p?
            Answer: $dL/dp = 2$ by (3).
            **(b)** [3 points] Derive both gradients.
            Answer: $dL/dw = 6$ by (4) and $dL/db = 2$ by (5).
            **(c)** Discuss.\
            """);
  }

  @Test
  void withoutNumbers() {
    Sample sample = Sample.of(Sample.LINE + TASKS).numbered();
    sample.backward().section();
    assertThat(section(sample, false))
        .contains("Answer: $dL/dp$ by (3).", "Answer: $dL/dw$ by (4) and $dL/db$ by (5).");
  }

  @Test
  void withoutAnEquationToCite() {
    assertThat(section(Sample.of(Sample.LINE + TASKS), true))
        .contains("Answer: $dL/dp = 2$.", "Answer: $dL/dw = 6$ and $dL/db = 2$.");
  }

  private static String section(Sample sample, boolean numbers) {
    TasksSection section = new TasksSection(sample.problem(), sample.figures(), sample.numbering());
    return Lines.of(section.section(numbers ? sample.single() : Optional.empty()));
  }
}
