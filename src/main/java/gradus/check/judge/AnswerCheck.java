package gradus.check.judge;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.name.Sense.Nothing;
import gradus.check.sense.Glossary;
import gradus.check.verdict.CheckedAnswer;
import gradus.check.verdict.CheckedAnswer.CheckedClaim;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Finding.Grounds;
import gradus.check.verdict.Verdict;
import gradus.check.world.AnswerState;
import gradus.check.world.ChainSubject;
import gradus.check.world.DecimalPlaces;
import gradus.check.world.Exercise;
import gradus.expr.Expr;
import gradus.expr.Symbol;
import gradus.network.Problem;
import gradus.syntax.paper.Answer;
import gradus.syntax.paper.Chain;
import gradus.syntax.paper.Claim;
import gradus.syntax.paper.Link;
import gradus.syntax.paper.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges a whole answer, claim by claim in the order of its text.
public final class AnswerCheck {
  private static final int EVIDENCE = 2;

  /// Several times a long sheet; what follows is left to a person.
  private static final int MOST_CLAIMS = 500;

  private final Exercise exercise;
  private final Answer answer;
  private final Set<ReadingConvention> conventions;
  private final AnswerState progress;
  private final LinkJudge judging;
  private final Introductions introducing;
  private final FunctionIntroductions functions;
  private final Tasks tasks;
  private ChainSubject head = ChainSubject.NONE;
  private Optional<Side> origin = Optional.empty();
  private Optional<Integer> fault = Optional.empty();
  private int judged;

  private AnswerCheck(
      Exercise exercise, Answer answer, Set<ReadingConvention> conventions, boolean explains) {
    this.exercise = exercise;
    this.answer = answer;
    this.conventions = conventions;
    String text = answer.source().text();
    progress =
        new AnswerState(
            exercise, new Glossary(), DecimalPlaces.in(text), RightClass.isTold(text), explains);
    judging = new LinkJudge(exercise, progress);
    introducing = new Introductions(exercise, progress);
    functions = new FunctionIntroductions(exercise, progress);
    tasks = new Tasks(exercise);
  }

  /// Under the convention for the whole of it, if any, that makes a mess of it right: an answer
  /// that is right all over, or in much more of its lines than read straight.
  ///
  /// Its limit: a single line is no evidence for a convention other than the order of indices.
  ///
  /// Where sizes are letters, what is right has to be so for two choices of them; where the data
  /// are of one size, that holds for what mentions neither data nor that size.
  public static CheckedAnswer of(Exercise exercise, Answer answer) {
    CheckedAnswer first = once(exercise, answer);
    return exercise.other().map(other -> first.and(again(other, exercise, first))).orElse(first);
  }

  private static CheckedAnswer again(Exercise other, Exercise exercise, CheckedAnswer first) {
    AnswerCheck check = new AnswerCheck(other, first.answer(), first.conventions(), true);
    AllSizes sizes = new AllSizes(exercise.sizes().fixed());
    List<CheckedClaim> claims = new ArrayList<>();
    for (CheckedClaim claim : first.claims()) {
      claims.add(
          sizes.concern(claim)
              ? check.guarded(claim.claim(), claims.size())
              : new CheckedClaim(claim.claim(), Verdict.SKIPPED, List.of()));
    }
    return new CheckedAnswer(first.answer(), claims, List.of(), first.conventions());
  }

  private static CheckedAnswer once(Exercise exercise, Answer answer) {
    Set<ReadingConvention> layout = layout(exercise);
    AnswerCheck check = new AnswerCheck(exercise, answer, layout, true);
    CheckedAnswer straight = check.checked();
    long doubtful = straight.doubtful();
    if (doubtful == 0) {
      return straight;
    }
    for (ReadingConvention convention : ReadingConvention.OF_ANSWERS) {
      boolean bold = convention != ReadingConvention.INDICES_SWAPPED;
      if (!check.progress.met().contains(convention) || bold && doubtful < EVIDENCE) {
        continue;
      }
      Set<ReadingConvention> all = EnumSet.of(convention);
      all.addAll(layout);
      long allowed =
          convention == ReadingConvention.SUMMED_LOSS
              ? doubtful - 1
              : Math.max(0, (doubtful - EVIDENCE) / 2);
      if (new AnswerCheck(exercise, answer, all, false).isWithin(allowed, straight)) {
        return new AnswerCheck(exercise, answer, all, true).checked();
      }
    }
    return straight;
  }

  /// Whether no more claims than so many are doubtful, or no longer right.
  private boolean isWithin(long allowed, CheckedAnswer straight) {
    long doubtful = 0;
    for (CheckedClaim before : straight.claims()) {
      CheckedClaim now = guarded(before.claim(), 0);
      boolean lost = before.verdict().isRight() && !now.verdict().isRight();
      doubtful += lost || now.isDoubtful() ? 1 : 0;
      if (doubtful > allowed) {
        return false;
      }
    }
    return true;
  }

  private static Set<ReadingConvention> layout(Exercise exercise) {
    return exercise.problem().layout() == Problem.Layout.NUMERATOR
        ? Set.of(ReadingConvention.NUMERATOR_LAYOUT)
        : Set.of();
  }

  private CheckedAnswer checked() {
    List<CheckedClaim> claims = new ArrayList<>();
    for (Claim claim : answer.claims()) {
      claims.add(guarded(claim, claims.size()));
    }
    return new CheckedAnswer(answer, claims, tasks.checked(), conventions);
  }

