package gradus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Reads and writes whole files; `-` is a standard stream.
final class TextFiles {
  /// Longer files are refused by their reader; what stands behind this is not even read.
  private static final int MOST_BYTES = (1 << 20) + 4;

  private final Streams streams;

  TextFiles(Streams streams) {
    this.streams = streams;
  }

  String read(String file) {
    try {
      return file.equals("-")
          ? text(streams.in().readNBytes(MOST_BYTES), "standard input")
          : text(bytes(path(file)), "'" + file + "'");
    } catch (IOException e) {
      throw new BadCall("'" + file + "' cannot be read: " + reason(e, "there is no such file"));
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadCall("'" + file + "' is a folder; name a network file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  private static String text(byte[] bytes, String what) {
    boolean whole = bytes.length < MOST_BYTES;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(whole ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadCall(what + " is not UTF-8 text");
    }
  }

  /// Writes beside the target and moves into place: the file is there whole or not at all.
  void write(String file, String text) {
    if (file.equals("-")) {
      streams.out().print(text);
      return;
    }
    try {
      Path target = path(file).toAbsolutePath();
      long process = ProcessHandle.current().pid();
      Path part = target.resolveSibling("." + target.getFileName() + "." + process);
      try {
        Files.writeString(part, text);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new BadCall(
          "'" + file + "' cannot be written: " + reason(e, "its folder does not exist"));
    }
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new BadCall("'" + file + "' is no file name");
    }
  }

  private static String reason(IOException e, String whenMissing) {
    return e instanceof NoSuchFileException
        ? whenMissing
        : e instanceof AccessDeniedException ? "permission denied" : e.toString();
  }
}
