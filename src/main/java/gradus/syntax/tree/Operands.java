package gradus.syntax.tree;

import gradus.syntax.grammar.AnswerBaseVisitor;
import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.grammar.AnswerParser.AbsoluteContext;
import gradus.syntax.grammar.AnswerParser.AccentedContext;
import gradus.syntax.grammar.AnswerParser.AtomContext;
import gradus.syntax.grammar.AnswerParser.BracedContext;
import gradus.syntax.grammar.AnswerParser.BracketedContext;
import gradus.syntax.grammar.AnswerParser.CasesContext;
import gradus.syntax.grammar.AnswerParser.EvaluatedContext;
import gradus.syntax.grammar.AnswerParser.FactorContext;
import gradus.syntax.grammar.AnswerParser.FractionContext;
import gradus.syntax.grammar.AnswerParser.LabelledContext;
import gradus.syntax.grammar.AnswerParser.MatrixContext;
import gradus.syntax.grammar.AnswerParser.NormContext;
import gradus.syntax.grammar.AnswerParser.OperandContext;
import gradus.syntax.grammar.AnswerParser.RootContext;
import gradus.syntax.grammar.AnswerParser.StackedContext;
import gradus.syntax.grammar.AnswerParser.StyledContext;
import gradus.syntax.grammar.AnswerParser.SumContext;
import gradus.syntax.page.Symbols;
import gradus.syntax.page.Tokens;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Absolute;
import gradus.syntax.paper.Notated.Annotated;
import gradus.syntax.paper.Notated.Dots;
import gradus.syntax.paper.Notated.Evaluated;
import gradus.syntax.paper.Notated.Fence;
import gradus.syntax.paper.Notated.Fraction;
import gradus.syntax.paper.Notated.Group;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Matrix;
import gradus.syntax.paper.Notated.Norm;
import gradus.syntax.paper.Notated.Number;
import gradus.syntax.paper.Notated.Root;
import gradus.syntax.paper.Obstacle;
import gradus.syntax.source.Span;
import gradus.syntax.tree.ProductPiece.Placed;
import gradus.syntax.tree.ProductPiece.Whole;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// Parse trees of what stands between operators: letters, brackets, fractions and their scripts.
final class Operands extends AnswerBaseVisitor<Notated> {
  private final NotationBuilder building;
  private final Rows rows;

  Operands(NotationBuilder building) {
    this.building = building;
    this.rows = new Rows(building);
  }

  ProductPiece factor(FactorContext ctx) {
    if (ctx.operand() instanceof FractionContext fraction) {
      ProductPiece piece = fraction(fraction);
      return piece instanceof Whole(Notated value) ? scripted(value, ctx) : piece;
    }
    return switch (ctx.getStart().getType()) {
      case AnswerParser.PARTIAL, AnswerParser.NABLA, AnswerParser.BIG, AnswerParser.FUNCTION ->
          ctx.operand() instanceof AtomContext ? head(ctx) : scripted(operand(ctx.operand()), ctx);
      default -> scripted(operand(ctx.operand()), ctx);
    };
  }

  Notated operand(OperandContext ctx) {
    return ctx.accept(this);
  }

  private ProductPiece scripted(Notated base, FactorContext ctx) {
    if (ctx.script().isEmpty()) {
      return new Whole(base);
    }
    Scripts scripts = new Scripts(this);
    Notated value = base;
    int evaluations = 0;
    for (var script : ctx.script()) {
      if (script.AT_BAR() == null) {
        scripts.add(script);
      } else if (++evaluations > 1) {
        building.stray(Obstacle.UNEXPECTED, NotationBuilder.span(script));
      } else {
        value = scripts.around(value);
        scripts = new Scripts(this);
      }
    }
    Span span = NotationBuilder.span(ctx);
    return new Whole(
        evaluations > 0
            ? new Evaluated(value, scripts.below(), span)
            : base instanceof Evaluated(Notated inner, _, _)
                ? new Evaluated(inner, scripts.below(), span)
                : scripts.around(value));
  }

