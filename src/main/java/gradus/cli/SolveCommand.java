package gradus.cli;

import gradus.SheetForm;
import gradus.SheetFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      description = "How derivatives are written: auto (the default), scalar, index or matrix.")
  private String form = "auto";

  @Option(
      names = "--sizes",
      description = "In LaTeX, sizes stand below the factors of products of matrices.")
  private boolean sizes;

  private final Streams streams;

  SolveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return call.write(
        streams,
        form(),
        FORMATS,
        format,
        SheetFormat.JSON,
        (solution, wanted) -> solution.sheet(wanted.format(), wanted.digits(), sizes));
  }

  private SheetForm form() {
    return Stream.of(SheetForm.values())
        .filter(
            known -> known.name().toLowerCase(Locale.ROOT).equals(form.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new BadCall("--form takes auto, scalar, index or matrix, not '" + form + "'"));
  }
}
