package gradus.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The entry point of the command line.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Launcher launcher = Launcher.ofThisProcess();
    launcher.endWithIt();
    Streams streams = new Streams(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    int code = GradusCommand.run(streams, arguments);
    streams.out().flush();
    streams.err().flush();
    System.exit(launcher.told(code));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }
}
