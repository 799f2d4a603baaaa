package gradus.syntax.written;

import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.syntax.source.Span;
import gradus.syntax.written.Written.Branch;
import gradus.syntax.written.Written.Comparison;
import gradus.syntax.written.Written.Factor;
import gradus.syntax.written.Written.Ranging;
import gradus.syntax.written.Written.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers for size and index letters, put into what was written: with k = 2, `W[k] * z[k-1]` is
/// `W[2] * z[1]`. A sum over a letter with numbers as bounds is written out.
///
/// @param values by letter, with its labels where it has some: `L`, `n[0]`
public record LetterUnrolling(Map<Letter, Integer> values) {
  /// A larger number is none of a size or a label.
  public static final int LARGEST = 1_000_000;

  /// A longer range is not written out.
  private static final int LONGEST = 10_000;

  public LetterUnrolling {
    values = Map.copyOf(values);
  }

  public LetterUnrolling with(String letter, int value) {
    return with(Letter.of(Name.of(letter)), value);
  }

  public LetterUnrolling with(Letter letter, int value) {
    Map<Letter, Integer> more = new HashMap<>(values);
    more.put(letter, value);
    return new LetterUnrolling(more);
  }

  /// Names that mean something else here are no letters.
  public LetterUnrolling without(List<Written.Name> names) {
    Map<Letter, Integer> rest = new HashMap<>(values);
    names.forEach(name -> rest.remove(Letter.of(Name.of(name.text()))));
    return new LetterUnrolling(rest);
  }

  /// The letter that a name with numbers as labels is: `n[k-1]` with k = 1 is `n[0]`.
  public Optional<Letter> letter(Written.Name name) {
    return name.entries().isEmpty()
        ? Indices.all(labelled(name).labels())
            .map(labels -> new Letter(Name.of(name.text()), labels))
        : Optional.empty();
  }

  /// The integer that a label, a bound or a size comes to.
  public Optional<Integer> integer(Written written) {
    return switch (in(written)) {
      case Written.Number(Rational value, _, _) -> integer(value);
      case Written.Negated(Written value, _) -> integer(value).map(n -> -n);
      case Written.Sum(List<Term> terms, _) -> {
        long sum = 0;
        for (Term term : terms) {
          Optional<Integer> value = integer(term.value());
          if (value.isEmpty()) {
            yield Optional.empty();
          }
          sum += term.negative() ? -value.get() : value.get();
        }
        yield exact(sum);
      }
      case Written.Product(List<Factor> factors, _) -> {
        Optional<Integer> product = Optional.of(1);
        for (Factor factor : factors) {
          Optional<Integer> value = integer(factor.value());
          if (value.isEmpty() || factor.operator() != Written.Operator.TIMES) {
            yield Optional.empty();
          }
          product = product.flatMap(before -> exact((long) before * value.get()));
        }
        yield product;
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> integer(Rational value) {
    boolean small = value.isInteger() && value.numerator().bitLength() < Integer.SIZE;
    return small && Math.abs(value.numerator().longValue()) <= LARGEST
        ? Optional.of(value.numerator().intValue())
        : Optional.empty();
  }

  private static Optional<Integer> exact(long value) {
    return value == (int) value ? Optional.of((int) value) : Optional.empty();
  }

  /// The same with numbers for letters.
  public Written in(Written written) {
    return switch (written) {
      case Written.Name name -> name(name);
      case Written.Sum(List<Term> terms, Span span) ->
          new Written.Sum(
              terms.stream().map(t -> new Term(t.negative(), in(t.value()))).toList(), span);
      case Written.Product(List<Factor> factors, Span span) ->
          new Written.Product(
              factors.stream().map(f -> new Factor(f.operator(), in(f.value()))).toList(), span);
      case Written.Negated(Written value, Span span) -> new Written.Negated(in(value), span);
      case Written.Power(Written base, Written exponent, boolean entrywise, Span span) ->
          new Written.Power(in(base), in(exponent), entrywise, span);
      case Written.Transposed(Written value, Span span) -> new Written.Transposed(in(value), span);
      case Written.Absolute(Written value, Span span) -> new Written.Absolute(in(value), span);
      case Written.Call call -> call(call);
      case Written.Matrix(List<List<Written>> rows, Span span) ->
          new Written.Matrix(rows.stream().map(this::in).toList(), span);
      case Written.Cases(List<Branch> branches, Span span) ->
          new Written.Cases(branches.stream().map(this::branch).toList(), span);
      case Ranging(String letter, Written from, Written to, Span span) ->
          new Ranging(letter, in(from), in(to), span);
      case Written.Entry(Written value, List<Written> entries, Span span) ->
          new Written.Entry(in(value), in(entries), span);
      case Written.Between(Written from, Written to, Span span) ->
          new Written.Between(in(from), in(to), span);
      case Written.Option(String name, Written value, Span span) ->
          new Written.Option(name, in(value), span);
      case Written.Number _, Written.All _ -> written;
    };
  }

  public List<Written> in(List<Written> all) {
    return all.stream().map(this::in).toList();
  }

  private Written name(Written.Name name) {
    Optional<Integer> value =
        letter(name).flatMap(letter -> Optional.ofNullable(values.get(letter)));
    return value
        .<Written>map(number -> new Written.Number(Rational.of(number), false, name.span()))
        .orElseGet(() -> labelled(name));
  }

  /// The name with its labels as numbers where they come to one.
  public Written.Name labelled(Written.Name name) {
    List<Written> labels = name.labels().stream().map(this::label).toList();
    return new Written.Name(name.text(), labels, in(name.entries()), name.span());
  }

  private Written label(Written label) {
    return integer(label)
        .<Written>map(number -> new Written.Number(Rational.of(number), false, label.span()))
        .orElseGet(() -> in(label));
  }

  private Branch branch(Branch branch) {
    List<Comparison> comparisons =
        branch.comparisons().stream()
            .map(c -> new Comparison(in(c.left()), c.relation(), in(c.right())))
            .toList();
    return new Branch(in(branch.value()), comparisons);
  }

  private Written call(Written.Call call) {
    return writtenOut(call)
        .orElseGet(() ->
            new Written.Call(
                labelled(call.function()), call.primes(), in(call.arguments()), call.span()));
  }

  /// Whether `x_i` stands in it: an entry, if nothing is called `x_i`, which is found out later.
  private static boolean hasEntries(Written written, String letter) {
    return Mentions.of(written).stream()
        .anyMatch(name -> name.entries().isEmpty() && name.text().endsWith("_" + letter));
  }

  /// `sum(i in 1..3, w[i] * x[i])` as its three terms.
  private Optional<Written> writtenOut(Written.Call call) {
    boolean isSum = call.function().text().equals("sum") && call.arguments().size() == 2;
    if (!isSum || !(call.arguments().getFirst() instanceof Ranging ranging)) {
      return Optional.empty();
    }
    if (hasEntries(call.arguments().getLast(), ranging.letter())) {
      return Optional.empty();
    }
    Optional<Integer> from = integer(ranging.from());
    Optional<Integer> to = integer(ranging.to());
    if (from.isEmpty() || to.isEmpty() || to.get() - from.get() >= LONGEST) {
      return Optional.empty();
    }
    List<Term> terms = new ArrayList<>();
    for (int i = from.get(); i <= to.get(); i++) {
      terms.add(new Term(false, with(ranging.letter(), i).in(call.arguments().getLast())));
    }
    return Optional.of(
        terms.isEmpty()
            ? new Written.Number(Rational.ZERO, false, call.span())
            : new Written.Sum(terms, call.span()));
  }
}
