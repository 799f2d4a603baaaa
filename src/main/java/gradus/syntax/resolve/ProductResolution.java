package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Shape;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Factor;
import java.util.List;
import java.util.Optional;

/// Products and quotients, from left to right, as their signs are written: of scalars, of matrices,
/// entry by entry.
final class ProductResolution {
  private final PartialResolution partials;
  private final Resolution resolution;
  private final Conformability fitting;

  ProductResolution(PartialResolution partials, Resolution resolution, Conformability fitting) {
    this.partials = partials;
    this.resolution = resolution;
    this.fitting = fitting;
  }

  Expr formula(Written.Product product) {
    Factors factors = new Factors();
    List<Factor> written = product.factors();
    Span before = written.getFirst().value().span();
    Span whole = product.span();
    for (int i = 0; i < written.size(); i++) {
      Factor factor = written.get(i);
      Optional<Expr> partial =
          i + 1 < written.size() ? partials.formula(factor, written.get(i + 1)) : Optional.empty();
      Span span = factor.value().span();
      if (partial.isPresent()) {
        i++;
        span = span.to(written.get(i).value().span());
      }
      Expr value = partial.orElseGet(() -> resolution.formula(factor.value()));
      append(factors, before, factor, ResolvedPart.of(value, span));
      before = i == 0 ? span : withBrackets(new Span(whole.start(), span.end()), whole.end());
    }
    return factors.formula();
  }

  /// Brackets around the last factor are no part of it.
  private Span withBrackets(Span factors, int most) {
    int end = factors.end();
    for (int i = end; i < most; i++) {
      char c = resolution.source().text().charAt(i);
      if (c == ')') {
        end = i + 1;
      } else if (!Character.isWhitespace(c)) {
        break;
      }
    }
    return new Span(factors.start(), end);
  }

  private void append(Factors factors, Span before, Factor factor, ResolvedPart right) {
    ResolvedPart left = new ResolvedPart(Formulas.ONE, factors.shape(), before);
    boolean scalar = left.isScalar() || right.isScalar();
    boolean literal = factor.value() instanceof Written.Number;
    switch (factor.operator()) {
      case TIMES -> {
        if (scalar) {
          factors.times(right.formula(), right.shape());
        } else if (fitting.multiply(left, right)) {
          Shape both = Shape.matrix(left.shape().rows(), right.shape().columns());
          factors.matrixTimes(right.formula(), both);
        }
      }
      case ENTRYWISE_TIMES -> {
        if (fitting.goTogether(left, right)) {
          factors.times(right.formula(), right.shape());
        }
      }
      case DIVIDED_BY -> {
        if (fitting.isScalar(right, Fault.DIVISION_BY_MATRIX, entrywise(left, "./", right))) {
          factors.dividedBy(right, literal);
        }
      }
      case ENTRYWISE_DIVIDED_BY -> {
        if (fitting.goTogether(left, right)) {
          factors.dividedBy(right, literal);
        }
      }
    }
  }

  private Optional<String> entrywise(ResolvedPart left, String operator, ResolvedPart right) {
    return Optional.of(fitting.text(left) + " " + operator + " " + fitting.text(right));
  }
}
