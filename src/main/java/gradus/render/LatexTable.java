package gradus.render;

import gradus.expr.Expr;
import gradus.sheet.Block.Table;
import gradus.sheet.Inline;
import java.util.ArrayList;
import java.util.List;

/// Tables with booktabs: numbers right aligned, what is too wide wrapped or in a further table.
final class LatexTable {
  private static final double BETWEEN_COLUMNS = 1.2;

  /// A wide column is wrapped, but not to less than this.
  private static final double NARROWEST = 7;

  private static final int LONGEST = 30;

  private final Page page;
  private final StringBuilder out;

  LatexTable(Page page, StringBuilder out) {
    this.page = page;
    this.out = out;
  }

  void write(Table table) {
    List<List<LatexInline>> rows = new ArrayList<>();
    rows.add(table.header().stream().map(LatexInline::of).toList());
    for (List<List<Inline>> row : table.rows()) {
      rows.add(row.stream().map(LatexInline::of).toList());
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      columns.add(new Column(i, width(rows, i), isNumeric(table, i)));
    }
    for (List<Column> part : parts(columns)) {
      write(rows, wrapped(part));
    }
  }

  /// @param width of the widest cell, or where it is wrapped, of the column
  private record Column(int index, double width, boolean numeric, boolean wrapped) {
    Column(int index, double width, boolean numeric) {
      this(index, width, numeric, false);
    }
  }

  private static double width(List<List<LatexInline>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToDouble(row -> row.get(column).width())
        .max()
        .orElse(0);
  }

  private static boolean isNumeric(Table table, int column) {
    return table.rows().stream()
        .allMatch(row -> column >= row.size() || isNumeric(row.get(column)));
  }

  private static boolean isNumeric(List<Inline> cell) {
    return switch (cell.size()) {
      case 0 -> true;
      case 1 -> isNumeric(cell.getFirst());
      default -> false;
    };
  }

  private static boolean isNumeric(Inline content) {
    return switch (content) {
      case Inline.Formula(Expr expr) -> expr instanceof Expr.Number;
      case Inline.Text(String text) -> text.length() <= 1;
      case Inline.Emphasis _, Inline.Strong _, Inline.Equation _, Inline.Cite _ -> false;
    };
  }

  private double room() {
    return page.width() - Page.INDENT;
  }

  /// Columns that fit on the page together; the first stands in every part.
  private List<List<Column>> parts(List<Column> columns) {
    List<List<Column>> parts = new ArrayList<>();
    List<Column> part = new ArrayList<>();
    double used = 0;
    for (Column column : columns) {
      double least = Math.min(column.width, NARROWEST) + BETWEEN_COLUMNS;
      if (used + least > room() && part.size() > 1) {
        parts.add(part);
        part = new ArrayList<>(List.of(columns.getFirst()));
        used = Math.min(columns.getFirst().width, NARROWEST) + BETWEEN_COLUMNS;
      }
      part.add(column);
      used += least;
    }
    parts.add(part);
    return parts;
  }

  /// Takes from the widest columns what is too much.
  private List<Column> wrapped(List<Column> columns) {
    double available = room() - BETWEEN_COLUMNS * columns.size();
    double cap = Double.MAX_VALUE;
    while (total(columns, cap) > available && cap > NARROWEST) {
      cap = cap == Double.MAX_VALUE ? available : Math.max(NARROWEST, cap - 0.5);
    }
    double most = cap;
    return columns.stream()
        .map(c -> c.width > most ? new Column(c.index, most, false, true) : c)
        .toList();
  }

  private static double total(List<Column> columns, double cap) {
    return columns.stream().mapToDouble(column -> Math.min(column.width, cap)).sum();
  }

  private void write(List<List<LatexInline>> rows, List<Column> columns) {
    String header = row(rows.getFirst(), columns);
    List<String> body = rows.stream().skip(1).map(row -> row(row, columns)).toList();
    String alignment =
        String.join("", columns.stream().map(column -> column.numeric ? "r" : "l").toList());
    if (body.size() > LONGEST && page.longTables()) {
      writeLong(header, body, alignment);
      return;
    }
    for (int start = 0; start == 0 || start < body.size(); start += LONGEST) {
      out.append("\n\\hspace*{").append(Decimals.oneDigit(Page.INDENT)).append("em}%\n");
      out.append("\\begin{tabular}{@{}").append(alignment).append("@{}}\n\\toprule\n");
      out.append(header).append("\\midrule\n");
      body.subList(start, Math.min(start + LONGEST, body.size())).forEach(out::append);
      out.append("\\bottomrule\n\\end{tabular}\n");
    }
  }

  private void writeLong(String header, List<String> body, String alignment) {
    out.append("\\begingroup\\LTleft=").append(Decimals.oneDigit(Page.INDENT)).append("em\n");
    out.append("\\begin{longtable}[l]{@{}").append(alignment).append("@{}}\n\\toprule\n");
    out.append(header).append("\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
    body.forEach(out::append);
    out.append("\\end{longtable}\\endgroup\n");
  }

  private static String row(List<LatexInline> cells, List<Column> columns) {
    List<String> printed =
        columns.stream()
            .map(column -> column.index < cells.size() ? cell(cells.get(column.index), column) : "")
            .toList();
    return String.join(" & ", printed) + "\\\\\n";
  }

  private static String cell(LatexInline cell, Column column) {
    return column.wrapped
        ? "\\parbox[t]{"
            + Decimals.oneDigit(column.width)
            + "em}{\\raggedright "
            + cell.latex()
            + "\\strut}"
        : cell.latex();
  }
}
