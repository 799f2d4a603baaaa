package gradus.syntax.answer;

import gradus.syntax.Diagnostic;
import gradus.syntax.FormulaReader;
import gradus.syntax.FormulaReading;
import gradus.syntax.Source;
import gradus.syntax.Span;
import gradus.syntax.answer.Repair.Kind;
import gradus.syntax.answer.Side.Unreadable;
import gradus.syntax.answer.SideReader.Outcome;
import gradus.syntax.grammar.AnswerParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;

/// A side of a typed line, read as network files are; what they do not allow (`2x`, `w₁`) is read
/// as if it were on paper, and that is noted.
final class TypedSide {
  private static final int LONGEST = 20_000;

  private static final Set<String> FACTORS = FormalWords.factors();

  /// A transposition before a bracket, and no function called T; letters that are raised or
  /// lowered, and no part of a name; a product of letters of two alphabets.
  private static final Pattern ON_PAPER =
      Pattern.compile(
          "\\^\\s*T\\s*\\(|\\p{Lm}|[\\p{IsLatin}&&[^d]]\\p{IsGreek}|[\\p{IsGreek}&&[^ΔδΣ]]\\p{L}");

  private final String text;

  TypedSide(String text) {
    this.text = text;
  }

  Outcome read(List<CommonToken> side, Span own, SideReader paper, List<Repair> repairs) {
    boolean whole = !side.isEmpty() && Tokens.span(side).start() >= own.start();
    if (!whole || own.end() - own.start() > LONGEST) {
      return paper.read(side, own, repairs);
    }
    String written = text.substring(own.start(), endOf(own));
    FormulaReading reading = FormulaReader.read(new Source("answer", written));
    if (reading.formula().isPresent() && !ON_PAPER.matcher(written).find()) {
      return Outcome.of(new Typed(written, own.start()).notated(reading.formula().get()));
    }
    if (!holdsWords(side)) {
      Outcome onPaper = paper.read(counted(side), own, repairs);
      if (onPaper.tree().isPresent()) {
        repairs.add(new Repair(Kind.NOT_TYPED, own, written, ""));
        return onPaper;
      }
    }
    return Outcome.of(unread(reading, own, paper));
  }

  private static Unreadable unread(FormulaReading reading, Span own, SideReader paper) {
    if (reading.diagnostics().isEmpty()) {
      return paper.unreadable(own, Obstacle.NOT_TYPED, "two words stand side by side");
    }
    Diagnostic fault = reading.diagnostics().getFirst();
    Span place = new Span(own.start() + fault.span().start(), own.start() + fault.span().end());
    return paper.unreadable(place, Obstacle.NOT_TYPED, fault.sentence());
  }

  /// `delta2` is `delta_2`, `sum_i` a sum.
  private static List<CommonToken> counted(List<CommonToken> side) {
    List<CommonToken> counted = new ArrayList<>();
    for (int i = 0; i < side.size(); i++) {
      CommonToken token = side.get(i);
      if (token.getText().equals("sum") && Tokens.is(side, i + 1, AnswerParser.SUB)) {
        counted.add(Tokens.token(AnswerParser.BIG, "\\sum", Tokens.span(token)));
        continue;
      }
      boolean number =
          token.getType() == AnswerParser.NUMBER
              && !counted.isEmpty()
              && counted.getLast().getType() == AnswerParser.WORD
              && Tokens.touch(counted.getLast(), token);
      if (number) {
        counted.add(Tokens.token(AnswerParser.SUB, "_", Tokens.span(token)));
      }
      counted.add(token);
    }
    return counted;
  }

  /// Without the punctuation behind it.
  private int endOf(Span own) {
    int end = own.end();
    while (end > own.start() && ",;. \t\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /// Two words side by side are no product in a line where a name is a word.
  private static boolean holdsWords(List<CommonToken> side) {
    for (int i = 1; i < side.size(); i++) {
      if (isWord(side.get(i - 1)) && isWord(side.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(CommonToken token) {
    return token.getType() == AnswerParser.WORD
        && token.getText().length() > 1
        && !FACTORS.contains(token.getText());
  }
}
