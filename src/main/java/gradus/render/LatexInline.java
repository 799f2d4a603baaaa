package gradus.render;

import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Shape;
import gradus.render.Box.Break;
import gradus.render.Box.Glyph;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Inline;
import java.util.ArrayList;
import java.util.List;

/// Running text in LaTeX, how wide it is on one line and how tall.
record LatexInline(String latex, double width, double height) {
  private static final Glyph REALS = new Glyph("\\mathbb{R}", Size.line(0.72));
  private static final Glyph ELEMENT = new Glyph("\\in", Size.line(1.23));
  private static final Glyph DOTS = new Glyph("\\dots", Size.line(1.2));

  /// TeX breaks formulas at their signs by itself, but not between factors.
  private static final double UNBROKEN = 9;

  static LatexInline of(List<Inline> text) {
    StringBuilder out = new StringBuilder();
    Size size = Size.NONE;
    for (Inline part : text) {
      size = size.beside(append(out, part));
    }
    return new LatexInline(out.toString(), size.width(), size.height());
  }

  private static Size append(StringBuilder out, Inline part) {
    return switch (part) {
      case Inline.Text(String text) -> appendText(out, text);
      case Inline.Emphasis(String text) -> appendWrapped(out, "\\emph{", text);
      case Inline.Strong(String text) -> appendWrapped(out, "\\textbf{", text);
      case Inline.Formula(Expr expr) ->
          appendFormula(out, new Typesetter(Setting.INLINE).whole(expr));
      case Inline.Equation(DerivationChain chain) -> appendFormula(out, box(chain, Setting.INLINE));
      case Inline.Displayed(DerivationChain chain) -> {
        Box box = box(chain, Setting.DISPLAY);
        new BoxWriter(out.append("$\\displaystyle ")).write(box);
        out.append('$');
        yield box.size();
      }
      case Inline.Membership(Expr expr, Shape shape) -> appendFormula(out, membership(expr, shape));
      case Inline.Range(Family family) -> appendFormula(out, range(family));
      case Inline.Cite(int number) -> appendText(out, "(" + number + ")");
    };
  }

  private static Size appendText(StringBuilder out, String text) {
    out.append(LatexText.escaped(text));
    return Size.line(LatexText.width(text));
  }

  /// Bold letters are wider.
  private static Size appendWrapped(StringBuilder out, String command, String text) {
    out.append(command);
    Size size = appendText(out, text);
    out.append('}');
    return size.widened(0.2 * size.width());
  }

  private static Size appendFormula(StringBuilder out, Box box) {
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
    Box name = new Typesetter(Setting.INLINE).box(expr);
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

  private static Box box(DerivationChain chain, Setting setting) {
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
    return new Glyph(latex, Size.line(relation == Relation.DEFINED_AS ? 1.62 : Page.RELATION));
  }
}
