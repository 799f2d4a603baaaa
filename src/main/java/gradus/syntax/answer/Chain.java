package gradus.syntax.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `a = b = c`, with one relation fewer than sides.
///
/// @param join how it follows from the chain before in the same claim
/// @param carried whether the first side stands in an earlier claim and is only repeated here
/// @param proviso a condition on the whole chain
public record Chain(
    Join join,
    List<Side> sides,
    List<Relation> relations,
    boolean carried,
    Optional<Restriction> proviso) {
  public Chain {
    sides = List.copyOf(sides);
    relations = List.copyOf(relations);
    if (relations.size() != sides.size() - 1) {
      throw new IllegalArgumentException(sides.size() + " sides, " + relations.size());
    }
  }

  public enum Join {
    /// Begins the claim, or stands beside the chain before: `a = 1, b = 2`, `a = 1 and b = 2`.
    BESIDE,
    /// `a = 1 \Rightarrow b = 2`
    SO
  }

  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    Proviso said = proviso.map(Restriction::proviso).orElse(Proviso.NONE);
    for (int i = 0; i < relations.size(); i++) {
      links.add(new Link(sides.get(i), relations.get(i), sides.get(i + 1), said));
    }
    return links;
  }
}
