package gradus.syntax.tree;

import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Derivative;
import gradus.syntax.paper.Notated.Differential;
import gradus.syntax.paper.Notated.Fraction;
import gradus.syntax.paper.Notated.Group;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Number;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Scripted;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.Notated.Superscript.Raised;
import gradus.syntax.paper.Notated.Symbol;
import gradus.syntax.source.Span;
import gradus.syntax.tree.ProductPiece.Partial;
import gradus.syntax.tree.ProductPiece.Placed;
import gradus.syntax.tree.ProductPiece.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Finds derivatives: in fractions, and around slashes in a product.
///
/// With `∂` it is one. With `d` it may be one: `dL` may be a name, too, so the fraction stays and
/// holds the derivative beside it. `\frac{d}{dz}` with nothing above it is taken for one.
final class LeibnizFractions {
  private static final int HIGHEST_ORDER = 9;

  private LeibnizFractions() {}

  static boolean isBracket(Notated value) {
    return switch (value) {
      case Group _ -> true;
      case Scripted(Notated base, _, _, _) -> base instanceof Group;
      default -> false;
    };
  }

  /// The fraction of two products, if they may be differentials.
  static Optional<ProductPiece> fraction(
      List<Placed> numerator, List<Placed> denominator, Span span, NotationBuilder building) {
    if (numerator.getFirst().piece() instanceof Partial above) {
      return variables(denominator, above.order(), building)
          .map(by -> partial(rest(numerator), by, span, building));
    }
    return differentials(numerator, denominator, span, building);
  }

  private static List<Placed> rest(List<Placed> pieces) {
    return pieces.subList(1, pieces.size());
  }

  private static ProductPiece partial(
      List<Placed> of, List<Notated> by, Span span, NotationBuilder building) {
    Optional<Notated> value =
        of.isEmpty() ? Optional.empty() : Optional.of(ProductFold.folded(of, building));
    Derivative derivative = new Derivative(Differential.PARTIAL, value, by, span);
    return value.isEmpty() ? new ProductPiece.Differentiation(derivative) : new Whole(derivative);
  }

  /// `∂w ∂v` are two, `∂w^2` is twice the same if the order asks for it.
  private static Optional<List<Notated>> variables(
      List<Placed> denominator, int order, NotationBuilder building) {
    List<Notated> variables = new ArrayList<>();
    int start = 0;
    while (start < denominator.size()) {
      if (!(denominator.get(start).piece() instanceof Partial)) {
        return Optional.empty();
      }
      int end = start + 1;
      while (end < denominator.size() && !(denominator.get(end).piece() instanceof Partial)) {
        end++;
      }
      if (end == start + 1) {
        return Optional.empty();
      }
      Notated variable = ProductFold.folded(denominator.subList(start + 1, end), building);
      variables.addAll(repeated(variable, order));
      start = end;
    }
    return Optional.of(variables);
  }

  private static List<Notated> repeated(Notated variable, int order) {
    if (order > 1
        && variable
            instanceof
            Scripted(Notated base, List<Notated> below, List<Superscript> above, Span span)
        && !above.isEmpty()
        && above.getLast() instanceof Raised(Number(String digits, _))
        && digits.equals(String.valueOf(order))) {
      List<Superscript> plain = above.subList(0, above.size() - 1);
      Notated once =
          below.isEmpty() && plain.isEmpty() ? base : new Scripted(base, below, plain, span);
      return Collections.nCopies(order, once);
    }
    return List.of(variable);
  }

