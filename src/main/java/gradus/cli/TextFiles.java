package gradus.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads and writes whole files; `-` is a standard stream.
final class TextFiles {
  /// Longer files are refused by their reader; what stands behind this is not even read.
  private static final int MOST_BYTES = (3 << 20) + 4;

  private static final int LONGEST_LINE = 4 << 20;
  private static final String STANDARD_INPUT = "/dev/stdin";

  private final Streams streams;

  TextFiles(Streams streams) {
    this.streams = streams;
  }

  /// What a file is called in messages.
  static String name(String file) {
    return file.equals("-") ? "standard input" : file;
  }

  String read(String file) {
    String name = name(file);
    try {
      return text(file.equals("-") ? streams.in().readNBytes(MOST_BYTES) : bytes(file), name);
    } catch (IOException e) {
      throw BadCall.of(name, "cannot be read: " + reason(e, "there is no such file"));
    }
  }

  /// The same, but bytes that are no UTF-8 are replaced.
  String readLeniently(String file) {
    String name = name(file);
    try {
      byte[] bytes = file.equals("-") ? streams.in().readNBytes(MOST_BYTES) : bytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw BadCall.of(name, "cannot be read: " + reason(e, "there is no such file"));
    }
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = Files.newInputStream(existing(file))) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  private static Path existing(String file) {
    if (Files.isDirectory(path(file))) {
      throw BadCall.of(file, "is a folder; name a file to read");
    }
    return path(file);
  }

  private static String text(byte[] bytes, String name) {
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
      throw BadCall.of(name, "is not UTF-8 text");
    }
  }

  /// Hands out the lines of a file one by one, as they come. A line that is too long is cut, and
  /// bytes that are no UTF-8 are replaced: they are faults of that line only.
  void eachLine(String file, Consumer<String> reader) {
    String name = name(file);
    try {
      InputStream in = file.equals("-") ? streams.in() : Files.newInputStream(existing(file));
      try (InputStream lines = new BufferedInputStream(in, 1 << 16)) {
        eachLine(lines, reader);
      }
    } catch (IOException e) {
      throw BadCall.of(name, "cannot be read: " + reason(e, "there is no such file"));
    }
  }

  /// Writes what is said of each line: at once where standard output is the only output, else when
  /// all is said.
  void answerEachLine(String file, Set<String> outputs, UnaryOperator<String> answer) {
    if (outputs.equals(Set.of("-"))) {
      eachLine(
          file,
          line -> {
            streams.out().print(answer.apply(line));
            streams.out().flush();
          });
      return;
    }
    StringBuilder all = new StringBuilder();
    eachLine(file, line -> all.append(answer.apply(line)));
    outputs.forEach(output -> write(output, all.toString()));
  }

  private static void eachLine(InputStream lines, Consumer<String> reader) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = lines.read(); b >= 0; b = lines.read()) {
      if (b == '\n') {
        reader.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else if (line.size() < LONGEST_LINE) {
        line.write(b);
      }
    }
    if (line.size() > 0) {
      reader.accept(line.toString(StandardCharsets.UTF_8));
    }
  }

  /// Refuses, before anything is calculated, what cannot be written or is read in the same call.
  static void checkOutputs(Collection<String> outputs, Collection<String> inputs) {
    outputs.stream().filter(file -> !file.equals("-")).forEach(file -> checkOutput(file, inputs));
  }

  private static void checkOutput(String file, Collection<String> inputs) {
    try {
      if (Files.isDirectory(path(file))) {
        throw BadCall.of(file, "is a folder; name a file to write");
      }
      OutputFile output = OutputFile.of(path(file));
      for (String input : inputs) {
        if (output.isSameAs(path(input.equals("-") ? STANDARD_INPUT : input))) {
          throw BadCall.of(file, "is read in this call; name another file to write");
        }
      }
      if (output.isProtected()) {
        throw BadCall.of(file, "cannot be written: permission denied");
      }
    } catch (IOException e) {
      throw BadCall.of(file, "cannot be written: " + reason(e, "its folder does not exist"));
    }
  }

  void write(String file, String text) {
    if (file.equals("-")) {
      streams.out().print(text);
      return;
    }
    try {
      OutputFile.of(path(file)).write(text);
    } catch (IOException e) {
      throw BadCall.of(file, "cannot be written: " + reason(e, "its folder does not exist"));
    }
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw BadCall.of(file, "is no file name");
    }
  }

  private static String reason(IOException e, String whenMissing) {
    return switch (e) {
      case NoSuchFileException _ -> whenMissing;
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException said -> asWords(said.getReason());
      default -> asWords(e.getMessage());
    };
  }

  /// The words of the operating system: `No space left on device`.
  private static String asWords(@Nullable String reason) {
    return reason == null ? "the system refuses it" : reason.toLowerCase(Locale.ROOT);
  }
}
