package gradus.check.number;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Whether what truly comes out lies within the bounds, over many operands, and how close to them.
final class Containment<E extends Enclosure> {
  private static final int SEED = 20;

  private final Kind<E> kind;
  private final Operation operation;
  private final SplittableRandom random;
  private final List<Size> sizes;
  private final Map<Accuracy, Double> closest = new EnumMap<>(Accuracy.class);
  private final List<String> faults = new ArrayList<>();
  private int numbers;

  private Containment(Kind<E> kind, Operation operation) {
    this.kind = kind;
    this.operation = operation;
    random = new SplittableRandom(SEED + operation.ordinal());
    sizes = List.copyOf(operation.sizes());
  }

  static <E extends Enclosure> Containment<E> of(Kind<E> kind, Operation operation, int operands) {
    Containment<E> containment = new Containment<>(kind, operation);
    kind.numbers().sawGap(kind.bits()); // so that nothing is taken for zero without being it
    Accuracy[] accuracies = Accuracy.values();
    for (int i = 0; i < operands; i++) {
      containment.tried(accuracies[i % accuracies.length]);
    }
    return containment;
  }

  /// What was said and is not so.
  List<String> faults() {
    return faults;
  }

  /// In how many cases a number came out.
  int numbers() {
    return numbers;
  }

  /// The largest error that was seen, as a share of its bound.
  double closest(Accuracy accuracy) {
    return closest.getOrDefault(accuracy, 0.0);
  }

  private void tried(Accuracy accuracy) {
    E a = drawn(accuracy);
    E b =
        operation == Operation.WHOLE_POWER
            ? kind.drawn(Size.WHOLE, Accuracy.EXACT, random)
            : operation.isSumOrComparison() && random.nextInt(3) == 0
                ? opposite(a, accuracy)
                : kind.drawn(sizes.get(random.nextInt(sizes.size())), accuracy, random);
    E result = operation.of(kind.numbers(), a, b);
    Optional<Dyadic> truth =
        result.isNumber() || result.isUndefined()
            ? operation.truth(kind.digits(), inside(a), inside(b))
            : Optional.empty();
    if (result.isNumber()) {
      numbers++;
      truth.ifPresentOrElse(
          value -> compared(result, value, accuracy, a, b), () -> fault("no value", a, b, result));
    } else if (result.isUndefined() && truth.isPresent()) {
      fault("has a value", a, b, result);
    }
  }

  private E drawn(Accuracy accuracy) {
    E drawn = kind.drawn(sizes.get(random.nextInt(sizes.size())), accuracy, random);
    boolean turned =
        operation.isOfPositive() && kind.middle(drawn).signum() < 0 && random.nextInt(8) > 0;
    return turned ? kind.numbers().negated(drawn) : drawn;
  }

  private E opposite(E a, Accuracy accuracy) {
    E opposite = kind.opposite(a, accuracy, random);
    return operation == Operation.MAX ? kind.numbers().negated(opposite) : opposite;
  }

  /// A number of the interval, more often than not one of its ends.
  private Dyadic inside(E number) {
    double share = random.nextBoolean() ? 1 : random.nextDouble();
    Dyadic apart = kind.radius(number).times(Dyadic.of(share));
    return random.nextBoolean()
        ? kind.middle(number).plus(apart)
        : kind.middle(number).minus(apart);
  }

  private void compared(E result, Dyadic truth, Accuracy accuracy, E a, E b) {
    Dyadic error = truth.minus(kind.middle(result)).abs();
    Dyadic unseen = truth.abs().shifted(10 - kind.digits().bits());
    if (error.compareTo(unseen) <= 0) {
      return;
    }
    if (error.compareTo(kind.radius(result).plus(unseen)) > 0) {
      fault("off by " + error.over(kind.radius(result)) + " bounds", a, b, result);
    }
    closest.merge(accuracy, error.over(kind.radius(result)), Math::max);
  }

  private void fault(String what, E a, E b, E result) {
    faults.add(operation + " of " + a + " and " + b + ": " + result + ", " + what);
  }
}
