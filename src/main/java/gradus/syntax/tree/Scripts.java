package gradus.syntax.tree;

import gradus.syntax.grammar.AnswerParser.ArgumentContext;
import gradus.syntax.grammar.AnswerParser.ScriptContext;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Application;
import gradus.syntax.paper.Notated.Face;
import gradus.syntax.paper.Notated.Factor;
import gradus.syntax.paper.Notated.Fence;
import gradus.syntax.paper.Notated.Group;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Number;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Product;
import gradus.syntax.paper.Notated.Scripted;
import gradus.syntax.paper.Notated.Sign;
import gradus.syntax.paper.Notated.Sum;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.Notated.Superscript.Label;
import gradus.syntax.paper.Notated.Superscript.Primes;
import gradus.syntax.paper.Notated.Superscript.Raised;
import gradus.syntax.paper.Notated.Superscript.Transposition;
import gradus.syntax.paper.Notated.Symbol;
import gradus.syntax.paper.Notated.Term;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;

/// The subscripts and superscripts of one operand, being collected.
final class Scripts {
  private final Operands operands;
  private final List<Notated> below = new ArrayList<>();
  private final List<Superscript> above = new ArrayList<>();
  private Span end = new Span(0, 0);

  Scripts(Operands operands) {
    this.operands = operands;
  }

  void add(ScriptContext ctx) {
    end = NotationBuilder.span(ctx);
    if (ctx.PRIME() != null) {
      addPrimes(1);
    } else if (ctx.SUB() != null) {
      below.addAll(argument(ctx.argument()));
    } else {
      List<Notated> raised = argument(ctx.argument());
      if (raised.size() == 1) {
        raise(raised.getFirst());
      } else if (!raised.isEmpty()) {
        above.add(new Label(raised));
      }
    }
  }

  private List<Notated> argument(ArgumentContext ctx) {
    List<Notated> items = operands.itemsOf(ctx.operand());
    return ctx.MINUS() == null
        ? items
        : items.stream()
            .<Notated>map(
                item -> new Sum(List.of(new Term(Sign.MINUS, item)), NotationBuilder.span(ctx)))
            .toList();
  }

  /// `^{(2)T}` holds two superscripts, `^{T(2)}` too.
  private void raise(Notated value) {
    switch (value) {
      case Product(List<Factor> factors, _) when isRow(factors) ->
          factors.forEach(factor -> raise(factor.value()));
      case Application(Notated function, List<Notated> arguments, _, _)
          when isTransposition(function) -> {
        raise(function);
        above.add(new Label(arguments));
      }
      case Group(Fence fence, List<Notated> items, _)
          when fence == Fence.ROUND || fence == Fence.SQUARE || fence == Fence.ANGLE ->
          above.add(new Label(items));
      case Mark(String sign, _) when sign.equals("'") -> addPrimes(1);
      case Mark(String sign, _) when sign.equals("⊤") -> above.add(new Transposition(false));
      case Notated letter when isTransposition(letter) -> above.add(new Transposition(true));
      default -> above.add(new Raised(value));
    }
  }

  private static boolean isRow(List<Factor> factors) {
    return factors.stream().allMatch(factor -> factor.operator() == Operator.SIDE_BY_SIDE)
        && factors.stream()
            .anyMatch(factor -> factor.value() instanceof Group || factor.value() instanceof Mark);
  }

  private static boolean isTransposition(Notated value) {
    return value instanceof Symbol(String letters, Face face, List<String> marks, _)
        && (letters.equals("T") || letters.equals("t") && face == Face.UPRIGHT)
        && marks.isEmpty();
  }

  private void addPrimes(int count) {
    if (!above.isEmpty() && above.getLast() instanceof Primes(int before)) {
      above.set(above.size() - 1, new Primes(before + count));
    } else {
      above.add(new Primes(count));
    }
  }

  List<Notated> below() {
    return List.copyOf(below);
  }

  List<Superscript> above() {
    return List.copyOf(above);
  }

  /// Of `∂^2`.
  int order() {
    return above.size() == 1 && above.getFirst() instanceof Raised(Number(String digits, _))
        ? LeibnizFractions.order(digits)
        : 1;
  }

  /// The base with its scripts; braces around a base with scripts make no difference.
  Notated around(Notated base) {
    if (below.isEmpty() && above.isEmpty()) {
      return base;
    }
    Span span = NotationBuilder.around(base.span(), end);
    if (base instanceof Scripted(Notated inner, List<Notated> lower, List<Superscript> upper, _)) {
      List<Notated> allBelow = new ArrayList<>(lower);
      allBelow.addAll(below);
      List<Superscript> allAbove = new ArrayList<>(upper);
      allAbove.addAll(above);
      return new Scripted(inner, allBelow, allAbove, span);
    }
    return new Scripted(base, below, above, span);
  }
}
