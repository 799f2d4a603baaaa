package gradus.check.answer;

import gradus.check.answer.CheckedAnswer.CheckedClaim;
import gradus.check.answer.Finding.Grounds;
import gradus.syntax.answer.Link;
import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Big;
import gradus.syntax.answer.Notated.Scripted;
import gradus.syntax.answer.Notated.Superscript;
import gradus.syntax.answer.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which claims speak of networks of all sizes, where data are given for one.
///
/// A claim that writes out vectors or sums entry by entry, or that mentions a number which is one
/// of the sizes, may be about that one only.
///
/// @param given the sizes of the data; without data every claim speaks of all
record AllSizes(Set<Integer> given) {
  boolean concern(CheckedClaim claim) {
    return given.isEmpty()
        || claim.findings().stream()
            .allMatch(finding -> mayBeGeneral(finding) && concern(finding.link()));
  }

  private static boolean mayBeGeneral(Finding finding) {
    return switch (finding.verdict()) {
      case CORRECT -> finding.grounds() == Grounds.WORLDS;
      case UNDECIDED -> true;
      case WRONG, UNREADABLE, FOLLOWS, NOTED, INTRODUCES, SKIPPED -> false;
    };
  }

  private boolean concern(Link link) {
    return Stream.of(link.left(), link.right())
        .map(Side::tree)
        .allMatch(tree -> tree.filter(this::isGeneral).isPresent());
  }

  private boolean isGeneral(Notated tree) {
    return switch (tree) {
      case Notated.Matrix _ -> false;
      case Notated.Group group when group.items().size() > 1 -> false;
      case Notated.Number(String digits, _) ->
          given.stream().noneMatch(size -> size > 1 && digits.equals(String.valueOf(size)));
      default ->
          tree.children().stream().allMatch(this::isGeneral)
              && scripts(tree).allMatch(script -> isOffset(script) || isGeneral(script));
    };
  }

  /// `L-2` is a layer of any network.
  private static boolean isOffset(Notated script) {
    return script instanceof Notated.Sum(List<Notated.Term> terms, _)
        && terms.stream().anyMatch(term -> !(term.value() instanceof Notated.Number));
  }

  private static Stream<Notated> scripts(Notated tree) {
    return switch (tree) {
      case Scripted(_, List<Notated> below, List<Superscript> above, _) -> all(below, above);
      case Big(_, List<Notated> below, List<Superscript> above, _, _) -> all(below, above);
      default -> Stream.of();
    };
  }

  private static Stream<Notated> all(List<Notated> below, List<Superscript> above) {
    List<Notated> all = new ArrayList<>(below);
    for (Superscript script : above) {
      switch (script) {
        case Superscript.Raised(Notated value) -> all.add(value);
        case Superscript.Label(List<Notated> values) -> all.addAll(values);
        case Superscript.Primes _, Superscript.Transposition _ -> {}
      }
    }
    return all.stream();
  }
}
