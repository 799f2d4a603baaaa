package gradus.render;

import gradus.expr.Alphabet;
import gradus.render.Box.Bracket;
import gradus.render.Box.Branch;
import gradus.render.Box.Branches;
import gradus.render.Box.Break;
import gradus.render.Box.Fence;
import gradus.render.Box.Fraction;
import gradus.render.Box.Glyph;
import gradus.render.Box.Grid;
import gradus.render.Box.Root;
import gradus.render.Box.Row;
import gradus.render.Box.Script;
import gradus.render.Box.Underbrace;
import gradus.render.Box.Underset;
import java.util.List;
import java.util.Optional;

/// Writes boxes as LaTeX.
final class BoxWriter {
  private final StringBuilder out;
  private boolean afterCommand;

  BoxWriter(StringBuilder out) {
    this.out = out;
  }

  static String latex(Box box) {
    StringBuilder out = new StringBuilder();
    new BoxWriter(out).write(box);
    return out.toString();
  }

  void write(Box box) {
    switch (box) {
      case Glyph(String latex, _) -> append(latex);
      case Row(List<Box> parts, _) -> {
        for (Box part : parts) {
          write(part);
        }
      }
      case Break _ -> {}
      case Fraction fraction -> fraction(fraction);
      case Script(Box base, Optional<Box> below, Optional<Box> above, _) -> {
        write(base);
        below.ifPresent(script -> script('_', script));
        above.ifPresent(script -> script('^', script));
      }
      case Fence(Bracket bracket, Box inside, _) -> {
        Delimiter delimiter = Delimiter.around(inside.height());
        append(delimiter.open + bracket.open);
        write(inside);
        append(delimiter.close + bracket.close);
      }
      case Branches(List<Branch> branches, _) -> branches(branches);
      case Root(Box inside, _) -> {
        append("\\sqrt");
        braced(inside);
      }
      case Grid(List<List<Box>> rows, _) -> grid(rows);
      case Underset(Box over, Box under, _) -> {
        append("\\underset");
        braced(under);
        braced(over);
      }
      case Underbrace(Box over, String label, _) -> {
        append("\\underbrace");
        braced(over);
        append("_{\\text{" + label + "}}");
      }
    }
  }

  private void fraction(Fraction fraction) {
    append(fraction.small() ? "\\tfrac" : "\\frac");
    braced(fraction.top());
    braced(fraction.bottom());
  }

  private void branches(List<Branch> branches) {
    append("\\begin{cases}");
    String separator = " ";
    for (Branch branch : branches) {
      append(separator);
      write(branch.value());
      append(" & ");
      write(branch.condition());
      separator = "\\\\ ";
    }
    append(" \\end{cases}");
  }

  /// Rows with fractions stand a little apart.
  private void grid(List<List<Box>> rows) {
    append("\\begin{pmatrix}");
    for (int i = 0; i < rows.size(); i++) {
      boolean tall = i > 0 && Boxes.isTall(rows.get(i - 1)) && Boxes.isTall(rows.get(i));
      append(i == 0 ? " " : tall ? "\\\\[3pt] " : "\\\\ ");
      for (int j = 0; j < rows.get(i).size(); j++) {
        append(j == 0 ? "" : " & ");
        write(rows.get(i).get(j));
      }
    }
    append(" \\end{pmatrix}");
  }

  private void braced(Box box) {
    append("{");
    write(box);
    append("}");
  }

  /// A single letter or digit needs no braces.
  private void script(char sign, Box box) {
    out.append(sign);
    afterCommand = false;
    int start = out.length();
    braced(box);
    if (out.length() == start + 3 && Character.isLetterOrDigit(out.charAt(start + 1))) {
      char only = out.charAt(start + 1);
      out.setLength(start);
      out.append(only);
    }
  }

  /// The name of a command ends where something other than a letter follows.
  void append(String latex) {
    if (latex.isEmpty()) {
      return;
    }
    if (afterCommand && needsSpace(latex.charAt(0))) {
      out.append(' ');
    }
    out.append(latex);
    afterCommand = endsInCommand(latex);
  }

  private static boolean needsSpace(char next) {
    return Character.isLetterOrDigit(next) || next == '-';
  }

  private static boolean endsInCommand(String latex) {
    int start = latex.length();
    while (start > 0 && Alphabet.isLatin(latex.charAt(start - 1))) {
      start--;
    }
    return start > 0 && start < latex.length() && latex.charAt(start - 1) == '\\';
  }
}
