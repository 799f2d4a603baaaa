package gradus.cli;

import gradus.GradusFault;
import gradus.syntax.Printable;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `gradus COMMAND …`: parses the call, runs the command, turns faults into exit codes.
@Command(
    name = "gradus",
    description = "Derives the backpropagation of a network, step by step, with its numbers.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done; in compare: equal",
      " 1:compare: not equal, or not decided",
      " 2:the call or an input file is at fault",
      "70:a fault of Gradus itself"
    })
final class GradusCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a fault of Gradus.")
  private boolean debug;

  private final Streams streams;

  private GradusCommand(Streams streams) {
    this.streams = streams;
  }

  /// Runs one call and returns its exit code.
  static int run(Streams streams, String... arguments) {
    GradusCommand command = new GradusCommand(streams);
    CommandLine line = new CommandLine(command);
    line.addSubcommand(new SolveCommand(streams));
    line.addSubcommand(new EvalCommand(streams));
    line.addSubcommand(new CheckCommand(streams));
    line.addSubcommand(new CompareCommand(streams));
    line.addSubcommand(new DiffCommand(streams));
    // A hand-in called @list is a file to judge, not a list of arguments.
    line.setExpandAtFiles(false);
    line.setOut(new PrintWriter(streams.out(), true));
    line.setErr(new PrintWriter(streams.err(), true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    CallFaults faults = new CallFaults(streams, CallFaults.areJson(List.of(arguments)));
    line.setParameterExceptionHandler((fault, _) -> faults.tell(CallFaults.inWords(fault)));
    line.setExecutionExceptionHandler(
        (fault, _, _) -> fault instanceof BadCall bad ? faults.tell(bad) : command.report(fault));
    String[] words =
        arguments.length == 0 ? new String[] {"--help"} : FormulaWords.marked(arguments);
    return faults.unlessOutputIsLost(command.executed(line, words));
  }

  /// Not even an exhausted stack or memory ends without a sentence.
  private int executed(CommandLine line, String... words) {
    try {
      return line.execute(words);
    } catch (Error fault) {
      return report(fault);
    }
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        new CommandLine(this), "a command is missing: solve, eval, check, compare or diff");
  }

  private int report(Throwable fault) {
    String what =
        fault instanceof GradusFault ? ": " + Printable.of(String.valueOf(fault.getMessage())) : "";
    streams
        .err()
        .print(
            "gradus: a fault of Gradus itself"
                + what
                + ". Please report it with the network file and the command.\n");
    if (debug) {
      fault.printStackTrace(streams.err());
    }
    return ExitCode.FAULT;
  }
}
