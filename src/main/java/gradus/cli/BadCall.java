package gradus.cli;

import java.util.Optional;

/// The call names a file that cannot be read or written, or asks for what there is not.
final class BadCall extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> file;

  BadCall(String message) {
    this(message, Optional.empty());
  }

  private BadCall(String message, Optional<String> file) {
    super(message);
    this.file = file;
  }

  /// A file that cannot be read or written.
  static BadCall of(String file, String message) {
    return new BadCall("'" + file + "' " + message, Optional.of(file));
  }

  Optional<String> file() {
    return file;
  }

  /// The code in JSON.
  String code() {
    return file.isPresent() ? "bad-file" : "bad-call";
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
