package gradus.render;

import gradus.expr.Expr;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Chain;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Inline;
import gradus.syntax.PlainText;
import gradus.syntax.PlainText.Style;
import gradus.syntax.Printable;
import java.util.List;

/// Running text for a terminal.
final class TextInline {
  /// Numbers on a sheet are rounded already.
  private static final int DIGITS = 15;

  private static final PlainText FORMULAS = new PlainText(Style.UNICODE, DIGITS);

  private final TextGrids grids = new TextGrids();

  /// The lines that a finished line takes with its matrices.
  List<String> opened(String line) {
    return grids.opened(line);
  }

  String of(List<Inline> text) {
    StringBuilder out = new StringBuilder();
    for (Inline part : text) {
      out.append(of(part));
    }
    return out.toString();
  }

  private String of(Inline part) {
    return switch (part) {
      case Inline.Text(String text) -> Printable.of(text);
      case Inline.Emphasis(String text) -> Printable.of(text);
      case Inline.Strong(String text) -> Printable.of(text);
      case Inline.Formula(Expr expr) -> formula(expr);
      case Inline.Equation(Chain chain) -> chain(chain);
      case Inline.Displayed(Chain chain) -> chain(chain);
      case Inline.Membership(Expr expr, Shape shape) ->
          formula(expr) + (shape.isScalar() ? ": a number" : ": " + sizes(shape));
      case Inline.Range(Family family) -> range(family);
      case Inline.Cite(int number) -> "(" + number + ")";
    };
  }

  String formula(Expr expr) {
    return FORMULAS.print(withGrids(expr));
  }

  /// A word in place of each matrix of several rows.
  private Expr withGrids(Expr expr) {
    if (!(expr instanceof Matrix(List<List<Expr>> rows))) {
      return Formulas.mapChildren(expr, this::withGrids);
    }
    if (rows.size() == 1 || grids.isFull()) {
      return expr;
    }
    String word =
        grids.grid(rows.stream().map(row -> row.stream().map(FORMULAS::print).toList()).toList());
    return new Ref(Quantity.of(word).shaped(Shapes.of(expr)));
  }

  private static String sizes(Shape shape) {
    return factor(shape.rows()) + " × " + factor(shape.columns());
  }

  private static String factor(Index size) {
    return size.terms().size() > 1 ? "(" + size + ")" : size.toString();
  }

  private static String range(Family family) {
    String start = family.letter() + " = " + family.from();
    return family.from().equals(family.to()) ? start : start + ", …, " + family.to();
  }

  private String chain(Chain chain) {
    StringBuilder out = new StringBuilder(formula(chain.left()));
    for (Link link : chain.links()) {
      out.append(' ').append(link(link));
    }
    return out.toString();
  }

  String link(Link link) {
    return sign(link.relation()) + " " + formula(link.right());
  }

  private static String sign(Relation relation) {
    return switch (relation) {
      case EQUAL -> "=";
      case APPROXIMATELY -> "≈";
      case DEFINED_AS -> ":=";
    };
  }
}
