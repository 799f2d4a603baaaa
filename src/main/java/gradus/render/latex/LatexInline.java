package gradus.render.latex;

import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Shape;
import gradus.render.box.Box;
import gradus.render.box.Box.Break;
import gradus.render.box.Box.Glyph;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import gradus.render.box.LatexText;
import gradus.render.box.MathStyle;
import gradus.render.formula.IndexSetter;
import gradus.render.formula.LineBreaker;
import gradus.render.formula.Typesetter;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Inline;
import java.util.ArrayList;
import java.util.List;

/// Running text in LaTeX, how wide it is on one line and how tall.
record LatexInline(String latex, double width, double height) {
  private static final Glyph REALS = new Glyph("\\mathbb{R}", BoxExtent.line(0.72));
  private static final Glyph ELEMENT = new Glyph("\\in", BoxExtent.line(1.23));
  private static final Glyph DOTS = new Glyph("\\dots", BoxExtent.line(1.2));

  /// TeX breaks formulas at their signs by itself, but not between factors.
  private static final double UNBROKEN = 9;

  static LatexInline of(List<Inline> text) {
    StringBuilder out = new StringBuilder();
    BoxExtent size = BoxExtent.NONE;
    for (Inline part : text) {
      size = size.beside(append(out, part));
    }
    return new LatexInline(out.toString(), size.width(), size.height());
  }

  private static BoxExtent append(StringBuilder out, Inline part) {
    return switch (part) {
      case Inline.Text(String text) -> appendText(out, text);
      case Inline.Emphasis(String text) -> appendWrapped(out, "\\emph{", text);
      case Inline.Strong(String text) -> appendWrapped(out, "\\textbf{", text);
      case Inline.Formula(Expr expr) ->
          appendFormula(out, new Typesetter(MathStyle.INLINE).whole(expr));
      case Inline.Equation(DerivationChain chain) ->
          appendFormula(out, box(chain, MathStyle.INLINE));
      case Inline.Displayed(DerivationChain chain) -> {
        Box box = box(chain, MathStyle.DISPLAY);
        new BoxWriter(out.append("$\\displaystyle ")).write(box);
        out.append('$');
        yield box.size();
      }
      case Inline.Membership(Expr expr, Shape shape) -> appendFormula(out, membership(expr, shape));
      case Inline.Range(Family family) -> appendFormula(out, range(family));
      case Inline.Cite(int number) -> appendText(out, "(" + number + ")");
    };
  }

  private static BoxExtent appendText(StringBuilder out, String text) {
    out.append(LatexText.escaped(text));
    return BoxExtent.line(LatexText.width(text));
  }

  /// Bold letters are wider.
  private static BoxExtent appendWrapped(StringBuilder out, String command, String text) {
    out.append(command);
    BoxExtent size = appendText(out, text);
    out.append('}');
    return size.widened(0.2 * size.width());
  }

  private static BoxExtent appendFormula(StringBuilder out, Box box) {
    BoxWriter writer = new BoxWriter(out.append('$'));
    boolean first = true;
    for (Box line : LineBreaker.lines(box, UNBROKEN)) {
      if (!first && !LineBreaker.startsWithSign(line)) {
        writer.append("\\allowbreak");
      }
      writer.write(line);
      first = false;
    }
    out.append('$');
    return box.size();
  }

  private static Box membership(Expr expr, Shape shape) {
    Box name = new Typesetter(MathStyle.INLINE).box(expr);
    Box space =
        shape.isScalar()
            ? REALS
            : Boxes.raised(
                REALS, shape.isVector() ? IndexSetter.box(shape.rows()) : IndexSetter.sizes(shape));
    return Boxes.row(name, ELEMENT, space);
  }

  private static Box range(Family family) {
    List<Box> parts = new ArrayList<>();
    parts.add(IndexSetter.box(family.index()));
    parts.add(sign(Relation.EQUAL));
    parts.add(IndexSetter.box(family.from()));
    if (!family.from().equals(family.to())) {
      boolean neighbours = family.from().plus(1).equals(family.to());
      parts.add(Boxes.COMMA);
      parts.addAll(neighbours ? List.of() : List.of(DOTS, Boxes.COMMA));
      parts.add(IndexSetter.box(family.to()));
    }
    return Boxes.row(parts);
  }

  private static Box box(DerivationChain chain, MathStyle setting) {
    Typesetter typesetter = new Typesetter(setting);
    List<Box> parts = new ArrayList<>(List.of(typesetter.box(chain.left())));
    for (Link link : chain.links()) {
      parts.add(Break.PLAIN);
      parts.add(sign(link.relation()));
      boolean last = link == chain.links().getLast();
      parts.add(
          last ? typesetter.whole(link.right()) : typesetter.piece(link.right()).closed().box());
    }
    return Boxes.row(parts);
  }

  static Box sign(Relation relation) {
    String latex =
        switch (relation) {
          case EQUAL -> "=";
          case APPROXIMATELY -> "\\approx";
          case DEFINED_AS -> ":=";
        };
    return new Glyph(latex, BoxExtent.line(relation == Relation.DEFINED_AS ? 1.62 : Page.RELATION));
  }
}
