package gradus.syntax.line;

import gradus.syntax.page.Places;
import gradus.syntax.page.Tokens;
import gradus.syntax.paper.Claim.Setting;
import gradus.syntax.paper.Repair;
import gradus.syntax.paper.Side;
import gradus.syntax.source.Span;
import gradus.syntax.tree.SideReader;
import gradus.syntax.tree.SideReader.Outcome;
import gradus.syntax.tree.TypedSide;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// Tokens to sides with their places and repairs, in the notation of their setting.
final class Sides {
  private final Places places;
  private final SideReader reader;
  private final TypedSide typed;

  /// @param plain the text as typed lines are read
  Sides(String text, String plain, Places places) {
    this.places = places;
    this.reader = new SideReader(text);
    this.typed = new TypedSide(plain);
  }

  /// @param whole what is read, with what an earlier row began
  /// @param span what of it stands here
  Side read(List<CommonToken> whole, Span span, List<Repair> known, Setting setting) {
    List<Repair> repairs = new ArrayList<>();
    Outcome outcome =
        setting == Setting.TYPED
            ? typed.read(whole, span, reader, repairs)
            : reader.read(whole, span, repairs);
    Span around = whole.isEmpty() ? span : Tokens.span(whole);
    known.stream().filter(repair -> within(repair, around)).forEach(repairs::add);
    return new Side(
        span,
        places.line(span.start()),
        places.column(span.start()),
        places.length(span),
        places.written(span),
        outcome.tree(),
        outcome.unreadable(),
        repairs,
        false);
  }

  private static boolean within(Repair repair, Span around) {
    return repair.span().end() >= around.start() && repair.span().start() <= around.end();
  }
}
