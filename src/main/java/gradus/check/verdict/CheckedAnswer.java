package gradus.check.verdict;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense.Cause;
import gradus.syntax.paper.Answer;
import gradus.syntax.paper.Claim;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An answer with what was found.
///
/// @param conventions under which the whole of it was read
public record CheckedAnswer(
    Answer answer,
    List<CheckedClaim> claims,
    List<CheckedTask> tasks,
    Set<ReadingConvention> conventions) {
  public CheckedAnswer {
    claims = List.copyOf(claims);
    tasks = List.copyOf(tasks);
    conventions = Set.copyOf(conventions);
  }

  /// @param findings one for each link of the claim
  public record CheckedClaim(Claim claim, Verdict verdict, List<Finding> findings) {
    public CheckedClaim {
      findings = List.copyOf(findings);
    }

    /// Whether it is about layers that there are not enough of.
    boolean hasNoPlace() {
      return verdict == Verdict.UNDECIDED
          && findings.stream()
              .flatMap(finding -> finding.trouble().stream())
              .anyMatch(trouble -> trouble.cause() == Cause.NO_PLACE);
    }

    public boolean isDoubtful() {
      return verdict == Verdict.WRONG
          || verdict == Verdict.UNDECIDED
              && !findings.isEmpty()
              && findings.stream().allMatch(finding -> finding.trouble().isEmpty())
          || verdict == Verdict.UNDECIDED
              && findings.stream()
                  .flatMap(finding -> finding.trouble().stream())
                  .anyMatch(t -> t.cause() == Cause.SHAPES || t.cause() == Cause.SIDES);
    }
  }

  /// With what turned out wrong for other sizes, and what has a place only there.
  public CheckedAnswer and(CheckedAnswer other) {
    List<CheckedClaim> both = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      CheckedClaim here = claims.get(i);
      CheckedClaim there = other.claims.get(i);
      boolean refuted = here.verdict().isRight() && there.verdict() == Verdict.WRONG;
      boolean judged =
          EnumSet.of(Verdict.WRONG, Verdict.NOTED, Verdict.CORRECT).contains(there.verdict());
      both.add(refuted || here.hasNoPlace() && judged ? there : here);
    }
    return new CheckedAnswer(answer, both, tasks, conventions);
  }

  public Map<Verdict, Integer> summary() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    claims.forEach(claim -> counts.merge(claim.verdict(), 1, Integer::sum));
    return counts;
  }

  /// Whether all was read, everything judged is right, something was judged, and nothing is
  /// missing.
  public boolean isRight() {
    return answer.limit().isEmpty()
        && claims.stream().allMatch(claim -> claim.verdict().isRight())
        && claims.stream().anyMatch(claim -> claim.verdict() != Verdict.SKIPPED)
        && tasks.stream().allMatch(task -> task.status() == CheckedTask.Status.DONE);
  }

  /// Whether a person should look at it.
  public boolean needsReview() {
    return answer.limit().isPresent()
        || claims.stream()
            .map(CheckedClaim::verdict)
            .anyMatch(verdict -> verdict == Verdict.UNDECIDED || verdict == Verdict.UNREADABLE);
  }

  /// Claims that are wrong, or of shapes that do not fit.
  public long doubtful() {
    return claims.stream().filter(CheckedClaim::isDoubtful).count();
  }

  long wrong() {
    return claims.stream().filter(claim -> claim.verdict() == Verdict.WRONG).count();
  }
}