  private ProductPiece head(FactorContext ctx) {
    Scripts scripts = new Scripts(this);
    for (var script : ctx.script()) {
      if (script.AT_BAR() == null) {
        scripts.add(script);
      } else {
        building.stray(Obstacle.UNEXPECTED, NotationBuilder.span(script));
      }
    }
    Token token = ctx.getStart();
    Span span = NotationBuilder.span(ctx);
    return switch (token.getType()) {
      case AnswerParser.PARTIAL -> new ProductPiece.Partial(scripts.order(), scripts.below(), span);
      case AnswerParser.NABLA ->
          new ProductPiece.Nabla(
              scripts.below().size() == 1
                  ? Collections.nCopies(scripts.order(), labelled(scripts, span))
                  : scripts.below(),
              span);
      case AnswerParser.BIG -> {
        boolean sum = token.getText().equals("\\sum") || token.getText().equals("∑");
        yield new ProductPiece.Big(
            sum ? Notated.Big.Kind.SUM : Notated.Big.Kind.PRODUCT,
            scripts.below(),
            scripts.above(),
            span);
      }
      default -> new ProductPiece.Function(scripts.around(Symbols.function(token)));
    };
  }

  /// `\nabla_W^{(2)}` differentiates by `W^{(2)}`.
  private static Notated labelled(Scripts scripts, Span span) {
    Notated below = scripts.below().getFirst();
    return scripts.above().size() == 1
            && scripts.above().getFirst() instanceof Notated.Superscript.Label label
            && below instanceof Notated.Symbol
        ? new Notated.Scripted(below, List.of(), List.of(label), span)
        : below;
  }

  List<Notated> itemsOf(OperandContext ctx) {
    return ctx instanceof BracedContext braced
        ? braced.items() == null ? List.of() : building.items(braced.items())
        : List.of(operand(ctx));
  }

  @Override
  public Notated visitAtom(AtomContext ctx) {
    Token token = ctx.getStart();
    Span span = Tokens.span(token);
    String text = token.getText();
    return switch (token.getType()) {
      case AnswerParser.NUMBER -> new Number(text.startsWith(".") ? "0" + text : text, span);
      case AnswerParser.WORD -> word(text, span);
      case AnswerParser.LETTER -> Symbols.letter(text, span);
      case AnswerParser.GREEK -> Symbols.greek(text, span);
      case AnswerParser.NAME -> Symbols.upright(text, span);
      case AnswerParser.FUNCTION -> Symbols.function(token);
      case AnswerParser.SYMBOL -> Symbols.symbol(text, span);
      case AnswerParser.DOTS -> new Dots(span);
      case AnswerParser.MARK -> new Mark(Symbols.mark(token), span);
      case AnswerParser.TRANSPOSE -> new Mark("⊤", span);
      default -> {
        boolean sum = token.getType() == AnswerParser.BIG;
        building.stray(sum ? Obstacle.NOTHING_TO_SUM : Obstacle.STRAY_PARTIAL, span);
        yield new Mark(text, span);
      }
    };
  }

  /// One letter, or several of which nobody knows yet whether they are one name.
  static Notated word(String text, Span span) {
    return text.length() == 1 ? Symbols.plain(text, span) : new Letters(text, span);
  }

  @Override
  public Notated visitBraced(BracedContext ctx) {
    List<Notated> items = itemsOf(ctx);
    return items.size() == 1
        ? items.getFirst()
        : new Group(Fence.NONE, items, NotationBuilder.span(ctx));
  }

  @Override
  public Notated visitBracketed(BracketedContext ctx) {
    Fence fence = fence(ctx.getStart().getType(), ctx.getStop().getType());
    List<Notated> items = ctx.items() == null ? List.of() : building.items(ctx.items());
    Span span = NotationBuilder.span(ctx);
    return items.size() == 1
            && items.getFirst() instanceof Matrix(Fence inner, List<List<Notated>> rows, _)
            && inner == Fence.NONE
        ? new Matrix(fence, rows, span)
        : new Group(fence, items, span);
  }

  private static Fence fence(int open, int close) {
    return switch (open) {
      case AnswerParser.OPEN -> close == AnswerParser.CLOSE ? Fence.ROUND : Fence.MIXED;
      case AnswerParser.OPEN_SQUARE ->
          close == AnswerParser.CLOSE_SQUARE ? Fence.SQUARE : Fence.MIXED;
      case AnswerParser.OPEN_SET -> Fence.CURLY;
      default -> Fence.ANGLE;
    };
  }

  @Override
  public Notated visitAbsolute(AbsoluteContext ctx) {
    return new Absolute(building.sum(ctx.sum()), NotationBuilder.span(ctx));
  }

  @Override
  public Notated visitNorm(NormContext ctx) {
    return new Norm(building.sum(ctx.sum()), NotationBuilder.span(ctx));
  }

