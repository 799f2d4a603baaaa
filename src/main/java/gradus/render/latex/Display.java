package gradus.render.latex;

import gradus.expr.Expr;
import gradus.render.box.Box;
import gradus.render.box.Boxes;
import gradus.render.formula.LinkLines;
import gradus.render.formula.SumSetter;
import gradus.render.formula.Typesetter;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/// A chain laid out for a display, before it is decided where its lines end.
///
/// @param value whether the last link is a number
record Display(Box left, List<Part> parts, OptionalInt number, boolean value) {
  private static final double WIDEST_LABEL = 12;

  /// A relation sign with what stands behind it, and the reason in text.
  record Part(Box box, LatexInline reason) {
    boolean hasReason() {
      return !reason.latex().isEmpty();
    }
  }

  static Display of(DerivationChain chain, Typesetter typesetter) {
    List<Part> parts = new ArrayList<>();
    for (Link link : chain.links()) {
      Box right = labelled(link, typesetter.whole(link.right()));
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
    if (label.latex().isEmpty()) {
      return term;
    }
    if (label.width() <= WIDEST_LABEL) {
      return Boxes.underbrace(term, label.latex(), label.width());
    }
    String wrapped = "\\parbox{" + Decimals.oneDigit(WIDEST_LABEL) + "em}{\\centering ";
    return Boxes.underbrace(term, wrapped + label.latex() + "}", WIDEST_LABEL);
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

  /// The links joined to lines.
  List<Part> joined(double room) {
    return LinkLines.of(
            parts.size(), link -> parts.get(link).hasReason(), (from, to) -> fits(from, to, room))
        .stream()
        .map(line -> joined(line.from(), line.to()))
        .toList();
  }

  /// Behind cases no further relation sign may stand, or it is taken for part of a condition.
  private boolean fits(int from, int to, double room) {
    double width = 0;
    boolean closed = true;
    for (Part part : parts.subList(from, to)) {
      if (!closed) {
        return false;
      }
      width += part.box().width();
      closed = !endsInCases(part.box());
    }
    return width <= room;
  }

  private static boolean endsInCases(Box box) {
    return box instanceof Box.Branches
        || (box instanceof Box.Row(List<Box> parts, _) && endsInCases(parts.getLast()));
  }

  private Part joined(int from, int to) {
    List<Part> line = parts.subList(from, to);
    LatexInline reason =
        line.stream()
            .filter(Part::hasReason)
            .map(Part::reason)
            .findFirst()
            .orElse(line.getFirst().reason());
    return new Part(Boxes.row(line.stream().map(Part::box).toList()), reason);
  }
}
