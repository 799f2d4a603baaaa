package gradus.render.latex;

import static gradus.render.latex.SkeletonSheet.chain;
import static gradus.render.latex.SkeletonSheet.inline;
import static gradus.render.latex.SkeletonSheet.link;
import static gradus.render.latex.SkeletonSheet.numbered;
import static gradus.render.latex.SkeletonSheet.row;
import static gradus.render.latex.SkeletonSheet.steps;
import static gradus.render.latex.SkeletonSheet.text;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Block;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.DerivationChain;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Text;
import gradus.sheet.Sheet;
import gradus.sheet.Sheet.Section;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LatexSheetTest {
  private static final String HOST =
      "\\documentclass[%s]{article}\\usepackage{amsmath,amssymb,booktabs}\\begin{document}"
          + "Before. \\input{sheet} After.\\end{document}\n";

  @TempDir Path folder;

  private void assertPrints(Sheet sheet) {
    Pdf.assertSound(folder, Map.of("main.tex", LatexSheet.document(sheet)));
    for (String options : List.of("10pt", "12pt,a4paper")) {
      String fragment = LatexSheet.fragment(sheet);
      Pdf.assertSound(folder, Map.of("main.tex", HOST.formatted(options), "sheet.tex", fragment));
    }
  }

  private static Sheet sheet(Block... blocks) {
    return new Sheet("Test", List.of(new Section("Section", List.of(blocks))));
  }

  @Test
  void printsASheetWithEveryKindOfBlock() {
    assertPrints(SkeletonSheet.sheet());
  }

  @Test
  void printsWithVectorFontsOnly() {
    Pdf.assertSound(folder, Map.of("main.tex", LatexSheet.document(SkeletonSheet.sheet())));
    assertThat(Pdf.output(folder, "pdffonts", "main.pdf"))
        .contains("Type 1")
        .doesNotContain("Type 3");
  }

  @Test
  void putsShortChainsInColumns() {
    String latex =
        LatexSheet.document(
            sheet(
                new Equations(
                    List.of(numbered(1, chain("z = w * x = 0.5 * 1 = 0.5"))),
                    Arrangement.COLUMNS)));
    assertThat(latex).contains("\\qquad z &=wx &&=0.5\\cdot 1 &&=0.5 && \\tag{1}\n");
  }

  @Test
  void putsReasonsAtTheRightAndNumbersOnTheLastLine() {
    DerivationChain chain =
        numbered(
            3,
            steps(
                "dL/dz",
                link("dL/dh * dh/dz", "chain rule along @2"),
                link("0.5 * 1", "@1"),
                link("0.5", "")));
    String latex = LatexSheet.document(sheet(new Equations(List.of(chain), Arrangement.STEPS)));
    assertThat(latex)
        .contains("\\why{chain rule along (2)}\\\\\n")
        .contains(" &=0.5\\cdot 1=0.5 \\why{(1)} \\tag{3}\n");
  }

  /// A sum of `terms` products, or of whatever `term` says with its number for `#`.
  private static String sum(int terms, String term) {
    return IntStream.rangeClosed(1, terms)
        .mapToObj(i -> term.replace("#", String.valueOf(i)))
        .collect(Collectors.joining(" + "));
  }

  @Test
  void breaksWhateverIsTooLong() {
    List<String> formulas =
        List.of(
            sum(60, "w_# * x_#"),
            "relu(" + sum(60, "w_# * x_#") + ")",
            "(" + sum(40, "a_#") + ") / (" + sum(40, "b_#") + ")",
            "(" + sum(40, "a_#") + ") / n",
            "sqrt(" + sum(40, "(y_# - t_#)^2") + ")",
            "exp(" + sum(40, "a_#") + ")",
            "x^(" + sum(60, "a_#") + ")",
            "{" + sum(20, "a_#") + " if " + sum(20, "b_#") + " > 0; 0 otherwise}",
            "2 * {" + sum(20, "a_#") + " if z > 0; " + sum(9, "b_#") + " otherwise}",
            sum(40, "q_#").replace(" + ", " * "),
            "tanh(tanh(tanh(" + sum(40, "dL/dh_# * w_#") + ")))",
            "max("
                + sum(40, "a_#").replace(" + ", ", max(").replace("max(a_40", "a_40")
                + ")".repeat(39),
            "|" + sum(30, "tanh(w_# * (y_# - t_#))") + "|",
            "(" + sum(30, "a_#") + ")^2",
            "dL/d" + "very".repeat(30) + "_long * x");
    List<Block> blocks = new ArrayList<>();
    for (String formula : formulas) {
      DerivationChain steps =
          numbered(12, steps("dL/dz_1", link(formula, "chain rule along @4"), link("x", "")));
      blocks.add(new Equations(List.of(steps), Arrangement.STEPS));
      DerivationChain columns = numbered(13, chain("z = " + formula + " = 0.5"));
      blocks.add(new Equations(List.of(columns), Arrangement.COLUMNS));
      blocks.add(text("In a line of text $" + formula + "$ it is broken as well."));
      blocks.add(new Equations(List.of(chain(formula + " = 1")), Arrangement.STEPS));
    }
    blocks.add(new Equations(List.of(longNumber()), Arrangement.COLUMNS));
    assertPrints(sheet(blocks.toArray(Block[]::new)));
  }

  private static DerivationChain longNumber() {
    Expr number =
        Expr.Number.of(new Rational(new BigInteger("1234567890".repeat(30)), BigInteger.TEN));
    return new DerivationChain(
        Formulas.ref("x"), List.of(DerivationChain.Link.equal(number)), OptionalInt.of(99));
  }

  @Test
  void wrapsLongReasons() {
    String reason = "a reason that goes on and on, ".repeat(6) + "with $w_1 * x + b$ in it";
    DerivationChain beside = steps("dL/dz", link("dL/dh * dh/dz", reason), link("1", reason));
    DerivationChain below = steps("dL/dz", link(sum(30, "w_# * x_#"), reason), link("1", "short"));
    assertPrints(sheet(new Equations(List.of(beside, below), Arrangement.STEPS)));
  }

  @Test
  void wrapsWideTablesAndBreaksLongOnes() {
    List<List<List<Inline>>> wide = new ArrayList<>();
    List<List<List<Inline>>> longer = new ArrayList<>();
    List<List<Inline>> header = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      header.add(inline("column " + i));
    }
    for (int i = 0; i < 120; i++) {
      longer.add(row("$w_1$", "$" + i + "$", "some text", "$-0.5$"));
    }
    String sentence = "a long sentence that does not fit into its column of the table";
    wide.add(java.util.Collections.nCopies(24, inline("$0.123456$ " + sentence)));
    assertPrints(
        sheet(
            new Block.Table(header, wide),
            new Block.Table(header.subList(0, 4), longer),
            new Block.Table(header.subList(0, 3), List.of(row(sentence, sentence, sentence)))));
  }

  @Test
  void breaksALongBoxOverPages() {
    List<List<Inline>> lines = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      lines.add(inline("Weights: $w_" + i + " = 0.5$."));
    }
    assertPrints(sheet(new Block.Box(lines)));
  }

  @Test
  void neverRunsTextAsTex() {
    String text =
        "\\input{/etc/passwd} 100 % #1 $x$ a_b a^b ^^M ~ \"quoted\" 'single' {} & \\ <a> |b| `c`\t"
            + "\\end{document} <<body>> --- ?` !` \u0000\u0007\u001b[31m";
    List<Inline> inline =
        List.of(new Text(text), new Inline.Strong(text), new Inline.Emphasis(text));
    Sheet sheet =
        new Sheet(
            text,
            List.of(
                new Section(
                    text,
                    List.of(
                        new Block.Paragraph(inline),
                        new Block.Box(List.of(inline)),
                        new Block.Note(inline),
                        new Block.Table(List.of(inline), List.of(List.of(inline)))))));
    assertPrints(sheet);
    assertThat(LatexSheet.document(sheet))
        .contains("\\textbackslash{}input\\{/etc/passwd\\}", "100 \\% \\#1 \\$x\\$ a\\_b")
        .contains("\\textasciicircum{}\\textasciicircum{}M", "``quoted'' `single'")
        .doesNotContain("\\input");
  }

  @Test
  void printsOrReplacesEveryCharacter() {
    List<Block> blocks = new ArrayList<>();
    List<Inline> all = new ArrayList<>();
    for (int c = 0; c < 0x3100; c++) {
      if (Character.isDefined(c) && !Character.isSurrogate((char) c)) {
        all.add(new Text(Character.toString(c) + " "));
      }
    }
    blocks.add(new Block.Paragraph(all));
    blocks.add(text("Grüße, naïve façade, Łódź, Œuvre, 5 € – “so” … α → β, 中文, кот, 👍🏽, 👩‍💻"));
    assertPrints(sheet(blocks.toArray(Block[]::new)));
  }

  @Test
  void printsEveryNameThatCanBeDeclared() {
    List<String> names =
        List.of(
            "ŷ",
            "кот",
            "變數_1",
            "變".repeat(30),
            "w_" + "long".repeat(20),
            "größe_äö",
            "ω̄",
            "x\u0331",
            "ℵ",
            "a__b",
            "_",
            "é_2",
            "ǆ");
    List<Block> blocks = new ArrayList<>();
    for (String name : names) {
      blocks.add(new Block.Paragraph(List.of(new Inline.Formula(Formulas.ref(name)))));
      Expr partial = new Ref(Partial.total(Quantity.of("L"), Quantity.of(name)));
      DerivationChain chain =
          new DerivationChain(
              partial, List.of(DerivationChain.Link.equal(partial)), OptionalInt.of(1));
      blocks.add(new Equations(List.of(chain), Arrangement.COLUMNS));
    }
    assertPrints(sheet(blocks.toArray(Block[]::new)));
  }

  @Test
  void wrapsLongLabelsUnderBraces() {
    DerivationChain.Link sum =
        new DerivationChain.Link(
            DerivationChain.Relation.EQUAL,
            Typed.formula("a * b + c * d"),
            List.of(inline("a label that is much longer than its term"), inline("short $x$")),
            inline("reason"));
    DerivationChain chain = steps("dL/dx", sum);
    assertPrints(sheet(new Equations(List.of(chain), Arrangement.STEPS)));
  }

  /// Or else `z < w = 2` would stand at the end of the case.
  @Test
  void startsALineBehindCases() {
    DerivationChain chain = chain("d = {1 if z > w; 0 if z <= w} = 1 = 2 - 1");
    assertThat(LatexSheet.document(sheet(new Equations(List.of(chain), Arrangement.STEPS))))
        .contains("\\end{cases}\\\\\n &=1=2-1 &&\n");
  }

  @Test
  void writesTheSameTwice() {
    assertThat(LatexSheet.document(SkeletonSheet.sheet()))
        .isEqualTo(LatexSheet.document(SkeletonSheet.sheet()))
        .doesNotContain("\r");
  }
}
