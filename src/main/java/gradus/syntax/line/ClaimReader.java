package gradus.syntax.line;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.page.Brackets;
import gradus.syntax.page.Places;
import gradus.syntax.page.Tokens;
import gradus.syntax.paper.Chain;
import gradus.syntax.paper.Claim;
import gradus.syntax.paper.Claim.Setting;
import gradus.syntax.paper.RelationSign;
import gradus.syntax.paper.Repair;
import gradus.syntax.paper.Side;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;

/// Rows to claims, in order: what a row leaves open, the next one takes up.
///
/// A row that begins with a relation goes on from the side before; one that begins with `+` or `·`
/// adds to it; one that ends with a relation or an operator is finished by the next.
final class ClaimReader {
  static final int MOST_CLAIMS = 5_000;

  /// What of a row stands for a side that is not there.
  private static final int SHORT = 20;

  private static final Pattern WORDS = Pattern.compile("(?<!\\\\)\\b\\p{L}{2,}");

  /// Signs that rows may add to the rows before them, all in all.
  private static final int MOST_ADDED = 100_000;

  /// The end of the last chain.
  private record Last(Chain chain, List<CommonToken> tokens) {
    Side side() {
      return chain.sides().getLast();
    }

    /// What a further link starts from; an unreadable side is passed over.
    Side readable() {
      return chain.sides().reversed().stream()
          .filter(Side::isReadable)
          .findFirst()
          .orElseGet(this::side);
    }
  }

  private final Sides sides;
  private final Places places;
  private final List<Claim> claims = new ArrayList<>();
  private Optional<Last> last = Optional.empty();
  private Optional<RelationSign> dangling = Optional.empty();
  private int number = -1;
  private int added;

  ClaimReader(Sides sides, Places places) {
    this.sides = sides;
    this.places = places;
  }

  List<Claim> claims() {
    return claims;
  }

  boolean isFull() {
    return claims.size() >= MOST_CLAIMS;
  }

  void read(Passage passage, PassageRow row, List<Repair> repairs, boolean first) {
    PassageRow numbered = numbered(row, repairs);
    List<Draft> drafts = Outline.chains(places.text(), numbered.tokens(), repairs);
    if (drafts.isEmpty() || isMention(passage, drafts)) {
      return;
    }
    boolean apart = first && passage.afterWords() || passage.setting() == Setting.INLINE;
    Place place = new Place(passage, numbered, apart, repairs);
    add(place, overWords(place, drafts));
  }

  /// What goes on behind words, `da $= \frac{dL}{da} = 2$`, may say it of them: its first link is
  /// doubtful, and the rest stands by itself.
  private List<Draft> overWords(Place place, List<Draft> drafts) {
    Draft first = drafts.getFirst();
    boolean doubtful =
        place.passage.setting() == Setting.INLINE
            && first.sides.getFirst().isEmpty()
            && !claims.isEmpty()
            && WORDS.matcher(between(claims.getLast(), place.passage)).find();
    if (!doubtful) {
      return drafts;
    }
    List<Draft> apart = new ArrayList<>(first.cutBehindFirstLink());
    apart.addAll(drafts.subList(1, drafts.size()));
    return apart;
  }

  /// Nothing for a further row of the same passage.
  private String between(Claim claim, Passage passage) {
    int start = passage.span().start();
    return places.text().substring(Math.min(claim.span().end(), start), start);
  }

  private record Place(Passage passage, PassageRow row, boolean apart, List<Repair> repairs) {}

  /// A number glued to the end is one if it is next in order.
  private PassageRow numbered(PassageRow row, List<Repair> repairs) {
    PassageRow numbered = row;
    int glued = row.glued().map(ClaimReader::whole).orElse(-1);
    if (glued >= 0 && number >= 0 && (glued == number + 1 || glued == number + 2)) {
      List<CommonToken> bracket =
          row.tokens().subList(row.tokens().size() - 3, row.tokens().size());
      Span span = Tokens.span(bracket);
      repairs.add(
          new Repair(Repair.Kind.GLUED_NUMBER, span, places.written(span), "\\tag{" + glued + "}"));
      numbered = row.unglued();
    }
    number = numbered.number().map(ClaimReader::whole).filter(n -> n >= 0).orElse(number);
    return numbered;
  }

  private static int whole(String number) {
    return number.length() < 9
            && number.chars().allMatch(c -> c >= '0' && c <= '9')
            && !number.isEmpty()
        ? Integer.parseInt(number)
        : -1;
  }

  /// A formula in a sentence that claims nothing: `$w_s$`.
  private boolean isMention(Passage passage, List<Draft> drafts) {
    return passage.setting() == Setting.INLINE
        && drafts.stream().noneMatch(Draft::isEquation)
        && drafts.stream().noneMatch(draft -> isExpression(draft.sides.getFirst()));
  }

  private static boolean isExpression(List<CommonToken> side) {
    Brackets brackets = Brackets.of(side);
    for (int i = 0; i < side.size(); i = brackets.behind(i)) {
      switch (side.get(i).getType()) {
        case AnswerParser.PLUS,
            AnswerParser.MINUS,
            AnswerParser.DOT,
            AnswerParser.CROSS,
            AnswerParser.STAR,
            AnswerParser.ENTRYWISE -> {
          return i > 0;
        }
        default -> {}
      }
    }
    return false;
  }

