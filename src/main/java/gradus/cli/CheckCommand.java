package gradus.cli;

import gradus.Checked;
import gradus.Checker;
import gradus.Gradus;
import gradus.TableFormat;
import gradus.check.answer.CheckedAnswer;
import gradus.render.Reveal;
import gradus.syntax.answer.Notation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus check NETWORK ANSWER...`
@Command(
    name = "check",
    description = "Judges every equality in students' answers against a network.")
final class CheckCommand implements Callable<Integer> {
  private static final Format<TableFormat> FORMATS =
      new Format<>(
          Map.of("text", TableFormat.TEXT, "json", TableFormat.JSON, "csv", TableFormat.CSV),
          Map.of(".txt", TableFormat.TEXT, ".json", TableFormat.JSON, ".csv", TableFormat.CSV),
          TableFormat.TEXT);
  private static final Map<String, Notation> READS =
      Map.of("latex", Notation.LATEX, "typed", Notation.TYPED, "auto", Notation.AUTO);
  private static final Map<String, Reveal> REVEALS =
      Map.of(
          "verdict", Reveal.VERDICT,
          "place", Reveal.PLACE,
          "hint", Reveal.HINT,
          "full", Reveal.FULL);

  @Parameters(index = "0", paramLabel = "NETWORK", description = "The network file.")
  private String network = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ANSWER",
      description = "Answers to judge; - is standard input.")
  private List<String> answers = new ArrayList<>();

  @Option(
      names = "--reads",
      paramLabel = "NOTATION",
      description = "latex, typed or auto (the default).")
  private String reads = "auto";

  @Option(
      names = "--reveal",
      paramLabel = "DEGREE",
      description = "How much is told: verdict, place, hint or full (the default).")
  private String reveal = "full";

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description =
          "Answer every line of FILE, JSON objects with id, answer and format; - is standard"
              + " input.")
  private Optional<String> batch = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE, in the format of its ending; may be repeated.")
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json or csv; a batch is always answered in JSON.")
  private Optional<String> format = Optional.empty();

  private final Streams streams;
  private final TextFiles files;

  CheckCommand(Streams streams) {
    this.streams = streams;
    files = new TextFiles(streams);
  }

  @Override
  public Integer call() {
    TextFiles.checkOutputs(outputs, inputs());
    Notation notation = chosen(READS, reads, "--reads");
    Reveal degree = chosen(REVEALS, reveal, "--reveal");
    Map<String, TableFormat> wanted = new LinkedHashMap<>();
    for (String file : outputs.isEmpty() ? List.of("-") : outputs) {
      wanted.put(file, FORMATS.of(format, file));
    }
    if (answers.isEmpty() == batch.isEmpty()) {
      throw new BadCall("name answers to judge, or --batch FILE; see 'gradus check --help'");
    }
    Checker.Making making = Gradus.checker(TextFiles.name(network), files.read(network));
    if (making.checker().isEmpty()) {
      NetworkCall.tell(making.diagnostics(), wanted.containsValue(TableFormat.JSON), streams);
      return ExitCode.BAD_INPUT;
    }
    Checker checker = making.checker().get();
    if (batch.isEmpty()) {
      return judged(checker, notation, degree, wanted);
    }
    files.answerEachLine(
        batch.get(), wanted.keySet(), line -> checker.reply(line, notation, degree));
    return ExitCode.DONE;
  }

  private List<String> inputs() {
    return Stream.of(Stream.of(network), answers.stream(), batch.stream())
        .flatMap(files -> files)
        .toList();
  }

  private static <T> T chosen(Map<String, T> choices, String word, String option) {
    T choice = choices.get(word.toLowerCase(Locale.ROOT));
    if (choice == null) {
      List<String> words = choices.keySet().stream().sorted().toList();
      throw new BadCall(option + " takes " + String.join(", ", words) + ", not '" + word + "'");
    }
    return choice;
  }

  private int judged(
      Checker checker, Notation notation, Reveal degree, Map<String, TableFormat> wanted) {
    List<CheckedAnswer> all = new ArrayList<>();
    Progress progress = new Progress(streams, answers.size());
    for (String answer : answers) {
      all.add(checker.check(TextFiles.name(answer), files.readLeniently(answer), notation));
      progress.advance();
    }
    progress.end();
    Checked checked = checker.checked(all);
    Map<String, String> texts = new LinkedHashMap<>();
    wanted.forEach((file, kind) -> texts.put(file, checked.table(kind, degree)));
    texts.forEach(files::write);
    return checked.isRight() ? ExitCode.DONE : ExitCode.NOT_RIGHT;
  }
}