  /// What it is evaluated at stands in the scripts behind it.
  @Override
  public Notated visitEvaluated(EvaluatedContext ctx) {
    return new Evaluated(building.sum(ctx.sum()), List.of(), NotationBuilder.span(ctx));
  }

  @Override
  public Notated visitFraction(FractionContext ctx) {
    ProductPiece piece = fraction(ctx);
    return switch (piece) {
      case Whole(Notated value) -> value;
      case ProductPiece.Differentiation(Notated.Derivative operator) -> operator;
      case ProductPiece other -> throw new IllegalStateException(other.toString());
    };
  }

  private ProductPiece fraction(FractionContext ctx) {
    Span span = NotationBuilder.span(ctx);
    List<Placed> denominator = pieces(ctx.operand(1));
    List<Placed> numerator = pieces(ctx.operand(0));
    Optional<ProductPiece> derivative =
        numerator.isEmpty() || denominator.isEmpty()
            ? Optional.empty()
            : LeibnizFractions.fraction(numerator, denominator, span, building);
    return derivative
        .or(() -> negative(ctx, denominator, span))
        .orElseGet(() ->
            new Whole(
                new Fraction(
                    operand(ctx.operand(0)), operand(ctx.operand(1)), Optional.empty(), span)));
  }

  /// `\frac{-\partial L}{\partial w}`
  private Optional<ProductPiece> negative(
      FractionContext ctx, List<Placed> denominator, Span span) {
    Optional<SumContext> sum =
        sum(ctx.operand(0))
            .filter(signed -> signed.sign().size() == 1 && signed.term().size() == 1)
            .filter(signed -> signed.getStart().getType() == AnswerParser.MINUS);
    if (sum.isEmpty() || denominator.isEmpty()) {
      return Optional.empty();
    }
    List<Placed> numerator = building.pieces(sum.get().term(0));
    return numerator.getFirst().piece() instanceof ProductPiece.Partial
        ? LeibnizFractions.fraction(numerator, denominator, span, building)
            .flatMap(piece ->
                piece instanceof Whole(Notated value)
                    ? Optional.of(
                        new Whole(
                            new Notated.Sum(
                                List.of(new Notated.Term(Notated.Sign.MINUS, value)), span)))
                    : Optional.empty())
        : Optional.empty();
  }

  /// The factors of an argument that is a plain product, else none.
  private List<Placed> pieces(OperandContext ctx) {
    return sum(ctx)
        .filter(sum -> sum.term().size() == 1 && sum.sign().isEmpty())
        .map(sum -> building.pieces(sum.term(0)))
        .orElse(List.of());
  }

  private static Optional<SumContext> sum(OperandContext ctx) {
    return ctx instanceof BracedContext braced
            && braced.items() != null
            && braced.items().item().size() == 1
            && braced.items().item(0).RELATION().isEmpty()
        ? Optional.of(braced.items().item(0).sum(0))
        : Optional.empty();
  }

  @Override
  public Notated visitRoot(RootContext ctx) {
    Optional<Notated> index = Optional.ofNullable(ctx.sum()).map(building::sum);
    return new Root(index, withoutBrackets(operand(ctx.operand())), NotationBuilder.span(ctx));
  }

  private static Notated withoutBrackets(Notated value) {
    return value instanceof Group(Fence fence, List<Notated> items, _)
            && fence == Fence.ROUND
            && items.size() == 1
        ? items.getFirst()
        : value;
  }

  @Override
  public Notated visitAccented(AccentedContext ctx) {
    return Symbols.marked(
        operand(ctx.operand()), Symbols.accent(ctx.getStart()), NotationBuilder.span(ctx));
  }

  @Override
  public Notated visitStyled(StyledContext ctx) {
    return Symbols.styled(
        operand(ctx.operand()), ctx.getStart().getText(), NotationBuilder.span(ctx));
  }

  @Override
  public Notated visitLabelled(LabelledContext ctx) {
    return operand(ctx.operand());
  }

  @Override
  public Notated visitStacked(StackedContext ctx) {
    return new Annotated(
        operand(ctx.operand(1)), operand(ctx.operand(0)), NotationBuilder.span(ctx));
  }

  @Override
  public Notated visitMatrix(MatrixContext ctx) {
    return rows.matrix(ctx);
  }

  @Override
  public Notated visitCases(CasesContext ctx) {
    return rows.cases(ctx);
  }
}
