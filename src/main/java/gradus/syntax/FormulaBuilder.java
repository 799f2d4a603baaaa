package gradus.syntax;

import gradus.syntax.Written.Factor;
import gradus.syntax.Written.Operator;
import gradus.syntax.Written.Term;
import gradus.syntax.grammar.NetworkBaseVisitor;
import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.grammar.NetworkParser.FactorContext;
import gradus.syntax.grammar.NetworkParser.FormulaContext;
import gradus.syntax.grammar.NetworkParser.NameContext;
import gradus.syntax.grammar.NetworkParser.OperandContext;
import gradus.syntax.grammar.NetworkParser.TermContext;
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
        chain.add(new Exponent(entrywise, List.copyOf(signs), operand.accept(operands)));
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

  Written.Name name(NameContext ctx) {
    return operands.name(ctx);
  }

  static Span span(ParserRuleContext ctx) {
    return Lexing.span(ctx.getStart()).to(Lexing.span(ctx.getStop()));
  }

  static Span span(ParseTree tree) {
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
