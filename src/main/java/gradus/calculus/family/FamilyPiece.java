package gradus.calculus.family;

import gradus.calculus.indices.Ranges;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A range of labels at which the same references hold: the base case, the recursion, a start.
public record FamilyPiece(Range at, List<Reference> references) {
  public FamilyPiece {
    references = List.copyOf(references);
  }

  /// One label, which is put in for the letter.
  public boolean isSingle() {
    return at.from().equals(at.to());
  }

  public Index label(Name letter) {
    return isSingle() ? at.from() : Index.of(letter);
  }

  public Optional<Family> family(Name letter) {
    return isSingle() ? Optional.empty() : Optional.of(new Family(letter, at.from(), at.to()));
  }

  /// Cuts a range at the ends of the references' ranges.
  ///
  /// @throws Refusal.Found where the pieces depend on how large the letters are
  public static List<FamilyPiece> cut(Range whole, List<Reference> references, Order order) {
    return surelyCut(whole, references, List.of(), order)
        .orElseThrow(() -> new Refusal.Found(new Refusal.Undecided(whole.from(), whole.to())));
  }

  /// The same with further cuts; empty where the pieces depend on how large the letters are.
  public static Optional<List<FamilyPiece>> surelyCut(
      Range whole, List<Reference> references, Collection<Index> further, Order order) {
    List<Index> starts = new ArrayList<>(List.of(whole.from()));
    for (Reference reference : references) {
      starts.add(reference.at().orElseThrow().from());
      starts.add(reference.at().orElseThrow().to().plus(1));
    }
    starts.addAll(further);
    List<Index> sorted =
        starts.stream()
            .filter(start -> order.covers(whole, new Range(start, start)))
            .distinct()
            .sorted(order::compare)
            .toList();
    List<FamilyPiece> pieces = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Index to = i + 1 < sorted.size() ? sorted.get(i + 1).plus(-1) : whole.to();
      Range at = new Range(sorted.get(i), to);
      FamilyPiece piece =
          new FamilyPiece(
              at,
              references.stream()
                  .filter(reference -> order.covers(reference.at().orElseThrow(), at))
                  .toList());
      if (!piece.isSure(whole, references, order.notEmpty(at).ranges())) {
        return Optional.empty();
      }
      pieces.add(piece);
    }
    return Optional.of(pieces);
  }

  /// Whether small letters leave the order what it is.
  private boolean isSure(Range whole, List<Reference> all, Ranges known) {
    return known.surelyInside(at.from(), whole.from(), whole.to())
        && known.surelyInside(at.to(), whole.from(), whole.to())
        && all.stream()
            .allMatch(reference ->
                isSure(reference.at().orElseThrow(), references.contains(reference), known));
  }

  private boolean isSure(Range there, boolean holds, Ranges known) {
    return holds
        ? known.surelyAtMost(there.from(), at.from()) && known.surelyAtMost(at.to(), there.to())
        : known.surelyAtMost(at.to().plus(1), there.from())
            || known.surelyAtMost(there.to().plus(1), at.from());
  }
}
