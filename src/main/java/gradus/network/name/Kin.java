package gradus.network.name;

import gradus.expr.Family;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.name.SymbolTable.Entry;
import gradus.network.name.SymbolTable.Kind;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells of a name with labels that is unknown only for its labels, `z[0]`, which others there are.
public record Kin(SymbolTable lexicon) {
  /// @param ofFamily whether a family's formula needs it, so that it is a start that is missing
  public Optional<Diagnostic> outside(Quantity typed, boolean ofFamily, Source source, Span span) {
    List<Entry> labelled = lexicon.labelled(typed.name());
    List<Entry> families = lexicon.families(typed.name());
    String there =
        Stream.concat(families.stream().map(Kin::runs), ends(labelled))
            .collect(Collectors.joining(", "));
    boolean isStart =
        ofFamily && Stream.concat(families.stream(), labelled.stream()).allMatch(Kin::isDefined);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        isStart
            ? noStart(typed, there, source, span)
            : Fault.OUTSIDE_FAMILY.at(source, span, Citation.of(typed), there));
  }

  /// @param there the others that there are
  static Diagnostic noStart(Quantity missing, String there, Source source, Span span) {
    String name = Citation.of(missing);
    return Fault.NO_START.at(source, span, name, there).suggesting(name + " = …");
  }

  private static boolean isDefined(Entry entry) {
    return entry.kind() == Kind.DEFINED;
  }

  /// `z[0] to z[3]`
  private static Stream<String> ends(List<Entry> labelled) {
    List<String> names = labelled.stream().map(entry -> Citation.of(entry.quantity())).toList();
    return names.size() < 3
        ? names.stream()
        : Stream.of(names.getFirst() + " to " + names.getLast());
  }

  /// `z[k] for k in 1..L`
  static String runs(Entry family) {
    Family range = family.family().orElseThrow();
    return Citation.of(family.quantity())
        + " for "
        + range.letter()
        + " in "
        + range.from()
        + ".."
        + range.to();
  }
}
