package gradus.cli;

import java.io.InputStream;
import java.io.PrintStream;

/// The standard streams of one call, so that a test can hand in its own.
record Streams(InputStream in, PrintStream out, PrintStream err) {}
