package gradus.syntax;

import gradus.expr.Rational;
import gradus.syntax.Statement.Combination;
import gradus.syntax.Written.Factor;
import gradus.syntax.Written.Name;
import gradus.syntax.grammar.NetworkBaseVisitor;
import gradus.syntax.grammar.NetworkParser.AtContext;
import gradus.syntax.grammar.NetworkParser.ConventionContext;
import gradus.syntax.grammar.NetworkParser.DeclareContext;
import gradus.syntax.grammar.NetworkParser.DefineContext;
import gradus.syntax.grammar.NetworkParser.DeriveContext;
import gradus.syntax.grammar.NetworkParser.DescendContext;
import gradus.syntax.grammar.NetworkParser.FamilyContext;
import gradus.syntax.grammar.NetworkParser.FormulaContext;
import gradus.syntax.grammar.NetworkParser.FunctionContext;
import gradus.syntax.grammar.NetworkParser.GivenContext;
import gradus.syntax.grammar.NetworkParser.IndexFromContext;
import gradus.syntax.grammar.NetworkParser.LayoutContext;
import gradus.syntax.grammar.NetworkParser.LossContext;
import gradus.syntax.grammar.NetworkParser.LossOverPointsContext;
import gradus.syntax.grammar.NetworkParser.NameAdjointContext;
import gradus.syntax.grammar.NetworkParser.NetworkContext;
import gradus.syntax.grammar.NetworkParser.RoundContext;
import gradus.syntax.grammar.NetworkParser.SizeContext;
import gradus.syntax.grammar.NetworkParser.StatementContext;
import gradus.syntax.grammar.NetworkParser.TaskContext;
import gradus.syntax.grammar.NetworkParser.TaskPointsContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Parse trees of statements to statements; one line may hold several.
final class StatementBuilder extends NetworkBaseVisitor<List<Statement>> {
  private static final int MOST_PLACES = 100;

  private final Source source;
  private final Consumer<Diagnostic> diagnostics;
  private final FormulaBuilder formulas = new FormulaBuilder();
  private final PartBuilder parts;
  private final DeclarationBuilder declarations;

  StatementBuilder(Source source, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.parts = new PartBuilder(source, formulas, diagnostics);
    this.declarations = new DeclarationBuilder(source, formulas, parts, diagnostics);
  }

  @Override
  public List<Statement> visitStatement(StatementContext ctx) {
    return ctx.getChild(0).accept(this);
  }

