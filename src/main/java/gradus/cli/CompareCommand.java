package gradus.cli;

import gradus.Comparison;
import gradus.Gradus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus compare LEFT RIGHT`
@Command(
    name = "compare",
    description = "Decides whether two formulas are equal, and shows where they differ.")
final class CompareCommand implements Callable<Integer> {
  private enum Output {
    TEXT,
    JSON
  }

  private static final Format<Output> FORMATS =
      new Format<>(
          Map.of("text", Output.TEXT, "json", Output.JSON),
          Map.of(".txt", Output.TEXT, ".json", Output.JSON),
          Output.TEXT);

  @Parameters(
      arity = "0..2",
      paramLabel = "FORMULA",
      description = "The two formulas, in typed notation.")
  private List<String> formulas = List.of();

  @Option(
      names = "--where",
      paramLabel = "FACTS",
      description =
          "What is known of the names: 'x > 0; t in {0, 1}; g(z); y = sigmoid(z); W: n x d'.")
  private String where = "";

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description =
          "Answer every line of FILE, JSON objects with id, left, right and where; - is standard"
              + " input.")
  private Optional<String> batch = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE, in the format of its ending.")
  private String output = "-";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default) or json; a batch is always answered in JSON.")
  private Optional<String> format = Optional.empty();

  private final Streams streams;

  CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    TextFiles.checkOutputs(List.of(output), batch.stream().toList());
    if (batch.isPresent()) {
      return answerBatch(batch.get());
    }
    Output wanted = FORMATS.of(format, output);
    if (formulas.size() != 2) {
      throw new BadCall("two formulas are due, or --batch FILE; see 'gradus compare --help'");
    }
    Comparison comparison = Gradus.compare(formulas.getFirst(), formulas.getLast(), where);
    String text = wanted == Output.JSON ? comparison.json() : comparison.text();
    new TextFiles(streams).write(output, text);
    return comparison.isEquivalent() ? ExitCode.DONE : ExitCode.NOT_RIGHT;
  }

  private int answerBatch(String file) {
    if (!formulas.isEmpty()) {
      throw new BadCall("with --batch, formulas stand in the lines of its file");
    }
    new TextFiles(streams).answerEachLine(file, Set.of(output), Gradus::answer);
    return ExitCode.DONE;
  }
}
