package gradus.check.verdict;

/// How much a verdict tells whoever wrote the line.
public enum Reveal {
  VERDICT,
  PLACE,
  HINT,
  /// What stands there instead, and where the sides differ.
  FULL
}
