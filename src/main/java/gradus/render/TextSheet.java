package gradus.render;

import gradus.sheet.Block;
import gradus.sheet.Inline;
import gradus.sheet.Sheet;
import gradus.sheet.Sheet.Section;
import gradus.syntax.Printable;
import java.util.ArrayList;
import java.util.List;

/// Sheets as plain text for a terminal, in the notation that users type.
public final class TextSheet {
  static final int WIDTH = 100;
  private static final String INDENT = "   ";

  private final StringBuilder out = new StringBuilder();
  private final TextInline inline = new TextInline();
  private final TextEquations equations = new TextEquations(out, inline);

  private TextSheet() {}

  public static String of(Sheet sheet) {
    TextSheet text = new TextSheet();
    text.write(sheet);
    return text.out.toString();
  }

  private void write(Sheet sheet) {
    String title = Printable.of(sheet.title());
    out.append(title).append('\n').append("═".repeat(Columns.width(title))).append('\n');
    int number = sheet.firstNumber();
    for (Section section : sheet.sections()) {
      out.append('\n').append(number++).append("  ");
      out.append(Printable.of(section.heading())).append("\n\n");
      write(section.blocks());
    }
  }

  private void write(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (i > 0) {
        out.append('\n');
      }
      write(blocks.get(i));
    }
  }

  private void write(Block block) {
    switch (block) {
      case Block.Paragraph(List<Inline> text) -> paragraph(text);
      case Block.Note(List<Inline> text) -> paragraph(text);
      case Block.Box(List<List<Inline>> lines) -> box(lines);
      case Block.Equations displayed -> equations.write(displayed);
      case Block.Table table -> table(table);
    }
  }

  private void paragraph(List<Inline> text) {
    for (String line : lines(text, WIDTH - INDENT.length())) {
      out.append(INDENT).append(line).append('\n');
    }
  }

  private List<String> lines(List<Inline> text, int columns) {
    return TextLines.wrapped(inline.of(text), columns).stream()
        .flatMap(line -> inline.opened(line).stream())
        .toList();
  }

  private void box(List<List<Inline>> lines) {
    int inside = WIDTH - 4;
    List<String> wrapped = new ArrayList<>();
    for (List<Inline> line : lines) {
      wrapped.addAll(lines(line, inside));
    }
    out.append('┌').append("─".repeat(inside + 2)).append("┐\n");
    for (String line : wrapped) {
      out.append("│ ").append(Columns.padded(line, inside)).append(" │\n");
    }
    out.append('└').append("─".repeat(inside + 2)).append("┘\n");
  }

  private void table(Block.Table table) {
    List<String> header = table.header().stream().map(inline::of).toList();
    List<List<String>> rows =
        table.rows().stream().map(row -> row.stream().map(inline::of).toList()).toList();
    TextTable.of(header, rows, INDENT)
        .lines()
        .flatMap(line -> inline.opened(line).stream())
        .forEach(line -> out.append(line).append('\n'));
  }
}
