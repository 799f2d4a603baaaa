package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said about numbers with error bounds is so, over seeded operands of all sizes, known
/// exactly, well, and hardly.
///
/// The bounds are no wider than ten times the errors that were seen, both those that an operation
/// makes and those that it passes on, so that bounds a tenth as wide would not hold; those of tanh,
/// a chain of five operations, each rounded up, than sixteen times.
///
/// `-Dgradus.operands=10000` tries the longest numbers as often as the others.
class EnclosuresTest {
  private static final int OPERANDS = 10_000;
  private static final int FEWER = Integer.getInteger("gradus.operands", 500);

  private static final Kind<DoubleDouble> SHORT = new ShortKind();
  private static final Kind<LongBinary> LONG = new LongKind(340);
  private static final List<LongKind> OTHERS =
      List.of(new LongKind(200), new LongKind(900), new LongKind(2_400));

  @ParameterizedTest
  @EnumSource(Operation.class)
  void thirtyDigits(Operation operation) {
    holdsTightly(Containment.of(SHORT, operation, OPERANDS), operation, OPERANDS);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aHundredDigits(Operation operation) {
    holdsTightly(Containment.of(LONG, operation, OPERANDS), operation, OPERANDS);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void asManyDigitsAsAreAskedFor(Operation operation) {
    for (LongKind kind : OTHERS) {
      Containment<LongBinary> trial = Containment.of(kind, operation, FEWER);
      assertThat(trial.faults()).isEmpty();
      assertThat(trial.numbers()).isGreaterThan(FEWER / 4);
    }
  }

  private static void holdsTightly(Containment<?> trial, Operation operation, int operands) {
    assertThat(trial.faults()).isEmpty();
    assertThat(trial.numbers()).isGreaterThan(operands / 4);
    if (!operation.isWithoutRounding()) {
      double ofRounding = trial.closest(Accuracy.EXACT);
      assertThat(ofRounding).isGreaterThan(operation == Operation.TANH ? 0.0624 : 0.1);
    }
    if (operation != Operation.STEP) {
      double passedOn = Math.max(trial.closest(Accuracy.FINE), trial.closest(Accuracy.COARSE));
      assertThat(passedOn).isGreaterThan(operation == Operation.TANH ? 0.0624 : 0.1);
    }
  }
}
