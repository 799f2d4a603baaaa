package gradus.syntax.line;

import gradus.syntax.page.Arguments;
import gradus.syntax.page.Cells;
import gradus.syntax.page.Delimiters;
import gradus.syntax.page.Macros;
import gradus.syntax.page.Places;
import gradus.syntax.page.PlainCharacters;
import gradus.syntax.page.TokenNormalizer;
import gradus.syntax.page.Tokens;
import gradus.syntax.paper.Answer;
import gradus.syntax.paper.Claim.Setting;
import gradus.syntax.paper.Notation;
import gradus.syntax.paper.Obstacle;
import gradus.syntax.paper.Repair;
import gradus.syntax.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;

/// Reads an answer. Nothing is thrown, whatever the text: what cannot be read is an unreadable side
/// of its claim, and beyond a limit the rest of the text is left unread.
public final class AnswerReader {
  /// Characters of an answer.
  public static final int LONGEST = 3 << 20;

  private static final int MOST_REPAIRS = 500;
  private static final Pattern COMMAND = Pattern.compile("\\\\[a-zA-Z]{2,}");
  private static final Pattern MARKED =
      Pattern.compile("\\$|\\\\\\(|\\\\\\[|\\\\begin\\s*\\{|```math");

  private AnswerReader() {}

  public static Answer read(Source source, Notation notation) {
    boolean whole = source.text().length() <= LONGEST;
    String text = whole ? source.text() : source.text().substring(0, LONGEST);
    String plain = PlainCharacters.of(text);
    String typed = PlainCharacters.typed(plain);
    Places places = new Places(text);
    ClaimReader reading = new ClaimReader(new Sides(text, typed, places), places);
    Macros macros = Macros.of(plain);
    for (Passage passage : passages(plain, typed, notation)) {
      if (reading.isFull()) {
        return new Answer(source, reading.claims(), Optional.of(Obstacle.TOO_MANY_CLAIMS));
      }
      read(passage, passage.setting() == Setting.TYPED ? typed : plain, macros, reading);
    }
    Optional<Obstacle> limit = whole ? Optional.empty() : Optional.of(Obstacle.TEXT_TOO_LONG);
    return new Answer(source, reading.claims(), limit);
  }

  private static List<Passage> passages(String text, String typed, Notation notation) {
    return switch (notation) {
      case TYPED -> Lines.of(typed, Setting.TYPED);
      case LATEX -> latex(text);
      case AUTO ->
          MARKED.matcher(text).find() || COMMAND.matcher(text).find()
              ? UnicodeLines.with(latex(text), text, typed)
              : Lines.of(typed, Setting.TYPED);
    };
  }

  /// A text of bare formulas has no marks around them.
  private static List<Passage> latex(String text) {
    return MARKED.matcher(text).find() ? Passages.of(text) : Lines.of(text, Setting.DISPLAY);
  }

  private static void read(Passage passage, String text, Macros macros, ClaimReader reading) {
    List<Repair> repairs = new ArrayList<>();
    List<CommonToken> raw = macros.expanded(Tokens.of(text, passage.span()));
    List<CommonToken> spelled =
        Cells.bare(Delimiters.plain(TokenNormalizer.of(raw, repairs), repairs));
    boolean typed = passage.setting() == Setting.TYPED;
    List<PassageRow> rows = RowLayout.rows(text, Arguments.cut(spelled, typed, repairs));
    repairs.subList(Math.min(repairs.size(), MOST_REPAIRS), repairs.size()).clear();
    for (int i = 0; i < rows.size() && !reading.isFull(); i++) {
      boolean last = i == rows.size() - 1;
      PassageRow row = last ? rows.get(i).numbered(passage.number()) : rows.get(i);
      reading.read(passage, row, repairs, i == 0);
    }
  }
}
