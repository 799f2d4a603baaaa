package gradus.syntax.read;

import gradus.syntax.grammar.NetworkBaseVisitor;
import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.grammar.NetworkParser.ComparisonContext;
import gradus.syntax.grammar.NetworkParser.FactorContext;
import gradus.syntax.grammar.NetworkParser.FormulaContext;
import gradus.syntax.grammar.NetworkParser.NameContext;
import gradus.syntax.grammar.NetworkParser.TermContext;
import gradus.syntax.source.Span;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Factor;
import gradus.syntax.written.Written.Operator;
import gradus.syntax.written.Written.Term;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Parse trees of sums, products and powers to written mathematics. Children are walked in a loop,
/// since a sum may have 100,000 terms.
final class FormulaBuilder extends NetworkBaseVisitor<Written> {
  private final OperandBuilder operands = new OperandBuilder(this);

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

  /// An operand of a chain, with the operator and the signs before it.
  private record Link(int operator, List<Span> signs, ParserRuleContext operand) {}

  private static List<Link> links(ParserRuleContext ctx) {
    List<Link> links = new ArrayList<>();
    List<Span> signs = new ArrayList<>();
    int operator = Token.INVALID_TYPE;
    for (ParseTree child : ctx.children) {
      if (child instanceof ParserRuleContext operand) {
        links.add(new Link(operator, List.copyOf(signs), operand));
        signs.clear();
      } else if (type(child) == NetworkParser.MINUS) {
        signs.add(span(child));
      } else {
        operator = type(child);
      }
    }
    return links;
  }

  /// Signs before the first factor belong to the whole product: `-a*b` is `-(a*b)`.
  @Override
  public Written visitTerm(TermContext ctx) {
    if (ctx.getChildCount() == 1) {
      return visitFactor(ctx.factor(0));
    }
    List<Link> links = links(ctx);
    List<Span> signs = links.getFirst().signs;
    Written first = links.getFirst().operand.accept(this);
    if (links.size() == 1) {
      return negated(signs, first, span(ctx));
    }
    List<Factor> factors = new ArrayList<>();
    factors.add(new Factor(Operator.TIMES, first));
    for (Link link : links.subList(1, links.size())) {
      Written value = negated(link.signs, link.operand.accept(this), span(link.operand));
      factors.add(new Factor(operator(link), value));
    }
    Span product = span(ctx.getChild(signs.size())).to(span(ctx));
    return negated(signs, new Written.Product(factors, product), product);
  }

  private static Operator operator(Link link) {
    return switch (link.operator) {
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

  /// `a ^ b ^ c` is `a ^ (b ^ c)`.
  @Override
  public Written visitFactor(FactorContext ctx) {
    if (ctx.getChildCount() == 1) {
      return ctx.operand(0).accept(operands);
    }
    List<Link> links = links(ctx);
    Link last = links.removeLast();
    Written power = last.operand.accept(operands);
    for (Link base : links.reversed()) {
      Written exponent = negated(last.signs, power, power.span());
      boolean entrywise = last.operator == NetworkParser.DOT_CARET;
      power =
          new Written.Power(
              base.operand.accept(operands), exponent, entrywise, span(base.operand).to(span(ctx)));
      last = base;
    }
    return power;
  }

  Written.Name name(NameContext ctx) {
    return operands.name(ctx);
  }

  List<Written.Comparison> comparisons(ComparisonContext ctx) {
    return operands.comparisons(ctx);
  }

  static Span span(ParserRuleContext ctx) {
    return Tokenizer.span(ctx.getStart()).to(Tokenizer.span(ctx.getStop()));
  }

  static Span span(ParseTree tree) {
    return tree instanceof TerminalNode node
        ? Tokenizer.span(node.getSymbol())
        : span((ParserRuleContext) tree);
  }

  private static int type(ParseTree child) {
    return child instanceof TerminalNode node ? node.getSymbol().getType() : Token.INVALID_TYPE;
  }
}
