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
  private static final Map<String, String> NETWORKS =
      Map.of(
          "skip-connection",
          """
          input  x
          target y
          weight w_0, w_1, w_2, w_s
          bias   b_0, b_1, b_2 frozen
          z_0 = w_0 * x + b_0
          h_0 = relu(z_0)
          z_1 = w_1 * h_0 + b_1
          h_1 = relu(z_1)
          z_2 = w_2 * h_1 + w_s * h_0 + b_2
          ŷ   = z_2
          loss L = |y - ŷ|
          given w_0 = w_1 = w_2 = w_s = 0.5, b_0 = b_1 = b_2 = 0
          at x = 1, y = -3
          descend rate eta = 1
          """,
          "relu-1-2-2-1",
          """
          input  x
          target y
          weight W[1] : 2 x 1
          weight W[2] : 2 x 2
          weight W[3] : 1 x 2
          a[1] = W[1] * x
          h[1] = relu(a[1])
          a[2] = W[2] * h[1]
          h[2] = relu(a[2])
          h[3] = W[3] * h[2]
          loss J = (y - h[3])^2
          given W[1] = [1; -1], W[2] = [-1, 1; 1, -1], W[3] = [-1, 1]
          at x = 3, y = 6
          descend rate eta = 0.01
          """);

  private record Row(int line, String number, String latex, String expected) {}

  @Test
  void noRightLineIsRejectedAndEveryWrongOneIsFound() throws IOException {
    Map<String, Integer> matrix = new TreeMap<>();
    List<String> rejected = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    for (Path table : tables()) {
      String name = table.getFileName().toString().replace(".verdicts.tsv", "");
      String text = Files.readString(table.resolveSibling(name + ".md"));
      CheckedAnswer answer = Judged.answer(Judged.exercise(NETWORKS.get(name)), text);
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
          .filter(file ->
              NETWORKS.containsKey(file.getFileName().toString().replace(".verdicts.tsv", "")))
          .sorted()
          .toList();
    }
  }
}
