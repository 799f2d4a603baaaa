package gradus.cli;

import gradus.SheetFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gradus solve NETWORK`
@Command(
    name = "solve",
    description =
        "Writes the solution sheet of a network: forward pass, derivation step by step with the"
            + " numbers put in, descent step, loss after it.")
final class SolveCommand implements Callable<Integer> {
  private static final Format<SheetFormat> FORMATS =
      new Format<>(
          Map.of(
              "latex", SheetFormat.LATEX,
              "fragment", SheetFormat.FRAGMENT,
              "text", SheetFormat.TEXT,
              "json", SheetFormat.JSON),
          Map.of(
              ".tex", SheetFormat.LATEX,
              ".txt", SheetFormat.TEXT,
              ".json", SheetFormat.JSON),
          SheetFormat.LATEX);

  @Mixin private NetworkCall call = new NetworkCall();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "latex (the default), fragment (for \\input), text or json.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "How derivatives are written: auto (the default) or scalar.")
  private String form = "auto";

  private final Streams streams;

  SolveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    checkForm();
    return call.write(
        streams,
        FORMATS,
        format,
        SheetFormat.JSON,
        (solution, wanted) -> solution.sheet(wanted.format(), wanted.digits()));
  }

  /// Scalar networks have one form.
  private void checkForm() {
    if (!List.of("auto", "scalar").contains(form.toLowerCase(Locale.ROOT))) {
      throw new BadCall("--form takes auto or scalar, not '" + form + "'");
    }
  }
}
