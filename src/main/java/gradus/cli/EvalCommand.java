package gradus.cli;

import gradus.SheetForm;
import gradus.TableFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gradus eval NETWORK`
@Command(
    name = "eval",
    description = "Writes values and gradients at every point and step as a table.")
final class EvalCommand implements Callable<Integer> {
  private static final Format<TableFormat> FORMATS =
      new Format<>(
          Map.of("text", TableFormat.TEXT, "json", TableFormat.JSON, "csv", TableFormat.CSV),
          Map.of(".txt", TableFormat.TEXT, ".json", TableFormat.JSON, ".csv", TableFormat.CSV),
          TableFormat.TEXT);

  @Mixin private NetworkCall call = new NetworkCall();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json or csv.")
  private Optional<String> format = Optional.empty();

  private final Streams streams;

  EvalCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return call.write(
        streams,
        SheetForm.SCALAR,
        FORMATS,
        format,
        TableFormat.JSON,
        (solution, wanted) -> solution.table(wanted.format(), wanted.digits()));
  }
}
