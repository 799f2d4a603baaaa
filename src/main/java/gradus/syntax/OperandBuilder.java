package gradus.syntax;

import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.syntax.Written.Branch;
import gradus.syntax.Written.Comparison;
import gradus.syntax.grammar.NetworkBaseVisitor;
import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.grammar.NetworkParser.AbsoluteContext;
import gradus.syntax.grammar.NetworkParser.ArgumentContext;
import gradus.syntax.grammar.NetworkParser.BranchContext;
import gradus.syntax.grammar.NetworkParser.CallContext;
import gradus.syntax.grammar.NetworkParser.CasesContext;
import gradus.syntax.grammar.NetworkParser.ComparisonContext;
import gradus.syntax.grammar.NetworkParser.EntriesContext;
import gradus.syntax.grammar.NetworkParser.EntryContext;
import gradus.syntax.grammar.NetworkParser.GroupContext;
import gradus.syntax.grammar.NetworkParser.MatrixContext;
import gradus.syntax.grammar.NetworkParser.NameContext;
import gradus.syntax.grammar.NetworkParser.OperandContext;
import gradus.syntax.grammar.NetworkParser.OptionContext;
import gradus.syntax.grammar.NetworkParser.PlainContext;
import gradus.syntax.grammar.NetworkParser.RangingContext;
import gradus.syntax.grammar.NetworkParser.RelationContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Parse trees of what stands between operators: numbers, names, calls, brackets.
final class OperandBuilder extends NetworkBaseVisitor<Written> {
  private final FormulaBuilder formulas;

  OperandBuilder(FormulaBuilder formulas) {
    this.formulas = formulas;
  }

  @Override
  public Written visitOperand(OperandContext ctx) {
    Written value = withoutPrimes(ctx);
    if (ctx.entries() != null) {
      Span span = value.span().to(FormulaBuilder.span(ctx.entries()));
      value = new Written.Entry(value, entries(ctx.entries()), span);
    }
    for (TerminalNode prime : ctx.PRIME()) {
      value = new Written.Transposed(value, value.span().to(FormulaBuilder.span(prime)));
    }
    return value;
  }

  private Written withoutPrimes(OperandContext ctx) {
    return switch (ctx.getChild(0)) {
      case TerminalNode number -> number(number.getSymbol());
      case NameContext name when ctx.call() != null -> call(name(name), ctx.call());
      case NameContext name -> name(name);
      case ParseTree other -> other.accept(this);
    };
  }

  static Written.Number number(Token token) {
    String text = token.getText();
    return Indices.isWhole(text)
        ? Written.Number.whole(text, Lexing.span(token))
        : new Written.Number(Rational.of(new BigDecimal(text)), true, Lexing.span(token));
  }

  private Written call(Written.Name name, CallContext ctx) {
    List<Written> arguments = ctx.argument().stream().map(this::argument).toList();
    return new Written.Call(
        name, ctx.PRIME().size(), arguments, name.span().to(FormulaBuilder.span(ctx)));
  }

  private Written argument(ArgumentContext ctx) {
    return ctx.accept(this);
  }

  @Override
  public Written visitPlain(PlainContext ctx) {
    return formulas.visitFormula(ctx.formula());
  }

  @Override
  public Written visitRanging(RangingContext ctx) {
    return new Written.Ranging(
        ctx.word().getText(),
        formulas.visitFormula(ctx.formula(0)),
        formulas.visitFormula(ctx.formula(1)),
        FormulaBuilder.span(ctx));
  }

  @Override
  public Written visitOption(OptionContext ctx) {
    return new Written.Option(
        ctx.getStart().getText(), formulas.visitFormula(ctx.formula()), FormulaBuilder.span(ctx));
  }

  Written.Name name(NameContext ctx) {
    List<Written> labels = ctx.formula().stream().map(formulas::visitFormula).toList();
    List<Written> entries = ctx.entries() == null ? List.of() : entries(ctx.entries());
    return new Written.Name(ctx.getChild(0).getText(), labels, entries, FormulaBuilder.span(ctx));
  }

  private List<Written> entries(EntriesContext ctx) {
    return ctx.SUBSCRIPT() == null
        ? ctx.entry().stream().map(this::visitEntry).toList()
        : List.of(subscript(ctx.SUBSCRIPT().getSymbol()));
  }

  /// `_j`, `_12`
  private static Written subscript(Token token) {
    Span span = Lexing.span(token);
    return Indices.subscript(token.getText().substring(1), new Span(span.start() + 1, span.end()));
  }

  @Override
  public Written visitEntry(EntryContext ctx) {
    List<Written> ends = formulas.all(ctx.formula());
    return switch (ends.size()) {
      case 0 -> new Written.All(FormulaBuilder.span(ctx));
      case 1 -> ends.getFirst();
      default -> new Written.Between(ends.getFirst(), ends.getLast(), FormulaBuilder.span(ctx));
    };
  }

  @Override
  public Written visitGroup(GroupContext ctx) {
    return formulas.visitFormula(ctx.formula());
  }

  @Override
  public Written visitAbsolute(AbsoluteContext ctx) {
    return new Written.Absolute(formulas.visitFormula(ctx.formula()), FormulaBuilder.span(ctx));
  }

  @Override
  public Written visitMatrix(MatrixContext ctx) {
    List<List<Written>> rows =
        ctx.row().stream()
            .map(row -> row.formula().stream().map(formulas::visitFormula).toList())
            .toList();
    return new Written.Matrix(rows, FormulaBuilder.span(ctx));
  }

  @Override
  public Written visitCases(CasesContext ctx) {
    return new Written.Cases(
        ctx.branch().stream().map(this::branch).toList(), FormulaBuilder.span(ctx));
  }

  private Branch branch(BranchContext ctx) {
    List<Comparison> comparisons = new ArrayList<>();
    ctx.comparison().forEach(comparison -> comparisons.addAll(comparisons(comparison)));
    return new Branch(formulas.visitFormula(ctx.formula()), comparisons);
  }

  /// `0 < z < 1` is two comparisons.
  List<Comparison> comparisons(ComparisonContext ctx) {
    List<Written> sides = ctx.formula().stream().map(formulas::visitFormula).toList();
    List<Comparison> comparisons = new ArrayList<>();
    List<RelationContext> relations = ctx.relation();
    for (int i = 0; i < relations.size(); i++) {
      comparisons.add(
          new Comparison(sides.get(i), relation(relations.get(i).getStart()), sides.get(i + 1)));
    }
    return comparisons;
  }

  static Relation relation(Token token) {
    return switch (token.getType()) {
      case NetworkParser.LESS -> Relation.LESS;
      case NetworkParser.AT_MOST -> Relation.AT_MOST;
      case NetworkParser.UNEQUAL -> Relation.UNEQUAL;
      case NetworkParser.AT_LEAST -> Relation.AT_LEAST;
      case NetworkParser.GREATER -> Relation.GREATER;
      default -> Relation.EQUAL;
    };
  }
}
