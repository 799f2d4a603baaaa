package gradus.render.latex;

import gradus.render.latex.TableColumns.Column;
import gradus.sheet.Block.Table;
import java.util.ArrayList;
import java.util.List;

/// Tables with booktabs, numbers right aligned; a long one goes on over pages.
final class LatexTable {
  /// A longer one would not fit on a page.
  private static final int LONGEST = 30;

  /// A row with taller cells, displayed fractions or matrices, has a strut of its own.
  private static final double TALLEST = 1.9;

  private static final String STRUT = "\\rule[-1.5em]{0pt}{3.6em}";

  private final Page page;
  private final StringBuilder out;

  LatexTable(Page page, StringBuilder out) {
    this.page = page;
    this.out = out;
  }

  void write(Table table) {
    List<List<LatexInline>> rows = new ArrayList<>();
    rows.add(table.header().stream().map(LatexInline::of).toList());
    table.rows().forEach(row -> rows.add(row.stream().map(LatexInline::of).toList()));
    TableColumns columns = new TableColumns(page.width() - Page.INDENT);
    for (List<Column> part : columns.of(table, rows)) {
      write(rows, part);
    }
  }

  private void write(List<List<LatexInline>> rows, List<Column> columns) {
    double height =
        rows.stream()
            .flatMap(List::stream)
            .mapToDouble(LatexInline::height)
            .filter(cell -> cell <= TALLEST)
            .max()
            .orElse(1);
    String alignment =
        String.join("", columns.stream().map(column -> column.numeric() ? "r" : "l").toList());
    List<String> printed = rows.stream().map(row -> row(row, columns)).toList();
    List<String> body = printed.subList(1, printed.size());
    out.append("\n\\begingroup").append(stretch(height));
    if (body.size() > LONGEST && page.longTables()) {
      longTable(alignment, printed.getFirst(), body);
    } else {
      for (int start = 0; start == 0 || start < body.size(); start += LONGEST) {
        int end = Math.min(start + LONGEST, body.size());
        table(alignment, printed.getFirst(), body.subList(start, end));
      }
    }
    out.append("\\endgroup\n");
  }

  /// Fractions in a row must not touch those of the next.
  private static String stretch(double height) {
    return height > 1.2 ? "\\renewcommand{\\arraystretch}{1.5}" : "";
  }

  private void table(String alignment, String header, List<String> body) {
    out.append("\n\\hspace*{").append(Decimals.oneDigit(Page.INDENT)).append("em}%\n");
    out.append("\\begin{tabular}{@{}").append(alignment).append("@{}}\n\\toprule\n");
    out.append(header).append("\\midrule\n");
    body.forEach(out::append);
    out.append("\\bottomrule\n\\end{tabular}\n");
  }

  private void longTable(String alignment, String header, List<String> body) {
    out.append("\\LTleft=").append(Decimals.oneDigit(Page.INDENT)).append("em\n");
    out.append("\\begin{longtable}[l]{@{}").append(alignment).append("@{}}\n\\toprule\n");
    out.append(header).append("\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
    body.forEach(out::append);
    out.append("\\end{longtable}\n");
  }

  private static String row(List<LatexInline> cells, List<Column> columns) {
    List<String> printed =
        columns.stream()
            .map(column -> column.index() < cells.size() ? cell(cells, column) : "")
            .toList();
    boolean tall = cells.stream().anyMatch(cell -> cell.height() > TALLEST);
    return (tall ? STRUT : "") + String.join(" & ", printed) + "\\\\\n";
  }

  private static String cell(List<LatexInline> cells, Column column) {
    String latex = cells.get(column.index()).latex();
    String width = Decimals.oneDigit(column.width());
    return column.wrapped()
        ? "\\parbox[t]{" + width + "em}{\\raggedright " + latex + "\\strut}"
        : latex;
  }
}
