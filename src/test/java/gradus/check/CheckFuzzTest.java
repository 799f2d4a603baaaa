package gradus.check;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.Checker;
import gradus.Gradus;
import gradus.SheetForm;
import gradus.SheetFormat;
import gradus.check.verdict.CheckedAnswer;
import gradus.check.verdict.CheckedAnswer.CheckedClaim;
import gradus.check.verdict.Verdict;
import gradus.syntax.paper.Notation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Lines of real sheets, mutilated at random and judged: `-Dgradus.fuzz=100000` for the long run. A
/// claim that is undecided without a finding is one that the judge failed at.
final class CheckFuzzTest {
  private static final int RUNS = Integer.getInteger("gradus.fuzz", 1_000);
  private static final List<String> NETWORKS =
      List.of("skip-connection", "relu-1-2-2-1", "softmax", "delta-recursion", "line-fit");
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "=",
          "+",
          "-",
          "^",
          "_",
          "'",
          ",",
          ".",
          "0",
          "1",
          "2",
          "9",
          "\\frac",
          "\\sqrt",
          "\\sum_i",
          "\\sum_{k=0}^{9}",
          "\\partial",
          "\\nabla",
          "d",
          "\\log",
          "\\hat",
          "^T",
          "^{-1}",
          "^+",
          "_{ij}",
          "_{12}",
          "^{(2)}",
          "^l",
          "\\cdot",
          "\\odot",
          "/",
          "\\begin{cases}",
          "\\end{cases}",
          "\\begin{pmatrix}",
          "\\end{pmatrix}",
          "&",
          "\\\\",
          "\\text{if }",
          "|",
          "\\|",
          "w",
          "x",
          "h_1",
          "z",
          "L",
          "\\delta",
          "\\eta",
          "\\Delta",
          "\\leftarrow",
          ":=",
          "\\approx",
          "\\mathbf{1}",
          "\\max(0, ",
          "\\sigma(",
          "1e-400",
          "10^{99}",
          "0/0",
          "\\infty",
          "\\dots",
          ">",
          "\\quad",
          "$$\n\n$$");

  private record Sheet(Checker checker, List<String> rows) {}

  private static List<Sheet> sheets() throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    for (String name : NETWORKS) {
      String network = Files.readString(Path.of("examples", name, "network.gradus"));
      String sheet =
          Gradus.solve(name, network, SheetForm.AUTO)
              .solution()
              .orElseThrow()
              .sheet(SheetFormat.LATEX);
      Checker checker = Gradus.checker(name, network).checker().orElseThrow();
      sheets.add(new Sheet(checker, Surfaces.rows(sheet)));
    }
    return sheets;
  }

  @Test
  void nothingFailsAndEveryClaimHasItsVerdict() throws IOException {
    List<Sheet> sheets = sheets();
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(run);
      Sheet sheet = sheets.get(run % sheets.size());
      String text = mutilated(sheet.rows, random);
      CheckedAnswer answer = checked(sheet.checker, run, text);
      for (CheckedClaim claim : answer.claims()) {
        boolean faulty = claim.verdict() == Verdict.UNDECIDED && claim.findings().isEmpty();
        assertThat(faulty).as("run " + run + ": " + text).isFalse();
      }
    }
  }

  private static CheckedAnswer checked(Checker checker, int run, String text) {
    try {
      return checker.check("fuzz", text, Notation.LATEX);
    } catch (RuntimeException | StackOverflowError fault) {
      throw new AssertionError("run " + run + ": " + text, fault);
    }
  }

  private static String mutilated(List<String> rows, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int line = random.nextInt(3); line >= 0; line--) {
      text.append("$$").append(rows.get(random.nextInt(rows.size()))).append("$$\n\n");
    }
    for (int change = 1 + random.nextInt(6); change > 0; change--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(6));
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, piece);
        case 2 -> text.replace(at, end, piece);
        default -> text.insert(at, text.substring(at, end).repeat(random.nextInt(4)));
      }
    }
    return text.toString();
  }
}
