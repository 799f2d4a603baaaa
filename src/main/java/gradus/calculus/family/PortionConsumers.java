package gradus.calculus.family;

import gradus.calculus.indices.BoundLetters;
import gradus.calculus.indices.FreshLetters;
import gradus.calculus.step.Consumer;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The consumers of one portion: of `z[k]` the member `a[k+1]` of a family that refers to `z[k-1]`,
/// and all members, summed over, of one that refers to what they share.
public final class PortionConsumers {
  private final Portion portion;
  private final Set<Name> taken;

  private PortionConsumers(Portion portion, Set<Name> taken) {
    this.portion = portion;
    this.taken = taken;
  }

  /// @param taken letters that a sum over members must not run over
  public static List<Consumer> of(Portion portion, Set<Name> taken) {
    Map<Definition, List<Reference>> byUser = new LinkedHashMap<>();
    portion
        .references()
        .forEach(reference ->
            byUser.computeIfAbsent(reference.user(), _ -> new ArrayList<>()).add(reference));
    PortionConsumers consumers = new PortionConsumers(portion, taken);
    return byUser.entrySet().stream()
        .flatMap(entry -> consumers.of(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private List<Consumer> of(Definition user, List<Reference> references) {
    if (user.family().isEmpty()) {
      Expr apart = BoundLetters.renamedBesides(user.formula(), ownLetters(), taken);
      return List.of(new Consumer((Quantity) user.symbol(), apart, Optional.empty()));
    }
    Family family = user.family().get();
    Set<Index> members = new LinkedHashSet<>();
    for (Reference reference : references) {
      label().flatMap(reference::member).ifPresent(members::add);
    }
    List<Consumer> consumers = new ArrayList<>();
    members.forEach(member -> consumers.add(member(user, family, member, Optional.empty())));
    if (references.stream().anyMatch(reference -> reference.offset().isEmpty())) {
      consumers.add(others(user, family, members));
    }
    return consumers;
  }

  /// What sums inside a formula must not run over.
  private Set<Name> ownLetters() {
    Set<Name> letters = new LinkedHashSet<>();
    label().ifPresent(label -> label.letters().forEach(letter -> letters.add(letter.name())));
    return letters;
  }

  private Optional<Index> label() {
    return portion.quantity().labels().stream().findFirst();
  }

  /// All members, but those that are counted one by one at an end of the range.
  private Consumer others(Definition user, Family family, Set<Index> members) {
    Index from = family.from();
    Index to = family.to();
    for (Index member : members) {
      if (member.equals(from)) {
        from = from.plus(1);
      } else if (member.equals(to)) {
        to = to.plus(-1);
      } else {
        throw new Refusal.Found(new Refusal.Undecided(member, from));
      }
    }
    boolean isFree = label().filter(label -> label.mentions(family.letter())).isEmpty();
    Name letter =
        isFree ? family.letter() : FreshLetters.preferring(List.of("s", "r", "q"), taken).next();
    return member(user, family, Index.of(letter), Optional.of(new Family(letter, from, to)));
  }

  private Consumer member(Definition user, Family family, Index label, Optional<Family> over) {
    Set<Name> letters = new LinkedHashSet<>();
    label.letters().forEach(letter -> letters.add(letter.name()));
    Quantity symbol =
        IndexSubstitution.with(
            (Quantity) user.symbol(),
            letter -> letter.equals(Letter.of(family.letter())) ? label : Index.of(letter));
    letters.addAll(ownLetters());
    Expr apart = BoundLetters.renamedBesides(user.formula(), letters, taken);
    return new Consumer(symbol, IndexSubstitution.with(apart, family.letter(), label), over);
  }
}
