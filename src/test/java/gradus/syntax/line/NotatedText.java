package gradus.syntax.line;

import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Branch;
import gradus.syntax.paper.Notated.Factor;
import gradus.syntax.paper.Notated.Fence;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.Notated.Superscript.Label;
import gradus.syntax.paper.Notated.Superscript.Primes;
import gradus.syntax.paper.Notated.Superscript.Raised;
import gradus.syntax.paper.Notated.Superscript.Transposition;
import gradus.syntax.paper.Notated.Term;
import gradus.syntax.paper.RelationSign;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Notation back to a line of plain text, for messages: `∂J/∂w_{1,1}^(3) * h_1`.
///
/// It shows the reading, not the layout, and need not be readable by a machine again.
public final class NotatedText {
  /// What binds weaker than its surroundings is put in brackets.
  private enum Strength {
    SUM,
    PRODUCT,
    OPERAND
  }

  private NotatedText() {}

  public static String of(Notated tree) {
    return switch (tree) {
      case Notated.Number(String digits, _) -> digits;
      case Notated.Symbol(String letters, _, List<String> marks, _) ->
          letters + String.join("", marks);
      case Notated.Letters(String letters, _) -> letters;
      case Notated.Mark(String sign, _) -> sign;
      case Notated.Dots _ -> "…";
      case Notated.Scripted(Notated base, var below, var above, _) ->
          operand(base) + below(below) + joined(above, "", NotatedText::superscript);
      case Notated.Sum(List<Term> terms, _) -> sum(terms);
      case Notated.Product(List<Factor> factors, _) -> product(factors);
      case Notated.Fraction(Notated above, Notated below, _, _) ->
          operand(above) + "/" + operand(below);
      case Notated.Derivative derivative -> derivative(derivative);
      case Notated.Root(Optional<Notated> index, Notated value, _) ->
          "root(" + index.map(i -> of(i) + ", ").orElse("") + of(value) + ")";
      case Notated.Group(Fence fence, List<Notated> items, _) -> fenced(fence, list(items));
      case Notated.Absolute(Notated value, _) -> "|" + of(value) + "|";
      case Notated.Norm(Notated value, _) -> "‖" + of(value) + "‖";
      case Notated.Application(Notated function, List<Notated> arguments, _, _) ->
          of(function) + "(" + list(arguments) + ")";
      case Notated.Big(var kind, List<Notated> below, var above, Notated body, _) ->
          (kind == Notated.Big.Kind.SUM ? "Σ" : "Π")
              + below(below)
              + joined(above, "", NotatedText::superscript)
              + " "
              + bracketed(body, Strength.PRODUCT);
      case Notated.Matrix(_, List<List<Notated>> rows, _) ->
          "[" + joined(rows, "; ", NotatedText::list) + "]";
      case Notated.Cases(List<Branch> branches, _) ->
          "{" + joined(branches, "; ", NotatedText::branch) + "}";
      case Notated.Comparison(List<Notated> sides, List<RelationSign> relations, _) ->
          comparison(sides, relations);
      case Notated.Evaluated(Notated value, List<Notated> at, _) ->
          operand(value) + " at " + list(at);
      case Notated.Annotated(Notated value, _, _) -> of(value);
    };
  }

  private static String list(List<Notated> trees) {
    return joined(trees, ", ", NotatedText::of);
  }

  private static <T> String joined(List<T> parts, String separator, Function<T, String> text) {
    return parts.stream().map(text).collect(Collectors.joining(separator));
  }

  private static Strength strength(Notated tree) {
    return switch (tree) {
      case Notated.Sum _, Notated.Comparison _ -> Strength.SUM;
      case Notated.Product _, Notated.Big _, Notated.Evaluated _ -> Strength.PRODUCT;
      case Notated.Fraction _ -> Strength.PRODUCT;
      case Notated.Annotated(Notated value, _, _) -> strength(value);
      case Notated.Number _, Notated.Symbol _, Notated.Letters _, Notated.Mark _ ->
          Strength.OPERAND;
      case Notated.Dots _, Notated.Scripted _, Notated.Root _, Notated.Group _ -> Strength.OPERAND;
      case Notated.Absolute _, Notated.Norm _, Notated.Application _ -> Strength.OPERAND;
      case Notated.Matrix _, Notated.Cases _, Notated.Derivative _ -> Strength.OPERAND;
    };
  }

