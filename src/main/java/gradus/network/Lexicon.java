package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Indices;
import gradus.syntax.Nearest;
import gradus.syntax.Span;
import gradus.syntax.Statement;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Every name of a file, each with one meaning.
final class Lexicon {
  enum Kind {
    DECLARED,
    DEFINED,
    /// Stands for an adjoint.
    ALIAS,
    FUNCTION,
    /// A letter for a size.
    SIZE,
    /// Known as the rate of a descent only.
    RATE
  }

  /// @param quantity with the shape that is known so far
  /// @param family where the labels mention its letter: then the name has that meaning for each of
  ///   its values
  record Entry(Quantity quantity, Kind kind, Span span, Optional<Family> family) {
    /// Whether formulas can refer to it.
    boolean isQuantity() {
      return switch (kind) {
        case DECLARED, DEFINED, ALIAS -> true;
        case FUNCTION, SIZE, RATE -> false;
      };
    }

    private Entry shaped(Shape shape) {
      return new Entry(quantity.shaped(shape), kind, span, family);
    }

    /// The value of the letter for which the labels are those typed; it may lie outside.
    Optional<Index> value(Quantity typed) {
      return family.flatMap(range -> Members.value(quantity.labels(), typed.labels(), range));
    }

    private boolean mayHave(Index value) {
      return Members.mayBeIn(value, family.orElseThrow());
    }

    private Optional<Entry> member(Quantity typed) {
      return value(typed).filter(this::mayHave).map(this::member);
    }

    /// The meaning at one value of the letter.
    Entry member(Index value) {
      Letter running = Letter.of(family.orElseThrow().letter());
      Quantity member =
          Indexing.with(quantity, letter -> letter.equals(running) ? value : Index.of(letter));
      return new Entry(member, kind, span, family);
    }
  }

  private final Map<Quantity, Entry> entries = new LinkedHashMap<>();
  private final Map<Name, List<Quantity>> labelled = new HashMap<>();
  private final Map<Name, List<Quantity>> families = new HashMap<>();
  private final Map<Quantity, Alias> aliases = new LinkedHashMap<>();
  private final Set<Quantity> failed = new HashSet<>();
  private final int indexOrigin;
  private final Report report;

  private Lexicon(int indexOrigin, Report report) {
    this.indexOrigin = indexOrigin;
    this.report = report;
  }

  /// Enters every name that the statements bring; the first meaning of a name counts.
  static Lexicon of(List<Statement> statements, List<Written.Family> families, Report report) {
    int indexOrigin =
        statements.stream()
            .filter(Statement.IndexFrom.class::isInstance)
            .map(statement -> ((Statement.IndexFrom) statement).origin())
            .findFirst()
            .orElse(1);
    Lexicon lexicon = new Lexicon(indexOrigin, report);
    statements.forEach(lexicon::enterSizes);
    statements.forEach(lexicon::enterNames);
    statements.forEach(lexicon::enterRate);
    families.forEach(lexicon::checkLetter);
    lexicon.entries.values().forEach(lexicon::checkOverlap);
    return lexicon;
  }

  private void enterSizes(Statement statement) {
    if (statement instanceof Statement.Size size) {
      Optional<Family> family = size.family().flatMap(Members::family);
      size.names().forEach(declared -> enter(declared.name(), Kind.SIZE, family));
    }
  }

  private void enterNames(Statement statement) {
    Optional<Family> family = statement.family().flatMap(Members::family);
    switch (statement) {
      case Statement.Declare declare ->
          declare.names().forEach(name -> enter(name, Kind.DECLARED, family));
      case Statement.Define define -> enter(define.name(), Kind.DEFINED, family);
      case Statement.NameAdjoint alias -> enter(alias.name(), Kind.ALIAS, family);
      case Statement.Function function -> enter(function.name(), Kind.FUNCTION, family);
      case Statement.Network _,
          Statement.Size _,
          Statement.LossOverPoints _,
          Statement.Convention _,
          Statement.Layout _,
          Statement.IndexFrom _,
          Statement.Given _,
          Statement.At _,
          Statement.Descend _,
          Statement.Round _,
          Statement.Derive _,
          Statement.Task _ -> {}
    }
  }

  private void enter(Written.Name name, Kind kind, Optional<Family> family) {
    Quantity quantity = quantity(name);
    Optional<Family> own =
        family.filter(
            range -> quantity.labels().stream().anyMatch(label -> label.mentions(range.letter())));
    Entry first = entries.putIfAbsent(quantity, new Entry(quantity, kind, name.span(), own));
    if (first != null) {
      tellTwice(quantity, name.span(), first);
    } else if (!quantity.labels().isEmpty()) {
      Map<Name, List<Quantity>> kin = own.isPresent() ? families : labelled;
      kin.computeIfAbsent(quantity.name(), _ -> new ArrayList<>()).add(quantity);
    }
  }

  private void tellTwice(Quantity quantity, Span span, Entry first) {
    report.add(span, Fault.DEFINED_TWICE, Spelling.of(quantity), report.line(first.span));
  }

  private void enterRate(Statement statement) {
    if (statement instanceof Statement.Descend descend) {
      descend
          .rateName()
          .ifPresent(name -> {
            Quantity rate = quantity(name);
            entries.putIfAbsent(rate, new Entry(rate, Kind.RATE, name.span(), Optional.empty()));
          });
    }
  }

