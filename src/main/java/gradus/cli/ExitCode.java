package gradus.cli;

/// What the process tells its caller.
final class ExitCode {
  static final int DONE = 0;

  /// What was judged is not right, or could not be judged.
  static final int NOT_RIGHT = 1;

  /// The call or an input file is at fault.
  static final int BAD_INPUT = 2;

  /// A fault of Gradus itself.
  static final int FAULT = 70;

  private ExitCode() {}
}
