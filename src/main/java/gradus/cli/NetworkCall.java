package gradus.cli;

import gradus.Gradus;
import gradus.SheetForm;
import gradus.Solution;
import gradus.render.ErrorJson;
import gradus.syntax.Diagnostic;
import gradus.syntax.DiagnosticText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the commands on a network file share: the file, its diagnostics, the outputs.
final class NetworkCall {
  private static final int MOST_DIGITS = 17;

  @Parameters(paramLabel = "NETWORK", description = "The network file; - is standard input.")
  private String network = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE, in the format of its ending; may be repeated.")
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--digits",
      paramLabel = "N",
      description = "Print numbers with N significant digits; the calculation keeps all.")
  private Optional<String> digits = Optional.empty();

  private OptionalInt digits() {
    if (digits.isEmpty()) {
      return OptionalInt.empty();
    }
    return IntStream.rangeClosed(1, MOST_DIGITS)
        .filter(number -> digits.get().equals(String.valueOf(number)))
        .boxed()
        .findFirst()
        .map(OptionalInt::of)
        .orElseThrow(() ->
            new BadCall(
                "--digits takes a number from 1 to "
                    + MOST_DIGITS
                    + ", not '"
                    + digits.get()
                    + "'"));
  }

  /// Solves the network and writes it to every output, or tells its diagnostics.
  ///
  /// @param json the format in which diagnostics are told as JSON, on standard output
  <F extends Enum<F>> int write(
      Streams streams,
      SheetForm form,
      Format<F> formats,
      Optional<String> format,
      F json,
      BiFunction<Solution, Rendering<F>, String> writer) {
    TextFiles.checkOutputs(outputs, List.of(network));
    Map<String, Rendering<F>> wanted = new LinkedHashMap<>();
    for (String file : outputs.isEmpty() ? List.of("-") : outputs) {
      wanted.put(file, new Rendering<>(formats.of(format, file), digits()));
    }
    TextFiles files = new TextFiles(streams);
    Gradus.Solving solving = Gradus.solve(TextFiles.name(network), files.read(network), form);
    if (solving.solution().isEmpty()) {
      boolean asJson = wanted.values().stream().anyMatch(r -> r.format() == json);
      tell(solving.diagnostics(), asJson, streams);
      return ExitCode.BAD_INPUT;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    wanted.forEach(
        (file, rendering) -> texts.put(file, writer.apply(solving.solution().get(), rendering)));
    texts.forEach(files::write);
    return ExitCode.DONE;
  }

  /// A format and the digits of its numbers.
  record Rendering<F>(F format, OptionalInt digits) {}

  static void tell(List<Diagnostic> diagnostics, boolean asJson, Streams streams) {
    if (asJson) {
      streams.out().print(ErrorJson.of(diagnostics));
      return;
    }
    diagnostics.forEach(diagnostic -> streams.err().print(DiagnosticText.of(diagnostic)));
  }
}
