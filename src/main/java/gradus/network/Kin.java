package gradus.network;

import gradus.expr.Family;
import gradus.expr.Name;
import gradus.network.Lexicon.Entry;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells of a name with labels that is unknown only for its labels, `z[0]`, which others there are.
record Kin(Lexicon lexicon, Report report) {
  static Kin of(Lexicon lexicon, Report report) {
    return new Kin(lexicon, report);
  }

  Optional<Diagnostic> outside(Diagnostic diagnostic) {
    String typed = report.text(diagnostic.span());
    int bracket = typed.indexOf('[');
    if (diagnostic.fault() != Fault.UNKNOWN_NAME || bracket < 1) {
      return Optional.empty();
    }
    Name name = Name.of(typed.substring(0, bracket));
    List<Entry> labelled = lexicon.labelled(name);
    String there =
        Stream.concat(lexicon.families(name).stream().map(Kin::runs), ends(labelled))
            .collect(Collectors.joining(", "));
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of(Fault.OUTSIDE_FAMILY.at(report.source(), diagnostic.span(), typed, there));
  }

  /// `z[0] to z[3]`
  private static Stream<String> ends(List<Entry> labelled) {
    List<String> names = labelled.stream().map(entry -> Spelling.of(entry.quantity())).toList();
    return names.size() < 3
        ? names.stream()
        : Stream.of(names.getFirst() + " to " + names.getLast());
  }

  /// `z[k] for k in 1..L`
  static String runs(Entry family) {
    Family range = family.family().orElseThrow();
    return Spelling.of(family.quantity())
        + " for "
        + range.letter()
        + " in "
        + range.from()
        + ".."
        + range.to();
  }
}
