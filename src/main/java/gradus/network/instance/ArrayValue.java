package gradus.network.instance;

import gradus.expr.Value;
import java.util.List;
import java.util.stream.Stream;

/// The value of a quantity of any shape: a single number, or a list along its first axis.
public sealed interface ArrayValue {
  record Single(Value value) implements ArrayValue {}

  record Listed(List<ArrayValue> parts) implements ArrayValue {
    public Listed {
      parts = List.copyOf(parts);
    }
  }

  /// How many axes it has.
  default int rank() {
    return switch (this) {
      case Single _ -> 0;
      case Listed(List<ArrayValue> parts) -> 1 + parts.getFirst().rank();
    };
  }

  /// Every number in it, in the order of reading.
  default Stream<Value> entries() {
    return switch (this) {
      case Single(Value value) -> Stream.of(value);
      case Listed(List<ArrayValue> parts) -> parts.stream().flatMap(ArrayValue::entries);
    };
  }

  /// As rows of a matrix; a vector is a column. Of at most two axes.
  default List<List<Value>> rows() {
    return switch (this) {
      case Single(Value value) -> List.of(List.of(value));
      case Listed(List<ArrayValue> parts) ->
          parts.stream().map(part -> part.entries().toList()).toList();
    };
  }

  /// With further axes of length 1 behind its own, up to so many.
  default ArrayValue withRank(int rank) {
    return rank <= rank() ? this : deepened().withRank(rank);
  }

  private ArrayValue deepened() {
    return switch (this) {
      case Single _ -> new Listed(List.of(this));
      case Listed(List<ArrayValue> parts) ->
          new Listed(parts.stream().map(ArrayValue::deepened).toList());
    };
  }
}
