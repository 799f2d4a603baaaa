package gradus.syntax.resolve;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Nearest;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Scope;
import gradus.syntax.written.Scope.Meaning;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Factor;
import gradus.syntax.written.Written.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Labels, indices, sizes and bounds: whole numbers in the letters of the scope.
///
/// A request may have letters of its own, such as i and j in `da_j/dW_{i,j}`.
final class IndexResolution {
  private final Scope scope;
  private final Failures failures;
  private final boolean lettersAreFree;

  IndexResolution(Scope scope, Failures failures, boolean lettersAreFree) {
    this.scope = scope;
    this.failures = failures;
    this.lettersAreFree = lettersAreFree;
  }

  /// Empty if one of them is no index; that has been reported.
  Optional<List<Index>> all(List<Written> written) {
    List<Index> indices = new ArrayList<>();
    written.forEach(one -> of(one).ifPresent(indices::add));
    return indices.size() == written.size() ? Optional.of(indices) : Optional.empty();
  }

  Optional<Index> of(Written written) {
    Optional<Index> index = Indices.of(written);
    if (index.isEmpty()) {
      failures.tell(
          Fault.NOT_AN_INDEX.at(failures.source(), written.span(), failures.text(written.span())));
      return index;
    }
    return areLetters(written) ? index.map(this::inScope) : Optional.empty();
  }

  /// The same, where nothing is to be reported.
  Optional<List<Index>> known(List<Written> written) {
    return Indices.all(written).map(all -> all.stream().map(this::inScope).toList());
  }

  private Index inScope(Index index) {
    return index.with(letter -> value(letter).orElse(Index.of(letter)));
  }

  private Optional<Index> value(Letter letter) {
    return scope
        .meaning(Quantity.of(letter.name(), letter.labels()))
        .filter(Meaning.Whole.class::isInstance)
        .map(meaning -> ((Meaning.Whole) meaning).value());
  }

  /// Reports every name that stands for no whole number.
  private boolean areLetters(Written written) {
    return switch (written) {
      case Written.Name name -> allAreLetters(name.labels()) && isLetter(name);
      case Written.Negated(Written value, _) -> areLetters(value);
      case Written.Sum(List<Term> terms, _) ->
          allAreLetters(terms.stream().map(Term::value).toList());
      case Written.Product(List<Factor> factors, _) ->
          allAreLetters(factors.stream().map(Factor::value).toList());
      case Written _ -> true;
    };
  }

  private boolean allAreLetters(List<Written> parts) {
    return parts.stream().filter(part -> !areLetters(part)).toList().isEmpty();
  }

  private boolean isLetter(Written.Name name) {
    Name letter = Name.of(name.text());
    if (isFree(name)) {
      return true;
    }
    List<Index> labels = Indices.all(name.labels()).orElse(List.of());
    List<Index> known = labels.stream().map(this::inScope).toList();
    Optional<Meaning> meaning = scope.meaning(Quantity.of(letter, known));
    if (meaning.isEmpty()) {
      failures.tell(
          Fault.UNKNOWN_NAME
              .at(failures.source(), name.span(), failures.text(name.span()))
              .suggesting(Nearest.to(letter, scope.names())));
    } else if (!(meaning.get() instanceof Meaning.Whole)) {
      failures.tell(Fault.NOT_AN_INDEX.at(failures.source(), name.span(), name.text()));
    }
    return meaning.filter(Meaning.Whole.class::isInstance).isPresent();
  }

  /// A single letter without a meaning, where letters need none.
  boolean isFree(Written.Name name) {
    String text = name.text();
    return lettersAreFree
        && name.labels().isEmpty()
        && text.codePointCount(0, text.length()) == 1
        && scope.meaning(Name.of(text)).isEmpty();
  }
}
