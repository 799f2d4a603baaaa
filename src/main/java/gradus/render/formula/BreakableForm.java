package gradus.render.formula;

import gradus.render.box.Box;
import gradus.render.box.Box.Branch;
import gradus.render.box.Box.Branches;
import gradus.render.box.Box.Break;
import gradus.render.box.Box.Fence;
import gradus.render.box.Box.Fraction;
import gradus.render.box.Box.Glyph;
import gradus.render.box.Box.Grid;
import gradus.render.box.Box.Root;
import gradus.render.box.Box.Row;
import gradus.render.box.Box.Script;
import gradus.render.box.Box.Underbrace;
import gradus.render.box.Box.Underset;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import gradus.render.box.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is too wide for a line and holds together, written so that it can be broken: a fraction
/// with a slash, a root as a power, cases on more lines, a matrix with dots. It is less handsome,
/// but it is on paper.
final class BreakableForm {
  private static final Glyph HALF = new Glyph("1/2", BoxExtent.line(1.5));
  private static final Glyph ONE = new Glyph("1", BoxExtent.line(0.5));
  private static final Glyph TO_THE_POWER = new Glyph("\\mathbin{\\uparrow}", BoxExtent.line(0.95));

  private BreakableForm() {}

  /// The same box where nothing helps.
  static Box of(Box box, double width) {
    return switch (box) {
      case Fraction fraction -> fraction(fraction, width);
      case Root(Box inside, _) ->
          Boxes.row(Boxes.parenthesised(inside), Boxes.raised(Boxes.NOTHING, HALF));
      case Script(Box base, Optional<Box> below, Optional<Box> above, _) when above.isPresent() ->
          Boxes.row(
              Boxes.script(base, below, Optional.empty()),
              Break.PLAIN,
              TO_THE_POWER,
              Boxes.parenthesised(above.get()));
      case Branches(List<Branch> branches, _) -> branches(branches, width);
      case Underbrace(Box over, _, _) -> over;
      case Grid(List<List<Box>> rows, _) -> MatrixEllipsis.columns(rows, width);
      case Underset _, Script _, Fence _, Row _, Break _, Glyph _ -> box;
    };
  }

  private static Box fraction(Fraction fraction, double width) {
    if (fraction.bottom().width() <= width / 4) {
      Box unit = Boxes.fraction(ONE, fraction.bottom(), MathStyle.DISPLAY);
      return Boxes.row(unit, Boxes.THIN_SPACE, Boxes.parenthesised(fraction.top()));
    }
    return Boxes.row(
        Boxes.parenthesised(fraction.top()),
        Break.PLAIN,
        Boxes.SLASH,
        Boxes.parenthesised(fraction.bottom()));
  }

  private static Box branches(List<Branch> branches, double width) {
    double forValues = 0.55 * width;
    double forConditions = 0.45 * width - 2.5;
    List<Branch> rows = new ArrayList<>();
    for (Branch branch : branches) {
      List<Box> values = LineBreaker.lines(branch.value(), forValues);
      List<Box> conditions = LineBreaker.lines(branch.condition(), forConditions);
      for (int i = 0; i < Math.max(values.size(), conditions.size()); i++) {
        rows.add(new Branch(line(values, i), line(conditions, i)));
      }
    }
    Box looser = Boxes.branches(rows);
    return rows.size() == branches.size() ? new Branches(branches, looser.size()) : looser;
  }

  private static Box line(List<Box> lines, int index) {
    if (index >= lines.size()) {
      return Boxes.NOTHING;
    }
    return index == 0
        ? lines.get(index)
        : Boxes.row(new Glyph("\\quad{}", BoxExtent.line(1)), lines.get(index));
  }
}
