package gradus.cli;

/// A line on the terminal that counts what is done, and leaves nothing behind. Silent where there
/// is no terminal, and for few.
final class ProgressLine {
  private static final int FEW = 3;

  private final Streams streams;
  private final int total;
  private final boolean shown;
  private int done;

  ProgressLine(Streams streams, int total) {
    this.streams = streams;
    this.total = total;
    shown =
        total > FEW
            && streams.err() == System.err
            && System.console() != null
            && System.console().isTerminal();
  }

  void advance() {
    done++;
    if (shown) {
      streams.err().print("\r" + done + " of " + total);
      streams.err().flush();
    }
  }

  void end() {
    if (shown) {
      streams.err().print("\r" + " ".repeat(24) + "\r");
    }
  }
}
