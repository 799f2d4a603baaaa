package gradus.check;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.Checker;
import gradus.Examples;
import gradus.Gradus;
import gradus.SheetForm;
import gradus.SheetFormat;
import gradus.check.verdict.CheckedAnswer;
import gradus.check.verdict.CheckedAnswer.CheckedClaim;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Finding.Mistake;
import gradus.check.verdict.Verdict;
import gradus.syntax.paper.Notation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every example's own sheet, written as students write it, is accepted; broken in one place, that
/// place is found, and nothing before it is blamed.
///
/// Matrices with dots are for a person: they are undecided, as they stand and broken, and so are
/// counted apart; broken, they are not to be called right.
///
/// `-Dgradus.mutations=100 -Dgradus.surfaces=99` breaks every sheet so often and writes it in every
/// way; in the suite it is a sample. How many breaks are found, and named, is printed: a change
/// that happens to leave a line true, or one behind `…` that is left undecided, counts as missed.
class MutationTest {
  private static final int BREAKS = Integer.getInteger("gradus.mutations", 2);
  private static final int SURFACES = Integer.getInteger("gradus.surfaces", 1);
  private static final boolean FULL = SURFACES > 1 || BREAKS > 2;
  private static final int SAMPLE = 4;

  private static final String WITH_DOTS = "with dots";
  private static final Pattern DOTS = Pattern.compile("\\\\[cdv]dots");

  private record Sheet(String name, Checker checker, List<String> rows) {
    CheckedAnswer judged(String text) {
      return checker.check(name, text, Notation.LATEX);
    }
  }

