package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.SheetForm;
import org.junit.jupiter.api.Test;

/// What was derived entry by entry, once more.
class SameInMatricesTest {

  @Test
  void definitionsAndLastLines() {
    Sample sample = Sample.of(Sample.LAYER + "derive dL/dW", SheetForm.INDEX);
    assertThat(
            Lines.of(
                new SameInMatrices(sample.typed())
                    .section(sample.typed().matrices().orElseThrow())))
        .isEqualTo(
            """
            The same with matrices
            Vectors are columns.
            - sized z = W * x + b
            - sized L = 1/2 * norm2(z - y)^2
            - sized dL/dz = z - y
            - sized dL/dW = dL/dz * x'\
            """);
  }

  @Test
  void nothingToSayAgainWhereTheSheetIsInMatrices() {
    assertThat(Sample.of(Sample.LAYER + "derive dL/dW").typed().matrices()).isEmpty();
  }
}
