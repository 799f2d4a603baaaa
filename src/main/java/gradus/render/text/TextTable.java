package gradus.render.text;

import java.util.ArrayList;
import java.util.List;

/// Aligned columns for a terminal; a column of numbers is aligned at the right.
final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  static String of(List<String> header, List<List<String>> rows, String indent) {
    List<List<String>> all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    int[] widths = new int[header.size()];
    boolean[] numeric = new boolean[header.size()];
    for (int column = 0; column < header.size(); column++) {
      int index = column;
      widths[column] = Columns.widest(all.stream().map(row -> cell(row, index)).toList());
      numeric[column] = rows.stream().allMatch(row -> isNumber(cell(row, index)));
    }
    StringBuilder out = new StringBuilder();
    line(out, indent, header, widths, numeric);
    out.append(indent).append(rule(widths)).append('\n');
    rows.forEach(row -> line(out, indent, row, widths, numeric));
    return out.toString();
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  /// A number, or nothing in place of one.
  private static boolean isNumber(String cell) {
    return cell.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-./e×^−–".indexOf(c) >= 0)
        && !cell.startsWith("e");
  }

  private static String rule(int[] widths) {
    List<String> parts = new ArrayList<>();
    for (int width : widths) {
      parts.add("─".repeat(width));
    }
    return String.join(GAP, parts);
  }

  private static void line(
      StringBuilder out, String indent, List<String> row, int[] widths, boolean[] numeric) {
    StringBuilder line = new StringBuilder(indent);
    for (int column = 0; column < widths.length; column++) {
      String cell = cell(row, column);
      line.append(column == 0 ? "" : GAP);
      line.append(
          numeric[column]
              ? Columns.rightAligned(cell, widths[column])
              : Columns.padded(cell, widths[column]));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
