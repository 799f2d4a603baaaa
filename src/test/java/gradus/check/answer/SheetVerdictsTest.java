package gradus.check.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.check.answer.CheckedAnswer.CheckedClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Real sheets with a verdict for each claim, where there is a folder of them: the confusion matrix
/// of the verdict expected against the verdict given. Without the folder nothing is measured.
final class SheetVerdictsTest {
  private static final List<String> EXAMPLES = List.of("relu-1-2-2-1", "skip-connection");

  private record Row(int line, String number, String latex, String expected) {}

  @Test
  void noRightLineIsRejectedAndEveryWrongOneIsFound() throws IOException {
    Map<String, Integer> matrix = new TreeMap<>();
    List<String> rejected = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    for (Path table : tables()) {
      String name = table.getFileName().toString().replace(".verdicts.tsv", "");
      String text = Files.readString(table.resolveSibling(name + ".md"));
      String network = Files.readString(Path.of("examples", name, "network.gradus"));
      CheckedAnswer answer = Judged.answer(Judged.exercise(network), text);
      List<CheckedClaim> left = new ArrayList<>(answer.claims());
      for (Row row : rows(table)) {
        Optional<CheckedClaim> claim =
            left.stream().filter(candidate -> fits(candidate, row)).findFirst();
        claim.ifPresent(left::remove);
        String given = claim.map(c -> c.verdict().toString()).orElse("NOT A CLAIM");
        if (Boolean.getBoolean("gradus.undecided")
            && (given.equals("UNDECIDED") || given.equals("NOT A CLAIM")))
          System.out.println(
              name
                  + ":"
                  + row.line
                  + " "
                  + row.expected
                  + " "
                  + given
                  + " "
                  + row.latex
                  + "\n     "
                  + claim
                      .map(c ->
                          c.findings().stream()
                              .filter(f -> !f.verdict().isRight())
                              .map(Object::toString)
                              .toList()
                              .toString())
                      .orElse(""));
        matrix.merge(row.expected + " / " + given, 1, Integer::sum);
        if (row.expected.startsWith("accept") && given.equals("WRONG")) {
          rejected.add(name + ":" + row.line + " " + row.latex);
        }
        if (row.expected.equals("reject")
            && claim.filter(c -> isAccepted(c.verdict())).isPresent()) {
          accepted.add(name + ":" + row.line + " " + row.latex);
        }
      }
    }
    matrix.forEach((cell, count) -> System.out.println(cell + ": " + count));
    assertThat(rejected).isEmpty();
    assertThat(accepted).isEmpty();
  }

  private static boolean isAccepted(Verdict verdict) {
    return verdict.isRight() && verdict != Verdict.FOLLOWS && verdict != Verdict.SKIPPED;
  }

  private static boolean fits(CheckedClaim claim, Row row) {
    String text = squeezed(claim.claim().text());
    String start = squeezed(row.latex.replaceAll("\\\\tag.*| \\(\\d+\\)$", ""));
    return claim.claim().line() == row.line
        && text.contains(start.substring(0, Math.min(start.length(), 15)));
  }

  private static String squeezed(String latex) {
    return latex.replaceAll("\\s|\\\\rightarrow|&", "");
  }

  private static List<Row> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Row(Integer.parseInt(cells[1]), cells[2], cells[4], cells[7]))
        .toList();
  }

  private static List<Path> tables() throws IOException {
    Optional<Path> folder =
        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
            .flatMap(path -> Stream.of(path.resolve("sheets"), path.resolve("shared/sheets")))
            .filter(Files::isDirectory)
            .findFirst();
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .filter(file -> file.toString().endsWith(".verdicts.tsv"))
          .filter(
              file -> EXAMPLES.contains(file.getFileName().toString().replace(".verdicts.tsv", "")))
          .sorted()
          .toList();
    }
  }
}
