package gradus.syntax.resolve;

import gradus.expr.Index;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether parts go together by their shapes, and what is said where they do not.
final class Conformability {
  /// A name, perhaps with labels, entries, an argument and primes.
  private static final Pattern OPERAND =
      Pattern.compile("[\\p{L}\\p{M}\\d_]+(\\[[^]]*])?(_\\{[^}]*})?(\\([^()]*\\))?'*");

  private final Failures failures;

  Conformability(Failures failures) {
    this.failures = failures;
  }

  /// Entry by entry.
  boolean goTogether(ResolvedPart left, ResolvedPart right) {
    boolean fit = Shapes.fit(left.shape(), right.shape());
    if (!fit) {
      tell(Fault.SHAPES_DIFFER, left, right, transposedToFit(left, right));
    }
    return fit;
  }

  boolean goTogether(List<ResolvedPart> parts) {
    ResolvedPart widest = parts.getFirst();
    for (ResolvedPart part : parts.subList(1, parts.size())) {
      if (!goTogether(widest, part)) {
        return false;
      }
      widest = wider(widest, part);
    }
    return true;
  }

  /// The one whose shape both have together.
  static ResolvedPart wider(ResolvedPart left, ResolvedPart right) {
    Shape both = Shapes.together(left.shape(), right.shape());
    return both.equals(left.shape()) ? left : right;
  }

  private Optional<String> transposedToFit(ResolvedPart left, ResolvedPart right) {
    return Shapes.fit(left.shape(), right.shape().transposed()) && !isPrimed(right)
        ? Optional.of("the transpose in " + primed(right))
        : Optional.empty();
  }

  boolean areEqual(ResolvedPart left, ResolvedPart right) {
    boolean equal = left.shape().equals(right.shape());
    if (!equal) {
      tell(Fault.SHAPES_DIFFER, left, right, transposedToFit(left, right));
    }
    return equal;
  }

  boolean haveEqualRows(ResolvedPart left, ResolvedPart right) {
    boolean equal = left.shape().rows().equals(right.shape().rows());
    if (!equal) {
      Index lefts = left.shape().rows();
      tell(Fault.NOT_SIDE_BY_SIDE, left, right, Optional.empty(), right.shape().rows(), lefts);
    }
    return equal;
  }

  /// As factors of a matrix product.
  boolean multiply(ResolvedPart left, ResolvedPart right) {
    boolean fit = left.shape().columns().equals(right.shape().rows());
    if (!fit) {
      tell(
          Fault.INNER_SIZES_DIFFER,
          left,
          right,
          forgotten(left, right),
          left.shape().columns(),
          right.shape().rows());
    }
    return fit;
  }

  private Optional<String> forgotten(ResolvedPart left, ResolvedPart right) {
    Shape a = left.shape();
    Shape b = right.shape();
    if (a.equals(b)) {
      String dot = "the dot in %s .* %s".formatted(text(left), text(right));
      return transposedLeft(left, right)
          .map(prime -> prime + ", or " + dot)
          .or(() -> Optional.of(dot));
    }
    Index lack = b.rows().minus(a.columns());
    if (lack.is(1) && !a.columns().is(1)) {
      return Optional.of("the column of ones");
    }
    if (lack.is(-1) && !b.rows().is(1)) {
      return Optional.of(b.isVector() ? "the entry 1" : "the row of ones");
    }
    if (a.rows().equals(b.rows())) {
      return transposedLeft(left, right);
    }
    return a.columns().equals(b.columns()) && !isPrimed(right)
        ? Optional.of("the transpose in " + text(left) + "*" + primed(right))
        : Optional.empty();
  }

  private Optional<String> transposedLeft(ResolvedPart left, ResolvedPart right) {
    return isPrimed(left)
        ? Optional.empty()
        : Optional.of("the transpose in " + primed(left) + "*" + text(right));
  }

  /// Nobody forgets a second prime.
  private boolean isPrimed(ResolvedPart part) {
    return text(part).endsWith("'");
  }

  private String primed(ResolvedPart part) {
    return text(part) + "'";
  }

  /// As typed, in brackets where an operator stands in it.
  String text(ResolvedPart part) {
    String typed = failures.text(part.span());
    return OPERAND.matcher(typed).matches() ? typed : "(" + typed + ")";
  }

  /// `W is 5 x 1, D is n x 4: …`, at the right part.
  private void tell(
      Fault fault,
      ResolvedPart left,
      ResolvedPart right,
      Optional<String> forgotten,
      Object... further) {
    Object[] details = new Object[4 + further.length];
    details[0] = failures.text(right.span());
    details[1] = ResolvedPart.said(right.shape());
    details[2] = failures.text(left.span());
    details[3] = ResolvedPart.said(left.shape());
    System.arraycopy(further, 0, details, 4, further.length);
    failures.tellUnlessWithin(
        left.span().to(right.span()),
        fault.at(failures.source(), right.span(), details).suggesting(forgotten));
  }

  boolean isScalar(ResolvedPart part) {
    return isScalar(part, Fault.SCALAR_NEEDED, Optional.empty());
  }

  /// Whether the part is a scalar; else the fault is told with the part and its shape.
  boolean isScalar(ResolvedPart part, Fault otherwise, Optional<String> suggestion) {
    if (!part.isScalar()) {
      Diagnostic diagnostic =
          otherwise.at(
              failures.source(),
              part.span(),
              failures.text(part.span()),
              ResolvedPart.said(part.shape()));
      failures.tellUnlessWithin(part.span(), diagnostic.suggesting(suggestion));
    }
    return part.isScalar();
  }

  boolean isSquare(ResolvedPart part, String function, String needed) {
    boolean square = part.shape().isMatrix() && part.shape().rows().equals(part.shape().columns());
    if (!square) {
      failures.tellUnlessWithin(
          part.span(),
          Fault.SQUARE_NEEDED.at(
              failures.source(),
              part.span(),
              function,
              needed,
              failures.text(part.span()),
              ResolvedPart.said(part.shape())));
    }
    return square;
  }
}
