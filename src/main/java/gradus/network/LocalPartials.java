package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Definition;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a recursion of named adjoints is made of: for `name delta[k] = dE/da[k]` it is
/// `∂a[k]/∂W[k]` and, through `z[k]`, `∂a[k+1]/∂a[k]`.
///
/// Limit: between neighbours, through at most one family without a name of its own, and only where
/// no other such family uses that one; else there are further ways from one to the other, and the
/// derivative along all of them is not local.
final class LocalPartials {
  private final Problem problem;
  private final List<Definition> families;
  private final Set<Name> named = new LinkedHashSet<>();

  LocalPartials(Problem problem) {
    this.problem = problem;
    this.families =
        problem.graph().definitions().stream()
            .filter(definition -> definition.family().isPresent() && isPlain(definition))
            .toList();
    problem.aliases().stream()
        .map(Alias::partial)
        .forEach(partial -> named.add(partial.by().name()));
  }

  /// `a[k]`, labelled by the letter itself.
  private static boolean isPlain(Definition definition) {
    return ((Quantity) definition.symbol()).labels().equals(List.of(letter(definition)));
  }

  private static Index letter(Definition definition) {
    return definition.family().orElseThrow().index();
  }

  List<Partial> all() {
    Set<Partial> all = new LinkedHashSet<>();
    for (Definition family : families) {
      if (isNamed(family)) {
        all.addAll(byParameters(family));
        all.addAll(betweenMembers(family));
      }
    }
    return List.copyOf(all);
  }

  private boolean isNamed(Definition definition) {
    return named.contains(((Quantity) definition.symbol()).name());
  }

  private List<Partial> byParameters(Definition family) {
    Quantity symbol = (Quantity) family.symbol();
    return quantities(family).stream()
        .filter(used ->
            problem.declarations().stream()
                .anyMatch(d -> d.isParameter() && isOf(d.quantity(), used)))
        .filter(used -> used.labels().equals(symbol.labels()))
        .map(used -> Partial.total(symbol, used))
        .toList();
  }

  private static boolean isOf(Quantity declared, Quantity used) {
    return declared.name().equals(used.name()) && declared.labels().size() == used.labels().size();
  }

  private static List<Quantity> quantities(Definition definition) {
    return Formulas.symbols(definition.formula()).stream()
        .filter(Quantity.class::isInstance)
        .map(Quantity.class::cast)
        .toList();
  }

  private List<Partial> betweenMembers(Definition family) {
    List<Partial> all = new ArrayList<>();
    for (Definition user : families) {
      Optional<Index> via = offset(user, family);
      if (via.isPresent() && !isNamed(user) && leadsToNamed(user)) {
        for (Definition next : families) {
          Optional<Index> further = offset(next, user);
          Index ahead = further.map(via.get()::plus).orElse(Index.ZERO);
          if (ahead.is(1) || ahead.is(-1)) {
            all.add(
                Partial.total(
                    member(next, letter(family).minus(ahead)), (Quantity) family.symbol()));
          }
        }
      }
    }
    return all;
  }

  private boolean leadsToNamed(Definition family) {
    return families.stream()
        .filter(user -> offset(user, family).isPresent())
        .allMatch(this::isNamed);
  }

  /// Of `z[k-1]` in the definition of `a[k]` it is -1.
  private static Optional<Index> offset(Definition user, Definition family) {
    return quantities(user).stream()
        .filter(used -> isOf((Quantity) family.symbol(), used))
        .map(used -> used.labels().getFirst().minus(letter(user)))
        .filter(offset -> offset.constant().isPresent())
        .findFirst();
  }

  private static Quantity member(Definition family, Index label) {
    Letter letter = Letter.of(family.family().orElseThrow().letter());
    return Indexing.with(
        (Quantity) family.symbol(), other -> other.equals(letter) ? label : Index.of(other));
  }
}
