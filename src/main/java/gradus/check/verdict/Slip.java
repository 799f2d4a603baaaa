package gradus.check.verdict;

/// What kind of mistake would explain a false line.
public enum Slip {
  SIGN,
  FACTOR,
  INDEX,
  TRANSPOSE,
  SHAPE,
  PATH,
  BRANCH,
  ACTIVATION,
  STALE_VALUE,
  ARITHMETIC,
  RATE,
  COPIED_DATA,
  LABEL,
  ABSOLUTE,
  OTHER
}
