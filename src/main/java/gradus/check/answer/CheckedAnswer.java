package gradus.check.answer;

import gradus.check.sense.Convention;
import gradus.check.sense.Sense.Cause;
import gradus.syntax.answer.Answer;
import gradus.syntax.answer.Claim;
import java.util.ArrayList;
import java.util.EnumMap;
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
    Set<Convention> conventions) {
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

    boolean isDoubtful() {
      return verdict == Verdict.WRONG
          || verdict == Verdict.UNDECIDED
              && findings.stream()
                  .flatMap(finding -> finding.trouble().stream())
                  .anyMatch(t -> t.cause() == Cause.SHAPES || t.cause() == Cause.SIDES);
    }
  }

  /// With what turned out wrong for other sizes.
  CheckedAnswer and(CheckedAnswer other) {
    List<CheckedClaim> both = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      boolean refuted =
          claims.get(i).verdict().isRight() && other.claims.get(i).verdict() == Verdict.WRONG;
      both.add(refuted ? other.claims.get(i) : claims.get(i));
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
  long doubtful() {
    return claims.stream().filter(CheckedClaim::isDoubtful).count();
  }

  long wrong() {
    return claims.stream().filter(claim -> claim.verdict() == Verdict.WRONG).count();
  }
}
