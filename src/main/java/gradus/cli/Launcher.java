package gradus.cli;

import java.util.OptionalLong;

/// The shell that started this process and waits for it, if one did.
///
/// A JVM that cannot start, or runs out of memory that it cannot do without, ends with 1 by itself.
/// So that this does not look like a verdict, the launcher is told of one by a number of its own.
record Launcher(OptionalLong process) {
  private static final int NOT_RIGHT = 10;
  private static final int PATIENCE = 100;

  static Launcher ofThisProcess() {
    Long process = Long.getLong("gradus.launcher");
    return new Launcher(process == null ? OptionalLong.empty() : OptionalLong.of(process));
  }

  /// The exit code that comes to `code` for the caller.
  int told(int code) {
    return process.isPresent() && code == ExitCode.NOT_RIGHT ? NOT_RIGHT : code;
  }

  /// A caller whose time is up kills the process that it started: the launcher, and means this one.
  void endWithIt() {
    process.ifPresent(
        launcher -> Thread.ofPlatform().daemon().name("launcher").start(() -> endWith(launcher)));
  }

  private static void endWith(long launcher) {
    try {
      do {
        Thread.sleep(PATIENCE);
      } while (ProcessHandle.current().parent().filter(p -> p.pid() == launcher).isPresent());
      Runtime.getRuntime().halt(ExitCode.FAULT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
