package gradus.render;

import gradus.sheet.Block;
import gradus.sheet.Sheet;
import gradus.sheet.Sheet.Section;
import java.util.Map;

/// Sheets in LaTeX, for plain pdflatex.
public final class LatexSheet {
  private final Page page;
  private final StringBuilder out = new StringBuilder();
  private final LatexBlocks blocks;

  private LatexSheet(Page page) {
    this.page = page;
    this.blocks = new LatexBlocks(page, out);
  }

  /// A complete file.
  public static String document(Sheet sheet) {
    return new LatexSheet(Page.DOCUMENT).filled("document.tex", sheet);
  }

  /// For `\input` into a document that loads amsmath, amssymb and booktabs.
  public static String fragment(Sheet sheet) {
    return new LatexSheet(Page.FRAGMENT).filled("fragment.tex", sheet);
  }

  private String filled(String template, Sheet sheet) {
    int number = sheet.firstNumber();
    for (Section section : sheet.sections()) {
      section(section, number++);
    }
    String reasons = Decimals.oneDigit(page.reasons());
    String title = LatexText.escaped(sheet.title());
    return Template.named(template)
        .filled(Map.of("title", title, "body", out.toString(), "reasons", reasons));
  }

  private void section(Section section, int number) {
    out.append("\n\\medskip\\pagebreak[2]\n\\textbf{").append(number).append("\\quad ");
    out.append(LatexText.escaped(section.heading())).append("}\n");
    boolean afterHeading = true;
    for (Block block : section.blocks()) {
      if (!(block instanceof Block.Equations)) {
        out.append(afterHeading ? "\\par\\nopagebreak\n" : "\n");
      }
      blocks.write(block);
      afterHeading = false;
    }
  }
}
