package gradus.syntax;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.syntax.Written.Factor;
import gradus.syntax.Written.Operator;
import gradus.syntax.Written.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Labels, indices, sizes and bounds as written: `k-1`, `2*n+1`, `n[k-1]`.
public final class Indices {
  private Indices() {}

  /// Empty for what is no polynomial in letters with whole coefficients of at most nine digits.
  public static Optional<Index> of(Written written) {
    return switch (written) {
      case Written.Number(Rational value, boolean decimal, _) when !decimal -> of(value);
      case Written.Name name when name.entries().isEmpty() ->
          all(name.labels()).map(labels -> Index.of(new Letter(Name.of(name.text()), labels)));
      case Written.Negated(Written value, _) -> of(value).map(Index.ZERO::minus);
      case Written.Sum(List<Term> terms, _) -> sum(terms);
      case Written.Product(List<Factor> factors, _) -> product(factors);
      case Written _ -> Optional.empty();
    };
  }

  /// Empty if one of them is.
  public static Optional<List<Index>> all(List<Written> written) {
    List<Index> indices = new ArrayList<>();
    written.forEach(one -> of(one).ifPresent(indices::add));
    return indices.size() == written.size() ? Optional.of(indices) : Optional.empty();
  }

  /// What stands behind a `_`: a whole number, or a letter.
  static Written subscript(String text, Span span) {
    return isWhole(text) ? Written.Number.whole(text, span) : Written.Name.plain(text, span);
  }

  /// `12`, as against `1.5` and `1e3`.
  static boolean isWhole(String number) {
    return number.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Index> of(Rational value) {
    return value.isInteger() && value.numerator().bitLength() < 30
        ? Optional.of(Index.of(value.numerator().intValue()))
        : Optional.empty();
  }

  private static Optional<Index> sum(List<Term> terms) {
    return all(terms.stream().map(Term::value).toList())
        .map(values -> {
          Index sum = Index.ZERO;
          for (int i = 0; i < values.size(); i++) {
            sum = terms.get(i).negative() ? sum.minus(values.get(i)) : sum.plus(values.get(i));
          }
          return sum;
        });
  }

  private static Optional<Index> product(List<Factor> factors) {
    boolean multiplies = factors.stream().allMatch(factor -> factor.operator() == Operator.TIMES);
    return multiplies
        ? all(factors.stream().map(Factor::value).toList())
            .map(values -> values.stream().reduce(Index.ONE, Index::times))
        : Optional.empty();
  }
}
