package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Derivation.Step;
import gradus.calculus.Reason.Recalled;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The members of one piece of an adjoint, each with numbers for letters: the recursion `δ[k]` for
/// k in 1..L-1 is δ[1] and δ[2] where L is 3. A sum over the labels of a shared quantity is one
/// contribution for each label.
record FamilyMembers(Instance instance) {
  List<Adjoint> of(Adjoint adjoint) {
    if (adjoint.family().isEmpty()) {
      return List.of(with(adjoint, instance::value));
    }
    Family family = adjoint.family().get();
    return instance.members(family).stream()
        .map(value -> with(adjoint, values(family, value)))
        .toList();
  }

  private Function<Letter, Index> values(Family family, int value) {
    Letter running = Letter.of(family.letter());
    return letter -> letter.equals(running) ? Index.of(value) : instance.value(letter);
  }

  /// A label of a label, `n[k]`, is a number only after k is one.
  private Adjoint with(Adjoint adjoint, Function<Letter, Index> values) {
    return new Adjoint(
        Indexing.with(adjoint.partial(), values),
        adjoint.contributions().stream().flatMap(part -> members(part, values)).toList(),
        adjoint.steps().stream()
            .map(step ->
                new Step(MemberSums.with(step.formula(), values), with(step.reason(), values)))
            .toList(),
        MemberSums.with(adjoint.formula(), values),
        adjoint.alias().map(alias -> with(alias, values)));
  }

  private static Reason with(Reason reason, Function<Letter, Index> values) {
    return reason instanceof Recalled(List<Quantity> quantities)
        ? new Recalled(quantities.stream().map(one -> Indexing.with(one, values)).toList())
        : reason;
  }

  private static Alias with(Alias alias, Function<Letter, Index> values) {
    return new Alias(
        Indexing.with(alias.name(), values),
        alias.negative(),
        Indexing.with(alias.partial(), values));
  }

  private Stream<Contribution> members(Contribution part, Function<Letter, Index> values) {
    if (part.over().isEmpty()) {
      return Stream.of(with(part, values));
    }
    Family over = part.over().get();
    return instance.members(over).stream()
        .map(value -> {
          Function<Letter, Index> label = values(over, value);
          return with(
              part,
              letter ->
                  letter.equals(Letter.of(over.letter()))
                      ? label.apply(letter)
                      : values.apply(letter));
        });
  }

  private static Contribution with(Contribution part, Function<Letter, Index> values) {
    return new Contribution(
        Indexing.with(part.consumer(), values),
        part.upstream().map(upstream -> MemberSums.with(upstream, values)),
        MemberSums.with(part.local(), values));
  }
}