  private void add(Place place, List<Draft> drafts) {
    boolean continues = continues(place, drafts.getFirst());
    List<Chain> chains = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      chain(drafts.get(i), place, continues && i == 0).ifPresent(chains::add);
    }
    if (chains.isEmpty()) {
      return;
    }
    Passage passage = place.passage;
    Span span = Tokens.span(place.row.tokens());
    claims.add(
        new Claim(
            span,
            places.line(span.start()),
            places.column(span.start()),
            places.length(span),
            place.row.number(),
            places.written(span),
            passage.task(),
            passage.setting(),
            repairs(place.repairs, chains, span),
            continues,
            chains));
  }

  /// Those of the passage that stand in the row or just behind it, and those of its sides.
  private static List<Repair> repairs(List<Repair> passage, List<Chain> chains, Span row) {
    Set<Repair> repairs = new LinkedHashSet<>();
    chains.forEach(chain -> chain.sides().forEach(side -> repairs.addAll(side.repairs())));
    passage.stream()
        .filter(repair -> repair.kind() == Repair.Kind.GLUED_NUMBER)
        .filter(repair -> repair.span().start() >= row.end())
        .forEach(repairs::add);
    repairs.removeIf(repair -> repair.span().end() < row.start());
    return List.copyOf(repairs);
  }

  private boolean continues(Place place, Draft draft) {
    if (last.isEmpty()) {
      return false;
    }
    boolean relation = draft.sides.getFirst().isEmpty();
    boolean inline = place.passage.setting() == Setting.INLINE;
    boolean open = dangling.isPresent() || added < MOST_ADDED && endsOpen(last.get().tokens);
    return relation || !inline && (open && !place.apart || addsTo(place, draft));
  }

  /// Whether the row begins with an operator. A minus may be a sign: then only an alignment mark
  /// before it, or no relation behind it, makes it go on.
  private boolean addsTo(Place place, Draft draft) {
    return !place.apart
        && added < MOST_ADDED
        && switch (draft.sides.getFirst().getFirst().getType()) {
          case AnswerParser.PLUS,
              AnswerParser.DOT,
              AnswerParser.CROSS,
              AnswerParser.STAR,
              AnswerParser.ENTRYWISE,
              AnswerParser.SLASH ->
              true;
          case AnswerParser.MINUS -> place.row.aligned() || !draft.isEquation();
          default -> false;
        };
  }

  private static boolean endsOpen(List<CommonToken> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    return switch (tokens.getLast().getType()) {
      case AnswerParser.PLUS,
          AnswerParser.MINUS,
          AnswerParser.DOT,
          AnswerParser.CROSS,
          AnswerParser.STAR,
          AnswerParser.ENTRYWISE,
          AnswerParser.SLASH ->
          true;
      default -> false;
    };
  }

  private Optional<Chain> chain(Draft draft, Place place, boolean continues) {
    List<List<CommonToken>> written = draft.sides;
    List<RelationSign> relations = new ArrayList<>(draft.relations);
    List<Side> read = new ArrayList<>();
    List<CommonToken> lastTokens = written.getLast();
    boolean carried = false;
    int next = 0;
    if (continues) {
      Last before = last.orElseThrow();
      boolean relation = written.getFirst().isEmpty();
      if (relation || dangling.isPresent()) {
        if (!relation) {
          relations.addFirst(dangling.orElseThrow());
        }
        read.add(before.readable());
        carried = true;
        next = relation ? 1 : 0;
      } else {
        List<CommonToken> whole = new ArrayList<>(before.tokens);
        whole.addAll(written.getFirst());
        added += whole.size();
        carried = !before.chain.relations().isEmpty();
        if (carried) {
          read.add(beforeLast(before));
          relations.addFirst(before.chain.relations().getLast());
        }
        read.add(side(whole, written.getFirst(), place));
        lastTokens = written.size() == 1 ? whole : lastTokens;
        unfinish();
        next = 1;
      }
    }
    boolean trailing = written.size() > 1 && written.getLast().isEmpty();
    int end = trailing ? written.size() - 1 : written.size();
    if (trailing && relations.isEmpty()) {
      return Optional.empty();
    }
    dangling = trailing ? Optional.of(relations.removeLast()) : Optional.empty();
    for (int i = next; i < end; i++) {
      read.add(side(written.get(i), written.get(i), place));
    }
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Chain chain = new Chain(draft.join, read, relations, carried, draft.proviso);
    lastTokens = trailing ? written.get(written.size() - 2) : lastTokens;
    if (place.passage.setting() != Setting.INLINE || chain.sides().size() > 1) {
      last = Optional.of(new Last(chain, lastTokens));
    }
    return Optional.of(chain);
  }

  private static Side beforeLast(Last before) {
    List<Side> sides = before.chain.sides();
    return sides.subList(0, sides.size() - 1).reversed().stream()
        .filter(Side::isReadable)
        .findFirst()
        .orElse(sides.get(sides.size() - 2));
  }

  private Side side(List<CommonToken> whole, List<CommonToken> own, Place place) {
    Span row = Tokens.span(place.row.tokens());
    Span span =
        own.isEmpty()
            ? new Span(row.start(), Math.min(row.end(), row.start() + SHORT))
            : Tokens.span(own);
    return sides.read(whole, span, place.repairs, place.passage.setting());
  }

  /// Marks the last side of the last claim as one that the row now read adds to.
  private void unfinish() {
    if (claims.isEmpty()) {
      return;
    }
    Claim claim = claims.removeLast();
    List<Chain> chains = new ArrayList<>(claim.chains());
    Chain chain = chains.removeLast();
    List<Side> unfinished = new ArrayList<>(chain.sides());
    unfinished.add(unfinished.removeLast().asUnfinished());
    chains.add(
        new Chain(chain.join(), unfinished, chain.relations(), chain.carried(), chain.proviso()));
    claims.add(
        new Claim(
            claim.span(),
            claim.line(),
            claim.column(),
            claim.length(),
            claim.number(),
            claim.text(),
            claim.task(),
            claim.setting(),
            claim.repairs(),
            claim.continues(),
            chains));
  }
}
