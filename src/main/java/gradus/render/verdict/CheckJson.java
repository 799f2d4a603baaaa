package gradus.render.verdict;

import gradus.check.verdict.CheckedAnswer;
import gradus.check.verdict.CheckedAnswer.CheckedClaim;
import gradus.check.verdict.CheckedTask;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Finding.Mistake;
import gradus.check.verdict.Reveal;
import gradus.check.verdict.Verdict;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.render.data.Json;
import gradus.syntax.paper.Link;
import gradus.syntax.print.PlainText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Verdicts on answers as `gradus/check/1`.
public final class CheckJson {
  private final Reveal reveal;

  private CheckJson(Reveal reveal) {
    this.reveal = reveal;
  }

  public static String of(String network, List<CheckedAnswer> answers, Reveal reveal) {
    CheckJson writer = new CheckJson(reveal);
    return Json.document("gradus/check/1", json -> writer.members(json, network, answers));
  }

  /// The same on one line, `id` put in as it is.
  public static String line(String id, String network, CheckedAnswer answer, Reveal reveal) {
    CheckJson writer = new CheckJson(reveal);
    return Json.line(json -> {
      json.raw("id", id);
      json.text("schema", "gradus/check/1");
      writer.members(json, network, List.of(answer));
    });
  }

  private void members(Json json, String network, List<CheckedAnswer> answers) throws IOException {
    json.text("network", network);
    json.objects("answers", answers, this::answer);
  }

  private void answer(Json json, CheckedAnswer answer) throws IOException {
    VerdictText words = new VerdictText(answer, reveal);
    json.text("file", answer.answer().source().name());
    json.objects("claims", answer.claims(), (members, claim) -> claim(members, claim, words));
    json.objects("tasks", answer.tasks(), CheckJson::task);
    if (!answer.conventions().isEmpty()) {
      json.texts(
          "conventions", answer.conventions().stream().sorted().map(VerdictText::of).toList());
    }
    Optional<String> limit = VerdictText.limit(answer.answer());
    if (limit.isPresent()) {
      json.text("limit", limit.get());
    }
    json.texts(
        "missing",
        answer.tasks().stream()
            .flatMap(task -> task.missing().stream())
            .map(PlainText::of)
            .distinct()
            .toList());
    json.truth("review", answer.needsReview());
    json.object(
        "summary",
        members -> {
          for (Map.Entry<Verdict, Integer> entry : answer.summary().entrySet()) {
            members.number(VerdictText.word(entry.getKey()), entry.getValue());
          }
        });
  }

  private void claim(Json json, CheckedClaim claim, VerdictText words) throws IOException {
    json.number("line", claim.claim().line());
    json.number("column", claim.claim().column());
    json.number("length", claim.claim().length());
    json.text("number", claim.claim().number());
    json.text("text", claim.claim().text());
    json.text("verdict", VerdictText.word(claim.verdict()));
    json.text("message", words.of(claim));
    json.text("task", claim.claim().task());
    json.objects(
        "links", claim.findings(), (members, finding) -> link(members, finding, claim, words));
  }

  private void link(Json json, Finding finding, CheckedClaim claim, VerdictText words)
      throws IOException {
    Link link = finding.link();
    json.text("left", link.left().text());
    json.text("right", link.right().text());
    json.number("line", link.right().line());
    json.number("column", link.right().column());
    json.number("length", link.right().length());
    json.text("verdict", VerdictText.word(finding.verdict()));
    json.text("grounds", finding.grounds().name().toLowerCase(Locale.ROOT));
    json.text("code", finding.mistake().map(mistake -> VerdictText.word(mistake.slip())));
    json.text("message", words.of(finding, claim));
    if (reveal == Reveal.FULL && finding.mistake().isPresent()) {
      mistake(json, finding.mistake().get());
    }
    if (finding.follows().isPresent()) {
      json.number("follows", finding.follows().get());
    }
  }

  private static void mistake(Json json, Mistake mistake) throws IOException {
    json.object(
        "witness",
        members -> {
          for (Map.Entry<Symbol, Value> entry : mistake.at().entrySet()) {
            members.value(PlainText.of(entry.getKey()), entry.getValue());
          }
          if (mistake.left().isPresent() && mistake.right().isPresent()) {
            members.value("left side", mistake.left().get());
            members.value("right side", mistake.right().get());
          }
        });
    json.text(
        "expected",
        mistake.expected().map(PlainText::of).or(() -> mistake.left().map(VerdictText::text)));
  }

  private static void task(Json json, CheckedTask task) throws IOException {
    json.text("id", task.task().label());
    json.text("points", task.task().points().map(Object::toString));
    json.text("status", VerdictText.word(task.status()));
    if (task.claim().isPresent()) {
      json.number("claim", task.claim().get());
    }
  }
}
