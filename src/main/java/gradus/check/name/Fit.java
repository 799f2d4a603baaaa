package gradus.check.name;

import gradus.check.name.Lexicon.Entity;
import gradus.check.name.Lexicon.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Ways in which the parts of a written name can be those of an entity, the closest first.
enum Fit {
  IN_PLACE {
    @Override
    Optional<Found> of(Entity entity, List<String> subs, List<String> labels) {
      return entity.labels().equals(labels)
          ? indices(entity, subs).flatMap(at -> entry(entity, at, false))
          : Optional.empty();
    }
  },
  /// `h_3` for `h[3]`, `W_{3}` for `W[3]`, `a_{1}^{2}` for `a[1]_2`.
  LABEL_BELOW {
    @Override
    Optional<Found> of(Entity entity, List<String> subs, List<String> labels) {
      int count = entity.labels().size();
      if (count == 0 || labels.size() > 0 || subs.size() < count) {
        return Optional.empty();
      }
      return entity.labels().equals(subs.subList(0, count))
          ? indices(entity, subs.subList(count, subs.size()))
              .flatMap(at -> entry(entity, at, false))
          : Optional.empty();
    }
  },
  /// `z^{[1]}` for `z_1`, `W_{ij}^{(1)}` for entries of `W_1`.
  MARK_ABOVE {
    @Override
    Optional<Found> of(Entity entity, List<String> subs, List<String> labels) {
      boolean above =
          !labels.isEmpty()
              && !entity.isScalar()
              && entity.labels().isEmpty()
              && String.join("", entity.marks()).equals(String.join("", labels));
      return above ? entry(entity, subs, false) : Optional.empty();
    }
  },
  /// `w_2^{(1)}` or `w^{(1)}_2` for `w_12`; `w^{(1)}` for `w_1`.
  ALL_MARKS {
    @Override
    Optional<Found> of(Entity entity, List<String> subs, List<String> labels) {
      if (!entity.isScalar() && entity.axes() > 0 || !entity.labels().isEmpty()) {
        return Optional.empty();
      }
      String marks = String.join("", entity.marks());
      boolean fits =
          !labels.isEmpty()
              && (marks.equals(String.join("", labels) + String.join("", subs))
                  || marks.equals(String.join("", subs) + String.join("", labels)));
      return fits ? entry(entity, List.of(), true) : Optional.empty();
    }
  },
  LABEL_SWAPPED {
    @Override
    Optional<Found> of(Entity entity, List<String> subs, List<String> labels) {
      boolean swapped = !subs.isEmpty() && entity.labels().equals(subs) && !labels.isEmpty();
      return swapped
          ? indices(entity, labels).flatMap(at -> entry(entity, at, true))
          : Optional.empty();
    }
  },
  /// `\hat y_1` for `yhat`: the number of the sample.
  SAMPLE {
    @Override
    Optional<Found> of(Entity entity, List<String> subs, List<String> labels) {
      boolean one = subs.equals(List.of("1")) || subs.equals(List.of("i"));
      return one && entity.marks().isEmpty() && entity.isScalar() && entity.labels().equals(labels)
          ? entry(entity, List.of(), true)
          : Optional.empty();
    }
  };

  abstract Optional<Found> of(Entity entity, List<String> subs, List<String> labels);

  /// What is left of the subscripts behind the marks of the name.
  static Optional<List<String>> indices(Entity entity, List<String> subs) {
    List<String> marks = entity.marks();
    String joined = String.join("", marks);
    for (int taken = 0; taken <= subs.size(); taken++) {
      if (String.join("", subs.subList(0, taken)).equals(joined)) {
        return Optional.of(subs.subList(taken, subs.size()));
      }
    }
    return Optional.empty();
  }

  static Optional<Found> entry(Entity entity, List<String> indices, boolean loosely) {
    List<Integer> at = numbers(indices, entity);
    if (at.isEmpty() && !indices.isEmpty()) {
      return Optional.empty();
    }
    if (at.isEmpty()) {
      return Optional.of(new Found(Optional.of(entity), 0, 0, loosely, Optional.empty()));
    }
    int row = at.getFirst();
    int column = at.size() > 1 ? at.get(1) : 1;
    if (at.size() == 1 && entity.axes() == 2 && entity.rows() == 1) {
      column = row;
      row = 1;
    }
    boolean fits =
        at.size() <= 2
            && (at.size() <= entity.axes() || column == 1)
            && (at.size() == entity.axes() || entity.rows() == 1 || entity.columns() == 1)
            && row >= 1
            && column >= 1
            && row <= entity.rows()
            && column <= entity.columns()
            && !entity.isScalar();
    return fits
        ? Optional.of(new Found(Optional.of(entity), row, column, loosely, Optional.empty()))
        : Optional.empty();
  }

  /// `11` is 1 and 1 of a matrix.
  private static List<Integer> numbers(List<String> indices, Entity entity) {
    boolean glued = indices.size() == 1 && entity.axes() == 2 && Lexicon.isPair(indices.getFirst());
    List<String> split = glued ? List.of(indices.getFirst().split("")) : indices;
    List<Integer> numbers = new ArrayList<>();
    for (String index : split) {
      if (!Lexicon.isNumber(index)) {
        return Collections.emptyList();
      }
      numbers.add(Integer.parseInt(index));
    }
    return numbers;
  }
}