  /// A fault of the judge costs its own line only, and leaves that to a person.
  private CheckedClaim guarded(Claim claim, int number) {
    try {
      return checked(claim, number);
    } catch (RuntimeException | StackOverflowError fault) {
      return new CheckedClaim(claim, Verdict.UNDECIDED, List.of());
    }
  }

  private CheckedClaim checked(Claim claim, int number) {
    List<Finding> findings = new ArrayList<>();
    judged += claim.chains().stream().anyMatch(chain -> chain.sides().size() > 1) ? 1 : 0;
    if (judged > MOST_CLAIMS) {
      return new CheckedClaim(claim, Verdict.UNDECIDED, findings);
    }
    Verdict worst = Verdict.SKIPPED;
    for (Chain chain : claim.chains()) {
      for (Finding finding : checked(chain, number)) {
        findings.add(finding);
        worst = worst.worse(finding.verdict());
      }
    }
    boolean unread = findings.isEmpty() && !claim.isReadable();
    CheckedClaim checked = new CheckedClaim(claim, unread ? Verdict.UNREADABLE : worst, findings);
    tasks.note(checked, number);
    return checked;
  }

  /// In `w_0 = w_1 = 0.5` names are equated with the number only.
  private Finding judged(Link link, Chain chain) {
    Side last = chain.sides().getLast();
    boolean data =
        introducing.isData(link.left()) && introducing.isData(link.right()) && isNumber(last);
    Link meant = data ? link.between(link.left(), last) : link;
    Finding finding = judging.of(meant, conventions);
    if (finding.verdict() == Verdict.WRONG && areAlike(link) && isNumber(last)) {
      Finding value = judging.of(link.between(link.left(), last), conventions);
      finding = value.verdict().isRight() ? value : finding;
    }
    return provided(introducing.restated(finding).about(link));
  }

  private boolean isNumber(Side side) {
    return side.tree().isPresent()
        && progress.read(side) instanceof Grid grid
        && grid.entries().stream().allMatch(Expr.Number.class::isInstance);
  }

  /// `∂L/∂w_1 = ∂L/∂w_2 = 0` says of each that it is 0.
  private boolean areAlike(Link link) {
    return partial(link.left())
        .flatMap(left -> partial(link.right()).filter(right -> left.of().equals(right.of())))
        .isPresent();
  }

  private Optional<Symbol.Partial> partial(Side side) {
    return side.tree().isPresent()
            && progress.read(side) instanceof Grid grid
            && grid.isScalar()
            && grid.scalar() instanceof Expr.Ref(Symbol.Partial partial)
        ? Optional.of(partial)
        : Optional.empty();
  }

  /// Under a condition that is not understood nothing is wrong.
  private static Finding provided(Finding finding) {
    Link link = finding.link();
    return finding.verdict() == Verdict.WRONG && !link.proviso().isUnderstood()
        ? Finding.of(link, Verdict.UNDECIDED, Grounds.NONE)
            .troubled(new Nothing(Cause.UNSUPPORTED, link.right().span(), "this condition"))
        : finding;
  }

  private List<Finding> checked(Chain chain, int number) {
    functions.in(chain);
    List<Finding> findings = new ArrayList<>();
    if (!chain.carried()) {
      head = ChainSubject.of(chain, progress);
      origin = Optional.of(chain.sides().getFirst());
      fault = Optional.empty();
    }
    for (Link link : chain.links()) {
      Finding finding =
          introducing
              .name(link)
              .orElseGet(() ->
                  chain.carried()
                      ? continued(judged(link, chain))
                      : fromTheStart(judged(link, chain), findings, chain));
      if (finding.verdict() == Verdict.CORRECT && finding.grounds() == Finding.Grounds.WORLDS) {
        progress.learn(link);
      }
      head = head.after(finding);
      head.keep(finding, progress, number);
      findings.add(finding);
      if (finding.verdict() == Verdict.WRONG && fault.isEmpty()) {
        fault = Optional.of(number);
      }
    }
    functions.leave();
    return findings;
  }

  /// Where a step cannot be judged but everything before it is right, what the chain starts with is
  /// as good as what stands before the step.
  private Finding fromTheStart(Finding finding, List<Finding> before, Chain chain) {
    boolean sound =
        !before.isEmpty() && before.stream().allMatch(f -> f.verdict() == Verdict.CORRECT);
    if (finding.verdict() != Verdict.UNDECIDED || !sound) {
      return finding;
    }
    Link link = finding.link();
    Finding whole = judged(link.between(chain.sides().getFirst(), link.right()), chain);
    return whole.verdict() == Verdict.UNDECIDED ? finding : whole.about(link);
  }

  /// A right step from a wrong line above leaves the chain wrong, and is no mistake of its own; a
  /// wrong step from there may come to what is right.
  private Finding continued(Finding finding) {
    boolean judged = finding.verdict() == Verdict.WRONG || finding.verdict().isRight();
    if (!judged || finding.grounds() != Grounds.WORLDS || fault.isEmpty() || origin.isEmpty()) {
      return finding;
    }
    Link whole = finding.link().between(origin.get(), finding.link().right());
    if (finding.verdict() == Verdict.WRONG) {
      Finding anew = judging.of(whole, conventions);
      return anew.verdict().isRight() ? anew.about(finding.link()) : finding;
    }
    return switch (judging.of(whole, conventions).verdict()) {
      case WRONG, FOLLOWS -> finding.following(fault.get());
      case UNREADABLE, UNDECIDED, NOTED, CORRECT, INTRODUCES, SKIPPED -> finding;
    };
  }
}
