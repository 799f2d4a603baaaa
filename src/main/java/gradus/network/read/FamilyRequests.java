package gradus.network.read;

import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.network.name.SymbolTable;
import gradus.network.name.SymbolTable.Entry;
import gradus.network.name.SymbolTable.Kind;
import gradus.syntax.written.Indices;
import gradus.syntax.written.LetterUnrolling;
import gradus.syntax.written.Mentions;
import gradus.syntax.written.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// `dE/dW[k]` where there are W[1], W[2] and W[3]: one derivative for each.
///
/// Of a family whose bounds are letters it is one for all.
record FamilyRequests(SymbolTable lexicon) {
  List<Written> of(Written partial) {
    Optional<Name> letter = letter(partial);
    if (letter.isEmpty()) {
      return List.of(partial);
    }
    List<Written> members =
        values(partial, letter.get()).stream()
            .map(value ->
                new LetterUnrolling(Map.of()).with(letter.get().spelling(), value).in(partial))
            .filter(this::isThere)
            .flatMap(member -> of(member).stream())
            .toList();
    return members.isEmpty() ? List.of(partial) : members;
  }

  /// A letter without a meaning among the labels of what is not there for all its values at once.
  private Optional<Name> letter(Written partial) {
    return Mentions.of(partial).stream()
        .map(FamilyRequests::quantity)
        .filter(quantity -> lexicon.families(quantity.name()).isEmpty())
        .filter(quantity -> !lexicon.labelled(quantity.name()).isEmpty())
        .flatMap(quantity -> quantity.labels().stream())
        .flatMap(label -> label.letters().stream())
        .filter(letter -> letter.labels().isEmpty())
        .map(Index.Letter::name)
        .filter(name -> !lexicon.is(Quantity.of(name), Kind.SIZE))
        .findFirst();
  }

  private Set<Integer> values(Written partial, Name letter) {
    Set<Integer> values = new TreeSet<>();
    for (Written.Name mention : Mentions.of(partial)) {
      Quantity typed = quantity(mention);
      for (Entry entry : lexicon.labelled(typed.name())) {
        for (int i = 0;
            i < Math.min(typed.labels().size(), entry.quantity().labels().size());
            i++) {
          Index offset = typed.labels().get(i).minus(Index.of(letter));
          OptionalInt value = entry.quantity().labels().get(i).minus(offset).constant();
          if (offset.letters().isEmpty() && value.isPresent()) {
            values.add(value.getAsInt());
          }
        }
      }
    }
    return values;
  }

  private boolean isThere(Written partial) {
    return Mentions.of(partial).stream()
        .map(FamilyRequests::quantity)
        .filter(quantity -> !quantity.labels().isEmpty())
        .allMatch(quantity -> lexicon.entry(quantity).isPresent());
  }

  /// What stands behind the d.
  private static Quantity quantity(Written.Name name) {
    boolean isDifferential = name.text().startsWith("d") || name.text().startsWith("∂");
    String text =
        isDifferential && name.text().length() > 1 ? name.text().substring(1) : name.text();
    return Quantity.of(Name.of(text), Indices.all(name.labels()).orElse(List.of()));
  }
}
