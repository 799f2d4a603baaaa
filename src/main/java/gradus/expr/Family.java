package gradus.expr;

/// `for k in 1..L`: what it stands behind holds for each value of the letter, both ends included.
public record Family(Name letter, Index from, Index to) {
  public Index index() {
    return Index.of(letter);
  }
}
