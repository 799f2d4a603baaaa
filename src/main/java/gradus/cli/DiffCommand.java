package gradus.cli;

import gradus.DiffFormat;
import gradus.Difference;
import gradus.Gradus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus diff FORMULA --wrt NAME`
@Command(
    name = "diff",
    description = "Differentiates one formula whose value is a number.",
    footer = {
      "",
      "Example:",
      "  gradus diff 'norm2(X*w - y)^2' --wrt w --where 'X: n x d; w: d; y: n'"
    })
final class DiffCommand implements Callable<Integer> {
  private static final Format<DiffFormat> FORMATS =
      new Format<>(
          Map.of("text", DiffFormat.TEXT, "latex", DiffFormat.LATEX, "json", DiffFormat.JSON),
          Map.of(".txt", DiffFormat.TEXT, ".tex", DiffFormat.LATEX, ".json", DiffFormat.JSON),
          DiffFormat.TEXT);

  @Parameters(paramLabel = "FORMULA", description = "A formula, as it is typed in network files.")
  private String formula = "";

  @Option(
      names = "--wrt",
      paramLabel = "NAME",
      required = true,
      description = "What to differentiate by: a number, a vector or a matrix.")
  private String by = "";

  @Option(
      names = "--where",
      paramLabel = "CLAUSES",
      description = "Shapes and facts, as in 'X: n x d; w: d'. Other names are numbers.")
  private String where = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), latex or json.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE, in the format of its ending; may be repeated.")
  private List<String> outputs = new ArrayList<>();

  private final Streams streams;

  DiffCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    TextFiles.checkOutputs(outputs, List.of());
    List<String> files = outputs.isEmpty() ? List.of("-") : outputs;
    List<DiffFormat> wanted = files.stream().map(file -> FORMATS.of(format, file)).toList();
    Gradus.Differing differing = Gradus.diff(formula, by, where);
    if (differing.difference().isEmpty()) {
      NetworkCall.tell(differing.diagnostics(), wanted.contains(DiffFormat.JSON), streams);
      return ExitCode.BAD_INPUT;
    }
    Difference difference = differing.difference().get();
    TextFiles writer = new TextFiles(streams);
    for (int i = 0; i < files.size(); i++) {
      writer.write(files.get(i), difference.in(wanted.get(i)));
    }
    return ExitCode.DONE;
  }
}
