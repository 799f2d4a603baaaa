package gradus.network;

import gradus.expr.Alphabet;
import gradus.expr.Index;
import gradus.expr.Lettering;
import gradus.expr.Lettering.Sign;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Entry;
import gradus.syntax.Span;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What a sheet shows of a name: a base, an index of several parts, and labels above. Further parts
/// of the index are open where it stands for many: the entries of a vector, the sizes of a family.
///
/// @param above how many labels there are; which ones makes no difference to a reader
record Look(
    Quantity name,
    Span span,
    List<Sign> base,
    List<List<Sign>> index,
    List<Place> open,
    int above) {
  Look {
    index = List.copyOf(index);
    open = List.copyOf(open);
  }

  /// Where a number from `first` to `last`, or a letter, may stand in an index.
  record Place(int first, int last) {
    boolean takes(List<Sign> part, Set<List<Sign>> letters) {
      return letters.contains(part)
          || part.size() == 1
              && part.getFirst() instanceof Sign.Digits(String digits)
              && isWithin(digits);
    }

    private boolean isWithin(String digits) {
      boolean isNumber = digits.length() < 10 && (digits.length() == 1 || digits.charAt(0) != '0');
      return isNumber && Integer.parseInt(digits) >= first && Integer.parseInt(digits) <= last;
    }
  }

  /// Looks of one key are the same, but for what stands in the open places.
  record Key(List<Sign> base, List<List<Sign>> index, int open, int above) {}

  /// That of a quantity as it is typed.
  static Look of(Written.Name name) {
    return of(Name.of(name.text()), name.span(), name.labels().size());
  }

  /// That of the letter of a sum or a family.
  static Look ofLetter(String letter, Span span) {
    return of(Name.of(letter), span, 0);
  }

  private static Look of(Name name, Span span, int above) {
    Lettering lettering = Lettering.of(name);
    return new Look(Quantity.of(name), span, lettering.base(), lettering.index(), List.of(), above);
  }

  /// Labels of sizes and functions stand below, those of quantities above.
  static Look of(Entry entry) {
    Look plain = of(entry.quantity().name(), entry.span(), entry.quantity().labels().size());
    return switch (entry.kind()) {
      case DECLARED, DEFINED, ALIAS ->
          new Look(entry.quantity(), entry.span(), plain.base, plain.index, List.of(), plain.above);
      case FUNCTION, SIZE, RATE -> plain.labelledBelow(entry.quantity());
    };
  }

  private Look labelledBelow(Quantity labelled) {
    List<List<Sign>> all = new ArrayList<>(index);
    List<Place> places = new ArrayList<>();
    for (Index label : labelled.labels()) {
      if (label.constant().isPresent() && places.isEmpty()) {
        all.add(List.of(new Sign.Digits(label.toString())));
      } else {
        places.add(new Place(0, Integer.MAX_VALUE));
      }
    }
    return new Look(labelled, span, base, all, places, 0);
  }

  /// That of its entries.
  Look entries(int origin) {
    List<Place> places =
        name.shape().axes().stream()
            .map(axis -> new Place(origin, axis.constant().orElse(Integer.MAX_VALUE)))
            .toList();
    return new Look(name, span, base, index, places, above);
  }

  Key key() {
    return new Key(base, index, open.size(), above);
  }

  /// The keys of those whose open places the last parts of its index may stand in, with how many
  /// these are.
  List<Key> openings() {
    return IntStream.range(0, index.size())
        .mapToObj(start ->
            new Key(base, index.subList(0, start), open.size() + index.size() - start, above))
        .toList();
  }

  /// Whether the parts of an index behind its own may stand in its open places.
  boolean takes(List<List<Sign>> other, Set<List<Sign>> letters) {
    List<List<Sign>> rest = other.subList(index.size(), other.size());
    return IntStream.range(0, rest.size()).allMatch(i -> open.get(i).takes(rest.get(i), letters));
  }

  /// With the letters of the last part told apart: entries of matrices have them side by side,
  /// `W_ij`.
  Look spread() {
    if (index.isEmpty() || !index.getLast().stream().allMatch(Sign.Letter.class::isInstance)) {
      return this;
    }
    List<List<Sign>> parts = new ArrayList<>(index.subList(0, index.size() - 1));
    index.getLast().forEach(sign -> parts.add(List.of(sign)));
    return new Look(name, span, base, parts, open, above);
  }

  /// As plain text, where letters of other scripts look Latin; numbers of labels told apart.
  String text() {
    StringBuilder text = new StringBuilder();
    name.name().spelling().codePoints().map(Alphabet::latinLook).forEach(text::appendCodePoint);
    return text.append(" ".repeat(name.labels().size())).toString();
  }

  /// The same with another name.
  Look called(Name other) {
    Lettering lettering = Lettering.of(other);
    return new Look(
        new Quantity(other, name.labels(), name.indices(), name.shape()),
        span,
        lettering.base(),
        lettering.index(),
        List.of(),
        above);
  }

  /// In words.
  String said() {
    String of = open.isEmpty() ? "" : name.shape().isScalar() ? "a member of " : "an entry of ";
    boolean isMember = open.isEmpty() && above == 0;
    return of + "'" + (isMember ? Spelling.of(name) : name.name().spelling()) + "'";
  }
}