  @Override
  public List<Statement> visitNetwork(NetworkContext ctx) {
    return List.of(
        new Statement.Network(unquoted(ctx.STRING().getText()), FormulaBuilder.span(ctx)));
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1).strip();
  }

  @Override
  public List<Statement> visitSize(SizeContext ctx) {
    return List.of(declarations.size(ctx));
  }

  @Override
  public List<Statement> visitDeclare(DeclareContext ctx) {
    return declarations.declare(ctx);
  }

  @Override
  public List<Statement> visitFunction(FunctionContext ctx) {
    List<Name> parameters =
        ctx.parameters() == null
            ? List.of()
            : ctx.parameters().word().stream().map(parts::name).toList();
    return List.of(
        new Statement.Function(
            formulas.name(ctx.name()),
            parameters,
            parts.optional(ctx.formula()),
            parts.family(ctx.family()),
            FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitDefine(DefineContext ctx) {
    boolean loss = ctx.formula(0).getText().equals("loss");
    return define(ctx.formula(), loss, ctx.family(), FormulaBuilder.span(ctx));
  }

  @Override
  public List<Statement> visitLoss(LossContext ctx) {
    return define(ctx.formula(), true, ctx.family(), FormulaBuilder.span(ctx));
  }

  private List<Statement> define(
      List<FormulaContext> sides, boolean loss, @Nullable FamilyContext family, Span span) {
    Written left = formulas.visitFormula(sides.getFirst());
    if (!(left instanceof Name name)) {
      report(Fault.LEFT_OF_EQUALS.at(source, left.span()).suggesting(mended(left, span)));
      return List.of();
    }
    Written formula = formulas.visitFormula(sides.getLast());
    return List.of(new Statement.Define(name, formula, loss, parts.family(family), span));
  }

  private Optional<String> mended(Written left, Span statement) {
    return switch (left) {
      case Written.Call _ -> Optional.of("function " + text(statement));
      case Written.Product(List<Factor> factors, _)
          when factors.getFirst().value() instanceof Name name && name.isDifferential() ->
          Optional.of("given " + text(statement));
      default -> Optional.empty();
    };
  }

  @Override
  public List<Statement> visitLossOverPoints(LossOverPointsContext ctx) {
    Combination combination = ctx.SUM() == null ? Combination.MEAN : Combination.SUM;
    return List.of(new Statement.LossOverPoints(combination, FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitNameAdjoint(NameAdjointContext ctx) {
    return List.of(
        new Statement.NameAdjoint(
            formulas.name(ctx.name()),
            formulas.visitFormula(ctx.formula()),
            parts.family(ctx.family()),
            FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitConvention(ConventionContext ctx) {
    Optional<Written> at =
        ctx.formula().size() == 2 ? parts.optional(ctx.formula(0)) : Optional.empty();
    Written value = formulas.visitFormula(ctx.formula().getLast());
    boolean undefined = value instanceof Name name && name.text().equals("undefined");
    return List.of(
        new Statement.Convention(
            parts.name(ctx.word()),
            at,
            undefined ? Optional.empty() : Optional.of(value),
            FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitLayout(LayoutContext ctx) {
    return List.of(new Statement.Layout(ctx.NUMERATOR() != null, FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitIndexFrom(IndexFromContext ctx) {
    int origin = parts.wholeNumber(ctx.NUMBER().getSymbol(), 1);
    return List.of(new Statement.IndexFrom(origin, FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitGiven(GivenContext ctx) {
    return List.of(
        new Statement.Given(parts.assignments(ctx.assignments()), FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitAt(AtContext ctx) {
    return List.of(
        new Statement.At(
            Optional.ofNullable(ctx.point()).map(parts::name),
            parts.assignments(ctx.assignments()),
            FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitDescend(DescendContext ctx) {
    return List.of(new DescendBuilder(formulas, parts).statement(ctx));
  }

  @Override
  public List<Statement> visitRound(RoundContext ctx) {
    int places = parts.wholeNumber(ctx.NUMBER().getSymbol(), MOST_PLACES);
    Span span = FormulaBuilder.span(ctx);
    if (ctx.name().isEmpty()) {
      return List.of(new Statement.Round(Optional.empty(), places, span));
    }
    return ctx.name().stream()
        .map(
            name -> (Statement) new Statement.Round(Optional.of(formulas.name(name)), places, span))
        .toList();
  }

  @Override
  public List<Statement> visitDerive(DeriveContext ctx) {
    return List.of(new Statement.Derive(parts.requests(ctx), FormulaBuilder.span(ctx)));
  }

  @Override
  public List<Statement> visitTask(TaskContext ctx) {
    return List.of(
        new Statement.Task(
            text(FormulaBuilder.span(ctx.taskLabel())),
            Optional.ofNullable(ctx.taskPoints()).flatMap(this::points),
            ctx.STRING() == null ? "" : unquoted(ctx.STRING().getText()),
            ctx.derive() == null ? List.of() : parts.requests(ctx.derive()),
            FormulaBuilder.span(ctx)));
  }

  private Optional<Rational> points(TaskPointsContext ctx) {
    Rational points = number(ctx.NUMBER(0).getSymbol());
    Rational parts = ctx.SLASH() == null ? Rational.ONE : number(ctx.NUMBER(1).getSymbol());
    if (parts.isZero()) {
      report(Fault.NOT_A_NUMBER.at(source, FormulaBuilder.span(ctx)));
      return Optional.empty();
    }
    return Optional.of(points.dividedBy(parts));
  }

  private static Rational number(Token token) {
    return Rational.of(new BigDecimal(token.getText()));
  }

  private String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.accept(diagnostic);
  }
}
