package gradus.syntax.tree;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.grammar.AnswerParser.FactorContext;
import gradus.syntax.grammar.AnswerParser.ItemContext;
import gradus.syntax.grammar.AnswerParser.ItemsContext;
import gradus.syntax.grammar.AnswerParser.OperatorContext;
import gradus.syntax.grammar.AnswerParser.SideContext;
import gradus.syntax.grammar.AnswerParser.SignContext;
import gradus.syntax.grammar.AnswerParser.SumContext;
import gradus.syntax.grammar.AnswerParser.TermContext;
import gradus.syntax.page.Tokens;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Comparison;
import gradus.syntax.paper.Notated.Fence;
import gradus.syntax.paper.Notated.Group;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Sign;
import gradus.syntax.paper.Notated.Sum;
import gradus.syntax.paper.Notated.Term;
import gradus.syntax.paper.Obstacle;
import gradus.syntax.paper.RelationSign;
import gradus.syntax.source.Span;
import gradus.syntax.tree.ProductPiece.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/// Parse trees of lists, comparisons, sums and products to trees of notation.
final class NotationBuilder {
  /// What parses and yet makes no sense.
  record Stray(Obstacle obstacle, Span span) {}

  private final Operands operands = new Operands(this);
  private Optional<Stray> stray = Optional.empty();

  /// The first thing that made no sense.
  Optional<Stray> obstacle() {
    return stray;
  }

  void stray(Obstacle obstacle, Span span) {
    stray = stray.or(() -> Optional.of(new Stray(obstacle, span)));
  }

  Notated side(SideContext ctx) {
    List<Notated> items = items(ctx.items());
    return items.size() == 1 ? items.getFirst() : new Group(Fence.NONE, items, span(ctx.items()));
  }

  List<Notated> items(ItemsContext ctx) {
    return ctx.item().stream().map(this::item).toList();
  }

  Notated item(ItemContext ctx) {
    if (ctx.RELATION().isEmpty()) {
      return sum(ctx.sum(0));
    }
    return new Comparison(
        ctx.sum().stream().map(this::sum).toList(),
        ctx.RELATION().stream().map(node -> RelationSign.of(node.getText())).toList(),
        span(ctx));
  }

  Notated sum(SumContext ctx) {
    List<Term> terms = new ArrayList<>();
    Optional<Sign> sign = Optional.empty();
    for (ParseTree child : ctx.children) {
      if (child instanceof TermContext term) {
        terms.add(new Term(sign.orElse(Sign.PLUS), term(term)));
        sign = Optional.empty();
      } else {
        sign = Optional.of(and(sign, sign((SignContext) child)));
      }
    }
    boolean plain = terms.size() == 1 && terms.getFirst().sign() == Sign.PLUS;
    return plain ? terms.getFirst().value() : new Sum(terms, span(ctx));
  }

  /// `- -x` is `+x`.
  private static Sign and(Optional<Sign> before, Sign sign) {
    if (before.isEmpty()) {
      return sign;
    }
    return before.get() == Sign.PLUS_MINUS || sign == Sign.PLUS_MINUS
        ? Sign.PLUS_MINUS
        : before.get() == sign ? Sign.PLUS : Sign.MINUS;
  }

  private static Sign sign(SignContext ctx) {
    return switch (ctx.getStart().getType()) {
      case AnswerParser.PLUS -> Sign.PLUS;
      case AnswerParser.MINUS -> Sign.MINUS;
      default -> Sign.PLUS_MINUS;
    };
  }

  private Notated term(TermContext ctx) {
    return ProductFold.folded(pieces(ctx), this);
  }

  List<Placed> pieces(TermContext ctx) {
    List<Placed> pieces = new ArrayList<>();
    Operator operator = Operator.SIDE_BY_SIDE;
    Optional<Sign> sign = Optional.empty();
    for (ParseTree child : ctx.children) {
      switch (child) {
        case FactorContext factor -> {
          pieces.add(new Placed(operator, sign, operands.factor(factor)));
          operator = Operator.SIDE_BY_SIDE;
          sign = Optional.empty();
        }
        case OperatorContext written -> operator = operator(written);
        default -> sign = Optional.of(and(sign, sign((SignContext) child)));
      }
    }
    return pieces;
  }

  private static Operator operator(OperatorContext ctx) {
    return switch (ctx.getStart().getType()) {
      case AnswerParser.DOT -> Operator.DOT;
      case AnswerParser.CROSS -> Operator.CROSS;
      case AnswerParser.STAR -> Operator.STAR;
      case AnswerParser.ENTRYWISE -> Operator.ENTRYWISE;
      case AnswerParser.SLASH -> Operator.OVER;
      default -> Operator.TENSOR;
    };
  }

  static Span span(ParserRuleContext ctx) {
    return span(ctx.getStart(), ctx.getStop());
  }

  /// What a macro wrote may stand in any order.
  private static Span span(Token first, Token last) {
    Span start = Tokens.span(first);
    Span end = Tokens.span(last);
    return around(start, end);
  }

  static Span around(Span one, Span other) {
    return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
  }
}
