package gradus.check.verdict;

/// From worst to best; a claim's verdict is that of its worst link.
public enum Verdict {
  WRONG,
  UNREADABLE,
  UNDECIDED,
  FOLLOWS,
  NOTED,
  CORRECT,
  INTRODUCES,
  SKIPPED;

  public Verdict worse(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /// Whether a person need not look at it.
  public boolean isRight() {
    return switch (this) {
      case WRONG, UNREADABLE, UNDECIDED -> false;
      case FOLLOWS, NOTED, CORRECT, INTRODUCES, SKIPPED -> true;
    };
  }
}
