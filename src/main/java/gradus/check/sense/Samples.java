package gradus.check.sense;

import gradus.check.name.Lexicon.Entity;
import gradus.check.name.Lexicon.Found;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.sense.Glossary.Written;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.syntax.paper.Notated.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lines of matrices: `P_{n,:}`, and `x^{(i)}` and `a_k^{[2](i)}` where the samples are the rows or
/// the columns. Along which axis they lie is seen from what inputs and targets have in common.
final class Samples {
  private static final Set<String> COUNTS = Set.of("m", "n", "N", "M", "B");

  private final Interpreter sensing;
  private final NameLookup naming;

  Samples(Interpreter sensing) {
    this.sensing = sensing;
    naming = new NameLookup(sensing);
  }

  /// How many samples there are, by a letter that the network has no use for.
  Optional<Integer> count(String letter) {
    boolean free = COUNTS.contains(letter) && !sensing.scene.lexicon().has(letter);
    Optional<Integer> count = free ? count() : Optional.empty();
    sensing.guessed |= count.isPresent();
    return count;
  }

  /// The one size that all inputs and targets share; empty where there is none, or no matrix.
  Optional<Integer> count() {
    Set<Integer> shared = new HashSet<>();
    int several = 0;
    boolean matrix = false;
    for (Entity entity : sensing.scene.lexicon().entities()) {
      boolean data =
          !sensing.scene.parameters().contains(entity.whole())
              && !entity.isScalar()
              && sensing.scene.graph().definition(entity.entry(1, 1)).isEmpty();
      if (data) {
        Set<Integer> sizes = new HashSet<>(List.of(entity.rows(), entity.columns()));
        if (several++ == 0) {
          shared.addAll(sizes);
        } else {
          shared.retainAll(sizes);
        }
        matrix |= entity.axes() == 2;
      }
    }
    shared.remove(1);
    return several > 1 && matrix && shared.size() == 1
        ? Optional.of(shared.iterator().next())
        : Optional.empty();
  }

  /// Empty where it is no line of a matrix.
  Optional<Sense> of(Symbol symbol, Written written) {
    return slice(symbol, written).or(() -> sample(symbol, written));
  }

  private Optional<Sense> slice(Symbol symbol, Written written) {
    List<String> subs = written.subs();
    Optional<Entity> matrix = matrix(written.letters(), written.labels());
    if (subs.size() != 2 || subs.contains(":") == subs.stream().allMatch(":"::equals)) {
      return Optional.empty();
    }
    boolean row = subs.get(1).equals(":");
    return matrix.map(entity -> line(symbol, entity, row, subs.get(row ? 0 : 1)));
  }

  private Optional<Sense> sample(Symbol symbol, Written written) {
    if (written.labels().isEmpty() || written.subs().size() > 1) {
      return Optional.empty();
    }
    List<String> labels = written.labels();
    Optional<Entity> matrix = matrix(written.letters(), labels.subList(0, labels.size() - 1));
    Optional<Integer> count = count();
    boolean fits =
        matrix.isPresent()
            && count.isPresent()
            && !sensing.scene.parameters().contains(matrix.get().whole())
            && (matrix.get().rows() == count.get()) != (matrix.get().columns() == count.get());
    if (!fits) {
      return Optional.empty();
    }
    sensing.guessed = true;
    boolean row = matrix.get().rows() == count.get();
    Sense line =
        line(symbol, matrix.get(), row, labels.getLast())
            .then(grid -> row ? grid.transposed() : grid);
    return Optional.of(
        written.subs().isEmpty()
            ? line
            : at(symbol, written.subs().getFirst())
                .<Sense>map(number ->
                    line.then(grid ->
                        grid.entry(List.of(number))
                            .<Sense>map(Sense::scalar)
                            .orElse(outside(symbol, matrix.get()))))
                .orElseGet(() -> free(symbol, written.subs().getFirst())));
  }

  private Optional<Entity> matrix(String letters, List<String> labels) {
    Found found = naming.find(letters, List.of(), labels);
    return found.entity().filter(entity -> entity.axes() == 2 && !found.loosely());
  }

  private Optional<Integer> at(Symbol symbol, String index) {
    String sized = naming.sized(index);
    return sized.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(sized)) : Optional.empty();
  }

  private Sense free(Symbol symbol, String index) {
    naming.open(index).ifPresent(sensing.free::add);
    return Interpreter.nothing(Cause.FREE_LETTER, symbol.span(), index);
  }

  private static Sense outside(Symbol symbol, Entity entity) {
    return Interpreter.nothing(
        Cause.NO_SUCH_ENTRY, symbol.span(), entity.rows() + "x" + entity.columns());
  }

  private Sense line(Symbol symbol, Entity entity, boolean row, String index) {
    Optional<Integer> number = at(symbol, index);
    if (number.isEmpty()) {
      return free(symbol, index);
    }
    int last = row ? entity.rows() : entity.columns();
    if (number.get() < 1 || number.get() > last) {
      return outside(symbol, entity);
    }
    List<Expr> entries = new ArrayList<>();
    for (int i = 1; i <= (row ? entity.columns() : entity.rows()); i++) {
      entries.add(new Ref(row ? entity.entry(number.get(), i) : entity.entry(i, number.get())));
    }
    Grid column = Sense.column(entries);
    return row ? column.transposed() : column;
  }
}
