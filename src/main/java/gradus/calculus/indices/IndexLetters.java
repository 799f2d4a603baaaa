package gradus.calculus.indices;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.IndexedNames;
import gradus.expr.Name;
import gradus.expr.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Letters for the entries that an index form speaks of, none of them a name in the graph: j for an
/// entry of a vector, i and j for one of a matrix, and others to sum over. Nor does one make an
/// entry look like a name: where there are a vector h and a name `h_j`, it is not j.
///
/// Letters of typed sums are not avoided; those sums are renamed.
public final class IndexLetters {
  private static final List<String> SUMMED = List.of("i", "m");

  private final Set<Name> taken;

  private IndexLetters(Set<Name> taken) {
    this.taken = Set.copyOf(taken);
  }

  public static IndexLetters of(Graph graph) {
    Set<Name> taken = new HashSet<>(IndexedNames.letters(graph));
    for (Definition definition : graph.definitions()) {
      taken.addAll(FreshLetters.names(new Expr.Ref(definition.symbol())));
      taken.addAll(FreshLetters.names(definition.formula()));
      definition.family().ifPresent(family -> taken.add(family.letter()));
    }
    return new IndexLetters(taken);
  }

  public Set<Name> taken() {
    return taken;
  }

  /// Of an entry that is spoken of.
  public List<Index> free(Shape shape) {
    boolean one = shape.axes().stream().filter(axis -> !axis.is(1)).count() == 1;
    return position(shape, FreshLetters.preferring(one ? List.of("j") : List.of("i", "j"), taken));
  }

  /// Of an entry beside others, or that is summed over.
  public List<Index> besides(Shape shape, Collection<Index> used) {
    Set<Name> all = new TakenNames(taken);
    used.forEach(index -> index.letters().forEach(letter -> all.add(letter.name())));
    return position(shape, FreshLetters.preferring(SUMMED, all));
  }

  private static List<Index> position(Shape shape, FreshLetters letters) {
    List<Index> position = new ArrayList<>();
    for (Index axis : shape.axes()) {
      position.add(axis.is(1) ? Index.ONE : Index.of(letters.next()));
    }
    return position;
  }
}
