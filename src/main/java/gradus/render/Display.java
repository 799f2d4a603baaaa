package gradus.render;

import gradus.expr.Expr;
import gradus.sheet.Chain;
import gradus.sheet.Chain.Link;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/// A chain laid out for a display, before it is decided where its lines end.
///
/// @param value whether the last link is a number
record Display(Box left, List<Part> parts, OptionalInt number, boolean value) {
  /// A relation sign with what stands behind it, and the reason in text.
  record Part(Box box, LatexInline reason) {
    boolean hasReason() {
      return !reason.latex().isEmpty();
    }
  }

  static Display of(Chain chain) {
    Typesetter typesetter = new Typesetter(Setting.DISPLAY);
    List<Part> parts = new ArrayList<>();
    for (Link link : chain.links()) {
      Box right = labelled(link, typesetter.box(link.right()));
      Box box = Boxes.row(LatexInline.sign(link.relation()), right);
      parts.add(new Part(box, LatexInline.of(link.reason())));
    }
    boolean value =
        !chain.links().isEmpty() && chain.links().getLast().right() instanceof Expr.Number;
    return new Display(typesetter.box(chain.left()), parts, chain.number(), value);
  }

  /// Braces with labels under the terms of a sum, not under its signs.
  private static Box labelled(Link link, Box right) {
    if (link.braces().isEmpty()) {
      return right;
    }
    Iterator<LatexInline> labels = link.braces().stream().map(LatexInline::of).iterator();
    if (!(right instanceof Box.Row(List<Box> parts, _)) || link.braces().size() == 1) {
      return braced(right, labels.next());
    }
    List<Box> terms = new ArrayList<>();
    for (Box part : parts) {
      boolean term = !SumSetter.isSign(part) && labels.hasNext();
      terms.add(term ? braced(part, labels.next()) : part);
    }
    return Boxes.row(terms);
  }

  private static Box braced(Box term, LatexInline label) {
    return label.latex().isEmpty() ? term : Boxes.underbrace(term, label.latex(), label.width());
  }

  boolean isNumbered() {
    return number.isPresent();
  }

  String tag() {
    return number.isPresent() ? " \\tag{" + number.getAsInt() + "}" : "";
  }

  /// Whether the last link is a number and not the only one: it stands in the last column.
  boolean endsInValue() {
    return value && parts.size() > 1;
  }

  boolean hasReasons() {
    return parts.stream().anyMatch(Part::hasReason);
  }

  /// The links joined to lines. One joins the line before it where both fit, unless that line has a
  /// reason and a further reason is still to come: then it belongs to that one.
  List<Part> joined(double room) {
    List<Part> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (!lines.isEmpty() && joins(lines.getLast(), i, room)) {
        Part line = lines.removeLast();
        Box box = Boxes.row(line.box(), part.box());
        lines.add(new Part(box, line.hasReason() ? line.reason() : part.reason()));
      } else {
        lines.add(part);
      }
    }
    return lines;
  }

  private boolean joins(Part line, int next, double room) {
    boolean reasonComes = parts.subList(next, parts.size()).stream().anyMatch(Part::hasReason);
    return !(line.hasReason() && reasonComes)
        && line.box().width() + parts.get(next).box().width() <= room;
  }
}
