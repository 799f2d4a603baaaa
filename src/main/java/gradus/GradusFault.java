package gradus;

/// A fault of Gradus itself, never of its input: nothing that it made must be used.
public final class GradusFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GradusFault(String message) {
    super(message);
  }
}
