package gradus.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A whole number written in letters: `3`, `k - 1`, `n[k-1]`, `2·d + 1`. Sizes, labels, indices and
/// the bounds of sums are such numbers.
///
/// A polynomial with whole coefficients in normal form, so that equal ones are `equals`: terms in
/// the order of their letters, the constant last, none with a coefficient of zero.
public record Index(List<Term> terms) {
  public static final Index ZERO = new Index(List.of());
  public static final Index ONE = of(1);

  private static final Comparator<List<Letter>> LETTERS_FIRST =
      Comparator.<List<Letter>, Boolean>comparing(List::isEmpty)
          .thenComparing(letters -> letters.stream().map(Letter::key).toList().toString());

  public Index {
    terms = List.copyOf(terms);
  }

  /// A letter for a whole number, perhaps with labels of its own: `n`, `n[k-1]`.
  public record Letter(Name name, List<Index> labels) {
    public Letter {
      labels = List.copyOf(labels);
    }

    public static Letter of(Name name) {
      return new Letter(name, List.of());
    }

    private String key() {
      return name.key() + labels;
    }

    /// As it is typed.
    @Override
    public String toString() {
      return name.spelling() + Index.listed(labels);
    }
  }

  /// `coefficient · letters`, a letter as often as its power.
  public record Term(int coefficient, List<Letter> letters) {
    public Term {
      letters = List.copyOf(letters);
    }
  }

  public static Index of(int number) {
    return number == 0 ? new Index(List.of()) : new Index(List.of(new Term(number, List.of())));
  }

  public static Index of(Letter letter) {
    return new Index(List.of(new Term(1, List.of(letter))));
  }

  public static Index of(Name letter) {
    return of(Letter.of(letter));
  }

  /// Whatever its letters are, which are at least 1.
  public boolean isNeverPositive() {
    return terms.stream().allMatch(term -> term.coefficient() <= 0);
  }

  /// The number, where no letter is left.
  public OptionalInt constant() {
    return isNumber() ? OptionalInt.of(number()) : OptionalInt.empty();
  }

  public boolean is(int number) {
    return isNumber() && number() == number;
  }

  private boolean isNumber() {
    return terms.isEmpty() || terms.size() == 1 && terms.getFirst().letters().isEmpty();
  }

  private int number() {
    return terms.isEmpty() ? 0 : terms.getFirst().coefficient();
  }

  public Index plus(Index other) {
    if (isNumber() && other.isNumber()) {
      return of(Math.addExact(number(), other.number()));
    }
    if (terms.isEmpty() || other.terms.isEmpty()) {
      return terms.isEmpty() ? other : this;
    }
    List<Term> all = new ArrayList<>(terms);
    all.addAll(other.terms);
    return normal(all);
  }

  public Index plus(int number) {
    return plus(of(number));
  }

  public Index minus(Index other) {
    return plus(other.times(of(-1)));
  }

  public Index times(Index other) {
    if (is(1) || other.is(1)) {
      return is(1) ? other : this;
    }
    if (isNumber() && other.isNumber()) {
      return of(Math.multiplyExact(number(), other.number()));
    }
    List<Term> products = new ArrayList<>();
    for (Term left : terms) {
      for (Term right : other.terms) {
        List<Letter> letters = new ArrayList<>(left.letters());
        letters.addAll(right.letters());
        letters.sort(Comparator.comparing(Letter::key));
        products.add(
            new Term(Math.multiplyExact(left.coefficient(), right.coefficient()), letters));
      }
    }
    return normal(products);
  }

  private static Index normal(List<Term> terms) {
    TreeMap<List<Letter>, Integer> coefficients = new TreeMap<>(LETTERS_FIRST);
    terms.forEach(term -> coefficients.merge(term.letters(), term.coefficient(), Math::addExact));
    return new Index(
        coefficients.entrySet().stream()
            .filter(entry -> entry.getValue() != 0)
            .map(entry -> new Term(entry.getValue(), entry.getKey()))
            .toList());
  }

  /// Every letter, those in labels of letters included.
  public Set<Letter> letters() {
    Set<Letter> letters = new LinkedHashSet<>();
    for (Term term : terms) {
      for (Letter letter : term.letters()) {
        letters.add(letter);
        letter.labels().forEach(label -> letters.addAll(label.letters()));
      }
    }
    return letters;
  }

  public boolean mentions(Name letter) {
    return letters().contains(Letter.of(letter));
  }

  /// Puts numbers in for letters. A letter's labels are changed first: with k = 2, `n[k-1]` is
  /// looked up as `n[1]`.
  public Index with(Function<Letter, Index> values) {
    if (isNumber()) {
      return this;
    }
    Index sum = ZERO;
    for (Term term : terms) {
      Index product = of(term.coefficient());
      for (Letter letter : term.letters()) {
        List<Index> labels = Formulas.mapped(letter.labels(), label -> label.with(values));
        product = product.times(values.apply(new Letter(letter.name(), labels)));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  public Index with(Name letter, Index value) {
    return with(other -> other.equals(Letter.of(letter)) ? value : of(other));
  }

  /// Of a number at once: entries are looked up by their indices all the time.
  @Override
  public boolean equals(Object other) {
    return other instanceof Index index
        && (isNumber()
            ? index.isNumber() && index.number() == number()
            : terms.equals(index.terms));
  }

  @Override
  public int hashCode() {
    return isNumber() ? number() : terms.hashCode();
  }

  /// `[k-1]`, or nothing for no labels.
  static String listed(List<Index> labels) {
    return labels.isEmpty()
        ? ""
        : labels.stream().map(Index::toString).collect(Collectors.joining(",", "[", "]"));
  }

  /// As it is typed, without spaces: `2*d+1`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      text.append(term.coefficient() < 0 ? "-" : text.isEmpty() ? "" : "+");
      int size = Math.abs(term.coefficient());
      List<String> factors =
          new ArrayList<>(term.letters().stream().map(Letter::toString).toList());
      if (size != 1 || factors.isEmpty()) {
        factors.addFirst(String.valueOf(size));
      }
      text.append(String.join("*", factors));
    }
    return text.isEmpty() ? "0" : text.toString();
  }
}