  private static String bracketed(Notated tree, Strength least) {
    boolean brackets = strength(tree).compareTo(least) < 0;
    return brackets ? "(" + of(tree) + ")" : of(tree);
  }

  private static String operand(Notated tree) {
    return bracketed(tree, Strength.OPERAND);
  }

  private static String sum(List<Term> terms) {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      String sign =
          switch (term.sign()) {
            case PLUS -> text.isEmpty() ? "" : " + ";
            case MINUS -> text.isEmpty() ? "-" : " - ";
            case PLUS_MINUS -> text.isEmpty() ? "±" : " ± ";
          };
      text.append(sign).append(bracketed(term.value(), Strength.PRODUCT));
    }
    return text.toString();
  }

  private static String product(List<Factor> factors) {
    StringBuilder text = new StringBuilder(bracketed(factors.getFirst().value(), Strength.PRODUCT));
    for (Factor factor : factors.subList(1, factors.size())) {
      boolean over = factor.operator() == Operator.OVER;
      text.append(operator(factor.operator()))
          .append(over ? operand(factor.value()) : bracketed(factor.value(), Strength.PRODUCT));
    }
    return text.toString();
  }

  private static String operator(Operator operator) {
    return switch (operator) {
      case SIDE_BY_SIDE, DOT, STAR -> " * ";
      case CROSS -> " × ";
      case ENTRYWISE -> " ⊙ ";
      case TENSOR -> " ⊗ ";
      case OVER -> "/";
    };
  }

  private static String derivative(Notated.Derivative derivative) {
    String of = derivative.of().map(NotatedText::operand).orElse("");
    return switch (derivative.kind()) {
      case GRADIENT -> "∇" + below(derivative.by()) + (of.isEmpty() ? "" : " " + of);
      case PARTIAL -> quotient("∂", of, derivative.by());
      case TOTAL -> quotient("d", of, derivative.by());
    };
  }

  private static String quotient(String sign, String of, List<Notated> by) {
    String order = by.size() > 1 ? "^" + by.size() : "";
    return sign + order + of + "/" + joined(by, "", variable -> sign + operand(variable));
  }

  private static String below(List<Notated> below) {
    if (below.isEmpty()) {
      return "";
    }
    boolean plain =
        below.size() == 1
            && (below.getFirst() instanceof Notated.Number
                || below.getFirst() instanceof Notated.Symbol);
    return plain ? "_" + of(below.getFirst()) : "_{" + joined(below, ",", NotatedText::of) + "}";
  }

  private static String superscript(Superscript superscript) {
    return switch (superscript) {
      case Raised(Notated value) -> "^" + operand(value);
      case Label(List<Notated> values) -> "^(" + list(values) + ")";
      case Transposition _ -> "^T";
      case Primes(int count) -> "'".repeat(count);
    };
  }

  private static String fenced(Fence fence, String inside) {
    return switch (fence) {
      case NONE -> inside;
      case ROUND -> "(" + inside + ")";
      case SQUARE, MIXED -> "[" + inside + "]";
      case CURLY -> "{" + inside + "}";
      case ANGLE -> "⟨" + inside + "⟩";
      case BAR -> "|" + inside + "|";
      case DOUBLE_BAR -> "‖" + inside + "‖";
    };
  }

  private static String branch(Branch branch) {
    String condition = joined(branch.conditions(), " and ", NotatedText::of);
    return of(branch.value()) + (condition.isEmpty() ? " otherwise" : " if " + condition);
  }

  private static String comparison(List<Notated> sides, List<RelationSign> relations) {
    StringBuilder text = new StringBuilder(of(sides.getFirst()));
    for (int i = 0; i < relations.size(); i++) {
      text.append(relation(relations.get(i))).append(of(sides.get(i + 1)));
    }
    return text.toString();
  }

  private static String relation(RelationSign relation) {
    return switch (relation) {
      case EQUAL -> " = ";
      case APPROXIMATELY -> " ≈ ";
      case IDENTICAL -> " ≡ ";
      case DEFINED_AS -> " := ";
      case DEFINES -> " =: ";
      case ASSIGNED -> " ← ";
      case LESS -> " < ";
      case AT_MOST -> " ≤ ";
      case GREATER -> " > ";
      case AT_LEAST -> " ≥ ";
      case UNEQUAL -> " ≠ ";
      case ELEMENT -> " in ";
      case PROPORTIONAL -> " ∝ ";
      case GIVEN -> " | ";
      case TOWARDS -> " → ";
      case OTHER -> " ~ ";
    };
  }
}
