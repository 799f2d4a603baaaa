package gradus.calculus;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Symbol.Partial;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Names of adjoints whose labels run along: `name delta[k] = dE/da[k]` names `dE/da[k+1]` too.
///
/// A letter that the network uses otherwise, as a size or as the end of a range, does not run:
/// `delta[L]` is that one.
final class RunningAliases {
  private final List<Alias> aliases;
  private final Set<Name> fixed = new HashSet<>();

  RunningAliases(List<Alias> aliases, Graph graph) {
    this.aliases = List.copyOf(aliases);
    for (Definition definition : graph.definitions()) {
      Set<Name> own = new HashSet<>(FreshLetters.names(definition.formula()));
      own.addAll(FreshLetters.names(new Expr.Ref(definition.symbol())));
      definition
          .family()
          .ifPresent(family -> {
            own.remove(family.letter());
            family.from().letters().forEach(letter -> own.add(letter.name()));
            family.to().letters().forEach(letter -> own.add(letter.name()));
          });
      fixed.addAll(own);
    }
  }

  /// Whether a label stands for every member.
  Optional<Name> running(Index label) {
    return label.letters().stream()
        .map(Letter::name)
        .filter(letter -> label.equals(Index.of(letter)) && !fixed.contains(letter))
        .findFirst();
  }

  Optional<Alias> of(Partial partial) {
    return aliases.stream()
        .filter(alias -> alias.partial().equals(partial))
        .findFirst()
        .or(() -> aliases.stream().flatMap(alias -> member(alias, partial).stream()).findFirst());
  }

  /// The letter of a label that runs along, perhaps with a number added: of `dE/da[k+1]` it is k.
  private Optional<Name> letterOf(Index label) {
    return label.letters().stream()
        .map(Letter::name)
        .filter(letter -> label.minus(Index.of(letter)).constant().isPresent())
        .filter(letter -> !fixed.contains(letter))
        .findFirst();
  }

  private Optional<Alias> member(Alias alias, Partial partial) {
    Partial pattern = alias.partial();
    boolean sameNames =
        pattern.of().equals(partial.of())
            && pattern.by().name().equals(partial.by().name())
            && pattern.by().labels().size() == 1
            && partial.by().labels().size() == 1;
    if (!sameNames) {
      return Optional.empty();
    }
    Index label = pattern.by().labels().getFirst();
    return letterOf(label)
        .map(letter -> {
          Index offset = label.minus(Index.of(letter));
          return labelled(alias, letter, partial.by().labels().getFirst().minus(offset));
        });
  }

  private static Alias labelled(Alias alias, Name letter, Index label) {
    return new Alias(
        Indexing.with(alias.name(), other -> put(other, letter, label)),
        alias.negative(),
        Indexing.with(alias.partial(), other -> put(other, letter, label)));
  }

  private static Index put(Letter other, Name letter, Index label) {
    return other.equals(Letter.of(letter)) ? label : Index.of(other);
  }
}