  /// A letter that runs is no name of anything else.
  private void checkLetter(Written.Family family) {
    Quantity letter = Quantity.of(family.letter());
    Entry entry = entries.get(letter);
    if (entry != null) {
      tellTwice(letter, family.span(), entry);
    }
  }

  /// `z[k] for k in 0..L` beside `z[0]`.
  private void checkOverlap(Entry entry) {
    if (entry.family.isEmpty() && !entry.quantity.labels().isEmpty()) {
      family(entry.quantity)
          .ifPresent(other -> {
            boolean isLater = entry.span.start() > other.span.start();
            Entry first = isLater ? other : entry;
            Span second = isLater ? entry.span : other.span;
            tellTwice(entry.quantity, second, first);
          });
    }
  }

  /// What rows, columns and class labels are counted from.
  int indexOrigin() {
    return indexOrigin;
  }

  /// A name with its labels.
  static Quantity quantity(Written.Name name) {
    return Quantity.of(Name.of(name.text()), Indices.all(name.labels()).orElse(List.of()));
  }

  /// Every name once, in the order in which they are entered.
  Collection<Entry> entries() {
    return entries.values();
  }

  /// What a name means; of a family, its member.
  Optional<Entry> entry(Quantity quantity) {
    return Optional.ofNullable(entries.get(quantity)).or(() -> family(quantity));
  }

  private Optional<Entry> family(Quantity quantity) {
    return families(quantity.name()).stream()
        .flatMap(entry -> entry.member(quantity).stream())
        .findFirst();
  }

  /// The entry itself, a family as a whole.
  Optional<Entry> whole(Quantity quantity) {
    return Optional.ofNullable(entries.get(quantity))
        .or(() ->
            families(quantity.name()).stream()
                .filter(entry -> entry.value(quantity).filter(entry::mayHave).isPresent())
                .findFirst());
  }

  /// All of a name that run through a range.
  List<Entry> families(Name name) {
    return entries(families.getOrDefault(name, List.of()));
  }

  /// All of a name that have labels and run through no range.
  List<Entry> labelled(Name name) {
    return entries(labelled.getOrDefault(name, List.of()));
  }

  private List<Entry> entries(List<Quantity> quantities) {
    return quantities.stream()
        .map(quantity -> Objects.requireNonNull(entries.get(quantity)))
        .toList();
  }

  /// The quantity has no sound definition, so no shape.
  void fail(Quantity quantity) {
    failed.add(quantity);
  }

  boolean hasFailed(Entry entry) {
    return whole(entry.quantity).filter(whole -> failed.contains(whole.quantity)).isPresent();
  }

  /// From here on the quantity is known to have that shape.
  void shape(Quantity quantity, Shape shape) {
    entries.computeIfPresent(quantity, (_, entry) -> entry.shaped(shape));
  }

  /// Whether this is the place where the name got its meaning.
  boolean isEnteredAt(Written.Name name) {
    Entry entry = entries.get(quantity(name));
    return entry != null && entry.span.equals(name.span());
  }

  boolean is(Quantity quantity, Kind kind) {
    return entry(quantity).filter(entry -> entry.kind == kind).isPresent();
  }

  List<Name> names(Kind... kinds) {
    return entries.values().stream()
        .filter(entry -> List.of(kinds).contains(entry.kind))
        .map(entry -> called(entry.quantity))
        .toList();
  }

  /// With its labels, as it is typed.
  static Name called(Quantity quantity) {
    return quantity.labels().isEmpty() ? quantity.name() : Name.of(Spelling.of(quantity));
  }

  void stand(Alias alias) {
    aliases.put(alias.name(), alias);
    shape(alias.name(), alias.name().shape());
  }

  /// What a name of an adjoint stands for; of a family, its member.
  Optional<Alias> alias(Quantity quantity) {
    return Optional.ofNullable(aliases.get(quantity))
        .or(() ->
            whole(quantity)
                .flatMap(entry -> entry.value(quantity).flatMap(value -> alias(entry, value))));
  }

  private Optional<Alias> alias(Entry family, Index value) {
    Letter running = Letter.of(family.family.orElseThrow().letter());
    Function<Letter, Index> values = letter -> letter.equals(running) ? value : Index.of(letter);
    return Optional.ofNullable(aliases.get(family.quantity))
        .map(alias ->
            new Alias(
                Indexing.with(alias.name(), values),
                alias.negative(),
                Indexing.with(alias.partial(), values)));
  }

  List<Alias> aliases() {
    return List.copyOf(aliases.values());
  }

  /// Finds a name that must be known, or reports it.
  Optional<Entry> known(Written.Name name) {
    Quantity quantity = quantity(name);
    Optional<Entry> entry = entry(quantity);
    if (entry.isEmpty()) {
      Optional<Diagnostic> outside =
          new Kin(this).outside(quantity, false, report.source(), name.span());
      if (outside.isPresent()) {
        report.accept(outside.get());
        return entry;
      }
      Diagnostic diagnostic =
          Fault.UNKNOWN_NAME.at(report.source(), name.span(), Spelling.of(quantity));
      report.accept(diagnostic.suggesting(Nearest.to(called(quantity), names(Kind.values()))));
    }
    return entry;
  }
}