  private static List<Sheet> sheets() throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    for (Path folder : Examples.gallery()) {
      String network = Files.readString(folder.resolve("network.gradus"));
      String name = folder.getFileName().toString();
      Optional<Checker> checker = Gradus.checker(name, network).checker();
      Gradus.Solving solving = Gradus.solve(name, network, SheetForm.AUTO);
      if (checker.isPresent() && solving.solution().isPresent()) {
        String sheet = solving.solution().get().sheet(SheetFormat.LATEX);
        sheets.add(new Sheet(name, checker.get(), Surfaces.rows(sheet)));
      }
    }
    return FULL
        ? sheets
        : IntStream.range(0, sheets.size())
            .filter(i -> i % SAMPLE == 0)
            .mapToObj(sheets::get)
            .toList();
  }

  @Test
  void everySurfaceIsAccepted() throws IOException {
    List<String> rejected = new ArrayList<>();
    Map<Verdict, Integer> verdicts = new TreeMap<>();
    for (Sheet sheet : sheets()) {
      for (String surface : surfaces(sheet)) {
        CheckedAnswer answer = sheet.judged(Surfaces.text(surface, sheet.rows));
        for (CheckedClaim claim : answer.claims()) {
          verdicts.merge(claim.verdict(), 1, Integer::sum);
          if (claim.verdict() == Verdict.WRONG
              || claim.verdict() == Verdict.FOLLOWS
              || Boolean.getBoolean("gradus.undecided") && !claim.verdict().isRight()) {
            rejected.add(
                sheet.name + ", " + surface + ": " + claim.verdict() + " " + claim.claim().text());
          }
        }
      }
    }
    System.out.println("right lines: " + verdicts);
    rejected.forEach(System.out::println);
    assertThat(verdicts.getOrDefault(Verdict.CORRECT, 0)).isGreaterThan(100);
    assertThat(rejected).isEmpty();
  }

  /// In the suite a sample: each sheet as printed and in two other ways, another two for the next.
  private static List<String> surfaces(Sheet sheet) {
    List<String> all = List.copyOf(Surfaces.all().keySet());
    int start = Math.floorMod(sheet.name.hashCode(), all.size());
    return SURFACES >= all.size()
        ? all
        : IntStream.range(0, SURFACES)
            .mapToObj(i -> all.get((start + 5 * i) % all.size()))
            .toList();
  }

  /// What became of the broken sheets of one kind.
  private static final class Tally {
    int broken;
    int noted;
    int found;
    int named;
    int early;
    int accepted;
  }

  @Test
  void breaksAreFoundAndNamed() throws IOException {
    Map<String, Tally> tallies = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(7);
    for (Sheet sheet : sheets()) {
      for (int i = 0; i < BREAKS; i++) {
        Breaks kind = Breaks.ALL.get(i % Breaks.ALL.size());
        breakOnce(sheet, kind, false, random, tallies, missed);
        breakOnce(sheet, kind, true, random, tallies, missed);
      }
    }
    tallies.forEach((kind, tally) ->
        System.out.printf(
            "%-10s broken %d, found %d, named %d, blamed before %d; %d more are right as noted%n",
            kind, tally.broken, tally.found, tally.named, tally.early, tally.noted));
    missed.forEach(System.out::println);
    Tally dotted = tallies.remove(WITH_DOTS);
    assertThat(dotted.early + dotted.accepted).isZero();
    Tally all = new Tally();
    tallies
        .values()
        .forEach(tally -> {
          all.broken += tally.broken;
          all.found += tally.found;
          all.named += tally.named;
          all.early += tally.early;
        });
    System.out.printf(
        "all        broken %d, found %d (%.1f %%), named %d (%.1f %%)%n",
        all.broken,
        all.found,
        100.0 * all.found / all.broken,
        all.named,
        100.0 * all.named / all.broken);
    assertThat(all.broken).isGreaterThan(10);
    assertThat(all.early).isZero();
    assertThat(100 * all.found).isGreaterThanOrEqualTo(90 * all.broken);
    assertThat(100 * all.named).isGreaterThanOrEqualTo(70 * all.broken);
  }

  private static void breakOnce(
      Sheet sheet,
      Breaks kind,
      boolean withDots,
      SplittableRandom random,
      Map<String, Tally> tallies,
      List<String> missed) {
    List<Integer> possible = new ArrayList<>();
    for (int row = 0; row < sheet.rows.size(); row++) {
      String right = sheet.rows.get(row);
      if (DOTS.matcher(right).find() == withDots && !kind.places(right).isEmpty()) {
        possible.add(row);
      }
    }
    if (possible.isEmpty()) {
      return;
    }
    int row = possible.get(random.nextInt(possible.size()));
    String right = sheet.rows.get(row);
    List<MatchResult> places = kind.places(right);
    String wrong = kind.broken(right, places.get(random.nextInt(places.size())), random);
    List<String> rows = new ArrayList<>(sheet.rows);
    rows.set(row, wrong);
    Tally tally = tallies.computeIfAbsent(withDots ? WITH_DOTS : kind.name(), _ -> new Tally());
    tally.broken++;
    note(
        sheet.judged(Surfaces.displays(rows)),
        2 * row + 1,
        2 * end(rows, row) + 3,
        kind,
        tally,
        missed,
        sheet.name + ": " + right + " BROKEN " + wrong);
  }

  /// The last row of the formula that stands in a row.
  private static int end(List<String> rows, int row) {
    int end = row;
    while (end + 1 < rows.size() && Surfaces.isRest(rows.get(end + 1))) {
      end++;
    }
    return end;
  }

  /// A change that a convention makes right is no break, if the verdict says which.
  private static boolean isNoted(CheckedAnswer answer, int line) {
    return answer.claims().stream()
        .filter(claim -> claim.claim().line() == line)
        .flatMap(claim -> claim.findings().stream())
        .filter(finding -> finding.verdict() == Verdict.NOTED)
        .anyMatch(finding -> finding.note().fixed() || !finding.note().conventions().isEmpty());
  }

  private static boolean isAccepted(CheckedAnswer answer, int line) {
    return answer.claims().stream()
        .filter(claim -> claim.claim().line() == line)
        .allMatch(claim -> claim.verdict().isRight());
  }

  private static void note(
      CheckedAnswer answer,
      int line,
      int end,
      Breaks kind,
      Tally tally,
      List<String> missed,
      String what) {
    List<Finding> here =
        answer.claims().stream()
            .filter(claim -> claim.claim().line() >= line && claim.claim().line() <= end)
            .flatMap(claim -> claim.findings().stream())
            .filter(finding -> finding.verdict() == Verdict.WRONG)
            .toList();
    boolean early =
        answer.claims().stream()
            .anyMatch(claim -> claim.claim().line() < line && claim.verdict() == Verdict.WRONG);
    tally.early += early ? 1 : 0;
    if (here.isEmpty() && isNoted(answer, line)) {
      tally.broken--;
      tally.noted++;
      missed.add("noted " + kind.name() + " " + what);
      return;
    }
    if (here.isEmpty()) {
      tally.accepted += isAccepted(answer, line) ? 1 : 0;
      missed.add("missed " + kind.name() + " " + what);
      return;
    }
    tally.found++;
    boolean named =
        here.stream()
            .flatMap(finding -> finding.mistake().stream())
            .map(Mistake::slip)
            .anyMatch(kind.kinds()::contains);
    tally.named += named ? 1 : 0;
    if (!named) {
      missed.add(
          "unnamed "
              + kind.name()
              + " "
              + here.getFirst().mistake().map(Mistake::slip)
              + " "
              + what);
    }
  }
}
