package gradus.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A file to write, where its name leads through links.
///
/// @param isStream a device, a pipe or an open file of the caller: written to, never replaced
record OutputFile(Path target, boolean isStream) {
  private static final int MOST_LINKS = 40;
  private static final int WRITE_BITS = 0222;
  private static final List<String> KEPT = List.of("unix:uid", "unix:gid", "unix:mode");
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  static OutputFile of(Path path) throws IOException {
    Path target = path.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target) && !isDescriptor(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    boolean isSpecial = Files.exists(target) && !Files.isRegularFile(target);
    return new OutputFile(target, isSpecial || isDescriptor(target));
  }

  private static boolean isDescriptor(Path path) {
    return path.startsWith("/proc") || path.startsWith("/dev/fd");
  }

  /// A file without any permission to write is meant to stay, even where the system would let it be
  /// replaced.
  boolean isProtected() throws IOException {
    return !isStream
        && Files.exists(target)
        && (!Files.isWritable(target) || isUnix() && (mode() & WRITE_BITS) == 0);
  }

  private int mode() throws IOException {
    return (int) Files.getAttribute(target, "unix:mode");
  }

  private boolean isUnix() {
    return target.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  boolean isSameAs(Path input) throws IOException {
    return Files.isRegularFile(target)
        && Files.isRegularFile(input)
        && Files.isSameFile(target, input);
  }

  /// Writes beside the target and moves into place: the file is there whole or not at all.
  void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (isStream) {
      Files.write(target, bytes, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      return;
    }
    boolean replaces = isUnix() && Files.exists(target);
    Path part = replaces ? newFileBeside(OWNER_ONLY) : newFileBeside();
    try {
      if (replaces && !takesAfterTarget(part)) {
        Files.write(target, bytes);
        return;
      }
      Files.write(part, bytes);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path newFileBeside(FileAttribute<?>... attributes) throws IOException {
    String name = ".gradus-" + ProcessHandle.current().pid() + "-";
    for (int number = 0; ; number++) {
      try {
        return Files.createFile(target.resolveSibling(name + number), attributes);
      } catch (FileAlreadyExistsException _) {
        // left by another, who is not to be disturbed
      }
    }
  }

  /// Gives the new file owner and mode of the old, as long as it is empty. Who may not do that
  /// writes into the old one.
  private boolean takesAfterTarget(Path part) throws IOException {
    try {
      for (String attribute : KEPT) {
        Object old = Files.getAttribute(target, attribute);
        if (!old.equals(Files.getAttribute(part, attribute))) {
          Files.setAttribute(part, attribute, old);
        }
      }
      return true;
    } catch (FileSystemException _) {
      return false;
    }
  }
}
