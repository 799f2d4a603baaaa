package gradus.syntax;

import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.syntax.Written.Branch;
import gradus.syntax.Written.Comparison;
import gradus.syntax.Written.Factor;
import gradus.syntax.Written.Operator;
import gradus.syntax.Written.Term;
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
import gradus.syntax.grammar.NetworkParser.FactorContext;
import gradus.syntax.grammar.NetworkParser.FormulaContext;
import gradus.syntax.grammar.NetworkParser.GroupContext;
import gradus.syntax.grammar.NetworkParser.MatrixContext;
import gradus.syntax.grammar.NetworkParser.NameContext;
import gradus.syntax.grammar.NetworkParser.OperandContext;
import gradus.syntax.grammar.NetworkParser.OptionContext;
import gradus.syntax.grammar.NetworkParser.PlainContext;
import gradus.syntax.grammar.NetworkParser.RangingContext;
import gradus.syntax.grammar.NetworkParser.RelationContext;
import gradus.syntax.grammar.NetworkParser.TermContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Parse trees of formulas to written mathematics. Children are walked in a loop, since a sum may
/// have 100,000 terms.
final class FormulaBuilder extends NetworkBaseVisitor<Written> {
  List<Written> all(List<FormulaContext> formulas) {
    return formulas.stream().map(this::visitFormula).toList();
  }

  @Override
  public Written visitFormula(FormulaContext ctx) {
    List<Term> terms = new ArrayList<>();
    boolean negative = false;
    for (ParseTree child : ctx.children) {
      if (child instanceof TermContext term) {
        terms.add(new Term(negative, visitTerm(term)));
      } else {
        negative = type(child) == NetworkParser.MINUS;
      }
    }
    return terms.size() == 1 ? terms.getFirst().value() : new Written.Sum(terms, span(ctx));
  }

  /// Signs before the first factor belong to the whole product: `-a*b` is `-(a*b)`.
  @Override
  public Written visitTerm(TermContext ctx) {
    List<Factor> factors = new ArrayList<>();
    List<Span> signs = new ArrayList<>();
    List<Span> leading = List.of();
    Operator operator = Operator.TIMES;
    for (ParseTree child : ctx.children) {
      if (child instanceof FactorContext factor) {
        leading = factors.isEmpty() ? List.copyOf(signs) : leading;
        List<Span> own = factors.isEmpty() ? List.of() : signs;
        factors.add(new Factor(operator, negated(own, visitFactor(factor), span(factor))));
        signs.clear();
      } else if (type(child) == NetworkParser.MINUS) {
        signs.add(span(child));
      } else {
        operator = operator(child);
      }
    }
    Span whole = span(ctx);
    Written product =
        factors.size() == 1
            ? factors.getFirst().value()
            : new Written.Product(factors, span(ctx.getChild(leading.size())).to(whole));
    return negated(leading, product, whole);
  }

  private static Operator operator(ParseTree child) {
    return switch (type(child)) {
      case NetworkParser.SLASH -> Operator.DIVIDED_BY;
      case NetworkParser.DOT_STAR -> Operator.ENTRYWISE_TIMES;
      case NetworkParser.DOT_SLASH -> Operator.ENTRYWISE_DIVIDED_BY;
      default -> Operator.TIMES;
    };
  }

  private static Written negated(List<Span> signs, Written value, Span end) {
    Written negated = value;
    for (Span sign : signs.reversed()) {
      negated = new Written.Negated(negated, sign.to(end));
    }
    return negated;
  }

  private record Exponent(boolean entrywise, List<Span> signs, Written value) {}

  /// `a ^ b ^ c` is `a ^ (b ^ c)`.
  @Override
  public Written visitFactor(FactorContext ctx) {
    List<Exponent> chain = new ArrayList<>();
    List<Span> signs = new ArrayList<>();
    boolean entrywise = false;
    for (ParseTree child : ctx.children) {
      if (child instanceof OperandContext operand) {
        chain.add(new Exponent(entrywise, List.copyOf(signs), visitOperand(operand)));
        signs.clear();
      } else if (type(child) == NetworkParser.MINUS) {
        signs.add(span(child));
      } else {
        entrywise = type(child) == NetworkParser.DOT_CARET;
      }
    }
    Exponent last = chain.removeLast();
    Written value = last.value;
    while (!chain.isEmpty()) {
      Exponent base = chain.removeLast();
      Written exponent = negated(last.signs, value, value.span());
      value = power(base.value, exponent, last.entrywise);
      last = base;
    }
    return value;
  }

