package gradus.render.latex;

import gradus.sheet.Block;
import gradus.sheet.Inline;
import java.util.List;

/// The blocks of a section. No blank line stands before a display: it belongs to the paragraph.
final class LatexBlocks {
  /// A longer frame would not fit on a page: rules above and below take its place.
  private static final int LONGEST_FRAME = 40;

  private final Page page;
  private final StringBuilder out;
  private final LatexEquations equations;
  private final LatexTable tables;

  LatexBlocks(Page page, StringBuilder out) {
    this.page = page;
    this.out = out;
    this.equations = new LatexEquations(page, out);
    this.tables = new LatexTable(page, out);
  }

  void write(Block block) {
    switch (block) {
      case Block.Paragraph(List<Inline> text) ->
          out.append(LatexInline.of(text).latex()).append('\n');
      case Block.Box(List<List<Inline>> lines) -> box(lines.stream().map(LatexInline::of).toList());
      case Block.Equations displayed -> equations.write(displayed);
      case Block.Table table -> tables.write(table);
      case Block.Note(List<Inline> text) ->
          out.append("\\par\\nopagebreak\\smallskip\n{\\footnotesize ")
              .append(LatexInline.of(text).latex())
              .append("\\par}\n");
    }
  }

  private void box(List<LatexInline> lines) {
    String text = String.join("\\par\n", lines.stream().map(LatexInline::latex).toList()) + "\\par";
    if (lines.stream().mapToInt(this::lineCount).sum() > LONGEST_FRAME) {
      out.append("\\hrule\\smallskip\n{\\small\\raggedright\n").append(text);
      out.append("}\n\\smallskip\\hrule\n");
    } else {
      out.append("\\fbox{\\parbox{\\dimexpr\\linewidth-2\\fboxsep-2\\fboxrule}{");
      out.append("\\small\\raggedright\\parskip=2pt\n").append(text).append("}}\\smallskip\n");
    }
  }

  private int lineCount(LatexInline line) {
    return 1 + (int) (line.width() / page.width());
  }
}
