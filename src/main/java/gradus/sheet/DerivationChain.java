package gradus.sheet;

import gradus.expr.Expr;
import java.util.List;
import java.util.OptionalInt;

/// `left = … = …`, perhaps numbered.
public record DerivationChain(Expr left, List<Link> links, OptionalInt number) {
  public DerivationChain {
    links = List.copyOf(links);
  }

  /// One relation sign, what stands behind it, and why it holds.
  ///
  /// @param braces labels under the terms of a sum, one for each term, or none
  public record Link(
      Relation relation, Expr right, List<List<Inline>> braces, List<Inline> reason) {
    public Link {
      braces = braces.stream().map(List::copyOf).toList();
      reason = List.copyOf(reason);
    }

    public static Link equal(Expr right, Inline... reason) {
      return new Link(Relation.EQUAL, right, List.of(), List.of(reason));
    }
  }

  public enum Relation {
    EQUAL,
    APPROXIMATELY,
    /// `:=`
    DEFINED_AS
  }
}
