package gradus.render.latex;

import gradus.expr.Expr;
import gradus.sheet.Block.Table;
import gradus.sheet.Inline;
import java.util.ArrayList;
import java.util.List;

/// Makes the columns of a table fit on a page: the widest are wrapped, and where there are too many
/// they go into several tables, each of which starts with the first column.
final class TableColumns {
  private static final double BETWEEN = 1.2;

  /// No column is wrapped to less than this.
  private static final double NARROWEST = 7;

  private final double room;

  TableColumns(double room) {
    this.room = room;
  }

  /// @param width of the widest cell, or of the column where its cells are wrapped
  record Column(int index, double width, boolean numeric, boolean wrapped) {}

  List<List<Column>> of(Table table, List<List<LatexInline>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      columns.add(new Column(i, width(rows, i), isNumeric(table, i), false));
    }
    return parts(columns).stream().map(this::wrapped).toList();
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
      case Inline.Displayed _, Inline.Membership _, Inline.Range _ -> false;
    };
  }

  private List<List<Column>> parts(List<Column> columns) {
    List<List<Column>> parts = new ArrayList<>();
    List<Column> part = new ArrayList<>();
    double used = 0;
    for (Column column : columns) {
      if (used + least(column) > room && part.size() > 1) {
        parts.add(part);
        part = new ArrayList<>(List.of(columns.getFirst()));
        used = least(columns.getFirst());
      }
      part.add(column);
      used += least(column);
    }
    parts.add(part);
    return parts;
  }

  private static double least(Column column) {
    return Math.min(column.width, NARROWEST) + BETWEEN;
  }

  /// Takes from the widest columns what is too much.
  private List<Column> wrapped(List<Column> columns) {
    double available = room - BETWEEN * columns.size();
    double widest = columns.stream().mapToDouble(Column::width).max().orElse(0);
    while (total(columns, widest) > available && widest > NARROWEST) {
      widest = Math.max(NARROWEST, Math.min(available, widest - 0.5));
    }
    double most = widest;
    return columns.stream()
        .map(c -> c.width > most ? new Column(c.index, most, false, true) : c)
        .toList();
  }

  private static double total(List<Column> columns, double widest) {
    return columns.stream().mapToDouble(column -> Math.min(column.width, widest)).sum();
  }
}