  private static Written power(Written base, Written exponent, boolean entrywise) {
    return new Written.Power(base, exponent, entrywise, base.span().to(exponent.span()));
  }

  @Override
  public Written visitOperand(OperandContext ctx) {
    Written value = withoutPrimes(ctx);
    for (TerminalNode prime : ctx.PRIME()) {
      value = new Written.Transposed(value, value.span().to(span(prime)));
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
    boolean decimal = !isDigits(text);
    Rational value =
        decimal
            ? Rational.of(new BigDecimal(text))
            : new Rational(new BigInteger(text), BigInteger.ONE);
    return new Written.Number(value, decimal, Lexing.span(token));
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private Written call(Written.Name name, CallContext ctx) {
    List<Written> arguments = ctx.argument().stream().map(this::argument).toList();
    return new Written.Call(name, ctx.PRIME().size(), arguments, name.span().to(span(ctx)));
  }

  private Written argument(ArgumentContext ctx) {
    return ctx.accept(this);
  }

  @Override
  public Written visitPlain(PlainContext ctx) {
    return visitFormula(ctx.formula());
  }

  @Override
  public Written visitRanging(RangingContext ctx) {
    return new Written.Ranging(
        ctx.word().getText(),
        visitFormula(ctx.formula(0)),
        visitFormula(ctx.formula(1)),
        span(ctx));
  }

  @Override
  public Written visitOption(OptionContext ctx) {
    return new Written.Option(ctx.getStart().getText(), visitFormula(ctx.formula()), span(ctx));
  }

  Written.Name name(NameContext ctx) {
    List<Written> labels = ctx.formula().stream().map(this::visitFormula).toList();
    List<Written> entries = ctx.entries() == null ? List.of() : entries(ctx.entries());
    return new Written.Name(ctx.getChild(0).getText(), labels, entries, span(ctx));
  }

  private List<Written> entries(EntriesContext ctx) {
    return ctx.SUBSCRIPT() == null
        ? ctx.entry().stream().map(this::visitEntry).toList()
        : List.of(subscript(ctx.SUBSCRIPT().getSymbol()));
  }

  /// `_j`, `_12`
  private static Written subscript(Token token) {
    String text = token.getText().substring(1);
    Span span = new Span(token.getStartIndex() + 1, token.getStopIndex() + 1);
    return isDigits(text)
        ? new Written.Number(Rational.of(new BigDecimal(text)), false, span)
        : new Written.Name(text, List.of(), List.of(), span);
  }

  @Override
  public Written visitEntry(EntryContext ctx) {
    return ctx.formula() == null ? new Written.All(span(ctx)) : visitFormula(ctx.formula());
  }

  @Override
  public Written visitGroup(GroupContext ctx) {
    return visitFormula(ctx.formula());
  }

  @Override
  public Written visitAbsolute(AbsoluteContext ctx) {
    return new Written.Absolute(visitFormula(ctx.formula()), span(ctx));
  }

  @Override
  public Written visitMatrix(MatrixContext ctx) {
    List<List<Written>> rows =
        ctx.row().stream()
            .map(row -> row.formula().stream().map(this::visitFormula).toList())
            .toList();
    return new Written.Matrix(rows, span(ctx));
  }

  @Override
  public Written visitCases(CasesContext ctx) {
    return new Written.Cases(ctx.branch().stream().map(this::branch).toList(), span(ctx));
  }

  private Branch branch(BranchContext ctx) {
    List<Comparison> comparisons = new ArrayList<>();
    ctx.comparison().forEach(comparison -> comparisons.addAll(comparisons(comparison)));
    return new Branch(visitFormula(ctx.formula()), comparisons);
  }

  /// `0 < z < 1` is two comparisons.
  private List<Comparison> comparisons(ComparisonContext ctx) {
    List<Written> sides = ctx.formula().stream().map(this::visitFormula).toList();
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

  static Span span(ParserRuleContext ctx) {
    return Lexing.span(ctx.getStart()).to(Lexing.span(ctx.getStop()));
  }

  private static Span span(ParseTree tree) {
    return switch (tree) {
      case ParserRuleContext ctx -> span(ctx);
      case TerminalNode node -> Lexing.span(node.getSymbol());
      default -> throw new IllegalArgumentException("neither rule nor token: " + tree);
    };
  }

  private static int type(ParseTree child) {
    return child instanceof TerminalNode node ? node.getSymbol().getType() : Token.INVALID_TYPE;
  }
}
