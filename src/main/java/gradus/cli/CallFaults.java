package gradus.cli;

import gradus.expr.Name;
import gradus.render.ErrorJson;
import gradus.syntax.Nearest;
import gradus.syntax.Printable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells what is wrong with a call: a sentence on standard error, or JSON on standard output.
record CallFaults(Streams streams, boolean asJson) {
  /// Asked of the bare words, since a call at fault may be one that could not be parsed.
  static boolean areJson(List<String> words) {
    boolean ending = false;
    for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      if (word.startsWith("--format")) {
        return (word.equals("--format") ? next : word).matches("(?i)(--format=)?json");
      }
      boolean named = word.equals("-o") || word.equals("--output");
      String file = named ? next : word.matches("(-o|--output=).*") ? word : "";
      ending |= file.toLowerCase(Locale.ROOT).endsWith(".json");
    }
    return ending;
  }

  int tell(BadCall bad) {
    if (asJson) {
      streams.out().print(ErrorJson.of(bad.file(), bad.code(), bad.sentence()));
    } else {
      streams.err().print("gradus: " + Printable.of(bad.sentence()) + "\n");
    }
    return ExitCode.BAD_INPUT;
  }

  /// A full disk behind standard output must not look like success.
  int unlessOutputIsLost(int code) {
    if (!streams.out().checkError()) {
      return code;
    }
    streams.err().print("gradus: standard output cannot be written\n");
    return code == ExitCode.DONE ? ExitCode.BAD_INPUT : code;
  }

  static BadCall inWords(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    String help = "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
    return new BadCall(
        switch (fault) {
          case UnmatchedArgumentException unmatched ->
              unmatched(unmatched.getUnmatched().getFirst(), command, help);
          case MissingParameterException missing when missing.getMissing().size() == 1 ->
              missing.getMissing().getFirst().isPositional()
                  ? missing(missing.getMissing().getFirst().paramLabel()) + help
                  : missing.getMessage() + help;
          default -> fault.getMessage() + help;
        });
  }

  private static String missing(String label) {
    return label.equals("FORMULA") ? "a formula is missing" : "a network file is missing";
  }

  private static String unmatched(String word, CommandLine command, String help) {
    Collection<String> commands = command.getSubcommands().keySet();
    if (word.startsWith("-") && word.length() > 1) {
      return "there is no option '" + word + "'" + help;
    }
    if (commands.isEmpty()) {
      return "'" + word + "' is one argument too many" + help;
    }
    return "there is no command '"
        + word
        + "'; "
        + Nearest.to(Name.of(word), commands.stream().map(Name::of).toList())
            .map(near -> "did you mean '" + near + "'?")
            .orElse("there are: " + String.join(", ", commands));
  }
}
