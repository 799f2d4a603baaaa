package gradus.syntax.paper;

/// One step of a chain: `left = right`.
///
/// @param proviso what the chain is said under
public record Link(Side left, RelationSign relation, Side right, Proviso proviso) {
  public boolean isReadable() {
    return left.isReadable() && right.isReadable();
  }

  /// Whether `right` ends where the line ends, and the next line adds to it: then the link with the
  /// whole of it stands in the next claim.
  public boolean isUnfinished() {
    return right.unfinished();
  }

  public Link between(Side newLeft, Side newRight) {
    return new Link(newLeft, relation, newRight, proviso);
  }
}