  /// `\frac{dL}{dw}`
  private static Optional<ProductPiece> differentials(
      List<Placed> numerator, List<Placed> denominator, Span span, NotationBuilder building) {
    int order = order(numerator.getFirst());
    Optional<List<Placed>> of = withoutD(numerator);
    Optional<List<Placed>> by = withoutD(denominator).filter(variable -> !variable.isEmpty());
    if (of.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    List<Notated> variables = repeated(ProductFold.folded(by.get(), building), order);
    if (of.get().isEmpty()) {
      return Optional.of(
          new ProductPiece.Differentiation(
              new Derivative(Differential.TOTAL, Optional.empty(), variables, span)));
    }
    Notated value = ProductFold.folded(of.get(), building);
    Derivative derivative = new Derivative(Differential.TOTAL, Optional.of(value), variables, span);
    return Optional.of(
        new Whole(
            new Fraction(
                ProductFold.folded(numerator, building),
                ProductFold.folded(denominator, building),
                Optional.of(derivative),
                span)));
  }

  private static int order(Placed first) {
    return first.piece() instanceof Whole(Scripted(_, _, List<Superscript> above, _))
            && above.size() == 1
            && above.getFirst() instanceof Raised(Number(String digits, _))
        ? order(digits)
        : 1;
  }

  static int order(String digits) {
    return digits.length() == 1 && digits.charAt(0) >= '1'
        ? Math.min(digits.charAt(0) - '0', HIGHEST_ORDER)
        : 1;
  }

  /// The pieces behind a leading d; empty if there is none.
  private static Optional<List<Placed>> withoutD(List<Placed> pieces) {
    if (!(pieces.getFirst().piece() instanceof Whole(Notated first))) {
      return Optional.empty();
    }
    List<Placed> behind = rest(pieces);
    return switch (first) {
      case Symbol symbol when isD(symbol) -> Optional.of(behind);
      case Scripted(Symbol symbol, List<Notated> below, _, _) when isD(symbol) && below.isEmpty() ->
          Optional.of(behind);
      case Letters letters -> withoutD(letters).map(value -> replaced(value, behind));
      case Scripted(Letters letters, List<Notated> below, List<Superscript> above, Span span) ->
          withoutD(letters).map(base -> replaced(new Scripted(base, below, above, span), behind));
      default -> Optional.empty();
    };
  }

  private static List<Placed> replaced(Notated first, List<Placed> behind) {
    List<Placed> pieces = new ArrayList<>();
    pieces.add(Placed.beside(new Whole(first)));
    pieces.addAll(behind);
    return pieces;
  }

  private static boolean isD(Symbol symbol) {
    return symbol.letters().equals("d") && symbol.marks().isEmpty();
  }

  private static Optional<Notated> withoutD(Letters letters) {
    String text = letters.letters();
    if (!text.startsWith("d")) {
      return Optional.empty();
    }
    Span span = letters.span();
    boolean exact = span.end() - span.start() == text.length();
    Span place = exact ? new Span(span.start() + 1, span.end()) : span;
    return Optional.of(Operands.word(text.substring(1), place));
  }

  /// The product with `∂L / ∂w` and `dL / dw` made one piece each.
  static List<Placed> joined(List<Placed> pieces, NotationBuilder building) {
    if (pieces.stream().noneMatch(placed -> placed.operator() == Operator.OVER)) {
      return pieces;
    }
    List<Placed> joined = new ArrayList<>();
    for (int i = 0; i < pieces.size(); ) {
      int slash = slash(pieces, i);
      Optional<ProductPiece> found =
          slash < 0 ? Optional.empty() : around(pieces, i, slash, building);
      Placed placed = pieces.get(i);
      if (found.isPresent()) {
        joined.add(new Placed(placed.operator(), placed.sign(), found.get()));
        i = slash + width(pieces, slash);
      } else {
        joined.add(placed);
        i++;
      }
    }
    return joined;
  }

  /// The piece behind the slash that a differential at `from` may be divided by, or -1.
  private static int slash(List<Placed> pieces, int from) {
    Placed first = pieces.get(from);
    boolean partial = first.piece() instanceof Partial;
    boolean total = withoutD(List.of(first)).isPresent();
    if (first.operator() == Operator.OVER || !partial && !total) {
      return -1;
    }
    int i = from + 1;
    while (i < pieces.size() && pieces.get(i).isBeside() && reaches(pieces, from, i, partial)) {
      i++;
    }
    boolean over =
        i < pieces.size()
            && pieces.get(i).operator() == Operator.OVER
            && pieces.get(i).sign().isEmpty();
    return over ? i : -1;
  }

  /// ∂ takes what stands behind it; d is in the letters, and takes brackets only, unless it is
  /// alone.
  private static boolean reaches(List<Placed> pieces, int from, int i, boolean partial) {
    boolean bracket = pieces.get(i).piece() instanceof Whole(Notated value) && isBracket(value);
    boolean alone =
        pieces.get(from).piece() instanceof Whole(Notated first)
            && !(first instanceof Letters)
            && !(first instanceof Scripted(Letters _, _, _, _));
    return bracket
        || i == from + 1 && (partial || alone) && !(pieces.get(i).piece() instanceof Partial);
  }

  private static int width(List<Placed> pieces, int slash) {
    boolean apart =
        pieces.get(slash).piece() instanceof Partial
            || pieces.get(slash).piece() instanceof Whole(Symbol symbol) && isD(symbol);
    return apart ? 2 : 1;
  }

  private static Optional<ProductPiece> around(
      List<Placed> pieces, int from, int slash, NotationBuilder building) {
    int end = slash + width(pieces, slash);
    if (end > pieces.size() || end == slash + 2 && !pieces.get(slash + 1).isBeside()) {
      return Optional.empty();
    }
    List<Placed> denominator = new ArrayList<>(pieces.subList(slash, end));
    denominator.set(0, Placed.beside(denominator.getFirst().piece()));
    List<Placed> numerator = new ArrayList<>(pieces.subList(from, slash));
    numerator.set(0, Placed.beside(numerator.getFirst().piece()));
    Span span =
        NotationBuilder.around(pieces.get(from).piece().span(), pieces.get(end - 1).piece().span());
    return fraction(numerator, denominator, span, building);
  }
}
