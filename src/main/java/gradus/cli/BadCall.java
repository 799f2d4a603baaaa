package gradus.cli;

/// The call names a file that cannot be read or written, or asks for what there is not.
final class BadCall extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCall(String message) {
    super(message);
  }
}
