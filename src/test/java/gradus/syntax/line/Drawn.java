package gradus.syntax.line;

import gradus.syntax.paper.Chain;
import gradus.syntax.paper.Claim;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Branch;
import gradus.syntax.paper.Notated.Derivative;
import gradus.syntax.paper.Notated.Differential;
import gradus.syntax.paper.Notated.Face;
import gradus.syntax.paper.Notated.Factor;
import gradus.syntax.paper.Notated.Fence;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.Notated.Term;
import gradus.syntax.paper.RelationSign;
import gradus.syntax.paper.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Trees of notation with every decision visible.
///
/// | drawn | is |
/// |---|---|
/// | `w_{1,2}^(3)^2^T^T?''` | scripts: subscripts, label, superscript, transposition, maybe one, primes |
/// | `«wx»` | letters side by side |
/// | `f?(x)` `f!(x)` | may be called, is called |
/// | `(* a . b × c ~ d)` | a product: dot, cross, side by side |
/// | `∂[L; w]` `d[L; w]` `∇[L; w]` | derivatives |
/// | `(frac a b)` `(frac a b \| d[L; w])` | a fraction, one that may be a derivative |
final class Drawn {
  private Drawn() {}

  static String of(Notated tree) {
    return switch (tree) {
      case Notated.Number(String digits, _) -> digits;
      case Notated.Symbol(String letters, Face face, List<String> marks, _) ->
          switch (face) {
                case PLAIN, UPRIGHT -> "";
                case BOLD -> "b:";
                case CALLIGRAPHIC -> "c:";
                case BLACKBOARD -> "bb:";
              }
              + letters
              + marks.stream().map(mark -> "^" + mark).collect(Collectors.joining());
      case Notated.Letters(String letters, _) -> "«" + letters + "»";
      case Notated.Mark(String sign, _) -> "'" + sign + "'";
      case Notated.Dots _ -> "…";
      case Notated.Scripted(Notated base, var below, var above, _) ->
          of(base)
              + (below.isEmpty() ? "" : "_{" + list(below) + "}")
              + joined(above, "", Drawn::superscript);
      case Notated.Sum(List<Term> terms, _) -> "(+ " + joined(terms, " ", Drawn::term) + ")";
      case Notated.Product(List<Factor> factors, _) ->
          "(* "
              + of(factors.getFirst().value())
              + joined(factors.subList(1, factors.size()), "", Drawn::factor)
              + ")";
      case Notated.Fraction(Notated above, Notated below, Optional<Derivative> derivative, _) ->
          "(frac "
              + of(above)
              + " "
              + of(below)
              + derivative.map(d -> " | " + of(d)).orElse("")
              + ")";
      case Derivative(Differential kind, Optional<Notated> of, List<Notated> by, _) ->
          switch (kind) {
                case PARTIAL -> "∂";
                case TOTAL -> "d";
                case GRADIENT -> "∇";
              }
              + "["
              + of.map(Drawn::of).orElse("")
              + (by.isEmpty() ? "" : "; " + list(by))
              + "]";
      case Notated.Root(Optional<Notated> index, Notated value, _) ->
          "(root" + index.map(i -> " " + of(i)).orElse("") + " " + of(value) + ")";
      case Notated.Group(Fence fence, List<Notated> items, _) -> fenced(fence, list(items));
      case Notated.Absolute(Notated value, _) -> "|" + of(value) + "|";
      case Notated.Norm(Notated value, _) -> "‖" + of(value) + "‖";
      case Notated.Application(Notated function, List<Notated> arguments, boolean certain, _) ->
          of(function) + (certain ? "!" : "?") + "(" + list(arguments) + ")";
      case Notated.Big(var kind, List<Notated> below, var above, Notated body, _) ->
          "("
              + (kind == Notated.Big.Kind.SUM ? "Σ" : "Π")
              + (below.isEmpty() ? "" : "_{" + list(below) + "}")
              + joined(above, "", Drawn::superscript)
              + " "
              + of(body)
              + ")";
      case Notated.Matrix(Fence fence, List<List<Notated>> rows, _) ->
          "m" + fenced(fence, joined(rows, "; ", Drawn::list));
      case Notated.Cases(List<Branch> branches, _) ->
          "{cases " + joined(branches, "; ", Drawn::branch) + "}";
      case Notated.Comparison(List<Notated> sides, List<RelationSign> relations, _) -> {
        StringBuilder text = new StringBuilder(of(sides.getFirst()));
        for (int i = 0; i < relations.size(); i++) {
          text.append(' ')
              .append(relation(relations.get(i)))
              .append(' ')
              .append(of(sides.get(i + 1)));
        }
        yield text.toString();
      }
      case Notated.Evaluated(Notated value, List<Notated> at, _) ->
          "(at " + of(value) + " " + list(at) + ")";
      case Notated.Annotated(Notated value, Notated note, _) ->
          "(note " + of(value) + " " + of(note) + ")";
    };
  }

  private static String fenced(Fence fence, String inside) {
    return switch (fence) {
      case NONE -> "<" + inside + ">";
      case ROUND -> "(" + inside + ")";
      case SQUARE -> "[" + inside + "]";
      case CURLY -> "{" + inside + "}";
      case ANGLE -> "⟨" + inside + "⟩";
      case BAR -> "|" + inside + "|";
      case DOUBLE_BAR -> "‖" + inside + "‖";
      case MIXED -> "[" + inside + ")";
    };
  }

  private static String list(List<Notated> trees) {
    return joined(trees, ",", Drawn::of);
  }

  private static <T> String joined(List<T> parts, String separator, Function<T, String> drawn) {
    return parts.stream().map(drawn).collect(Collectors.joining(separator));
  }

  private static String term(Term term) {
    return switch (term.sign()) {
          case PLUS -> "";
          case MINUS -> "-";
          case PLUS_MINUS -> "±";
        }
        + of(term.value());
  }

  private static String factor(Factor factor) {
    return switch (factor.operator()) {
          case SIDE_BY_SIDE -> " ~ ";
          case DOT -> " . ";
          case CROSS -> " × ";
          case STAR -> " * ";
          case ENTRYWISE -> " ⊙ ";
          case TENSOR -> " ⊗ ";
          case OVER -> " / ";
        }
        + of(factor.value());
  }

  private static String superscript(Superscript superscript) {
    return switch (superscript) {
      case Superscript.Raised(Notated value) -> "^" + of(value);
      case Superscript.Label(List<Notated> values) -> "^(" + list(values) + ")";
      case Superscript.Transposition(boolean letter) -> letter ? "^T?" : "^T";
      case Superscript.Primes(int count) -> "'".repeat(count);
    };
  }

  private static String branch(Branch branch) {
    return of(branch.value())
        + (branch.conditions().isEmpty()
            ? " else"
            : " if " + joined(branch.conditions(), " and ", Drawn::of));
  }

  static String relation(RelationSign relation) {
    return switch (relation) {
      case EQUAL -> "=";
      case APPROXIMATELY -> "≈";
      case IDENTICAL -> "≡";
      case DEFINED_AS -> ":=";
      case DEFINES -> "=:";
      case ASSIGNED -> "←";
      case LESS -> "<";
      case AT_MOST -> "≤";
      case GREATER -> ">";
      case AT_LEAST -> "≥";
      case UNEQUAL -> "≠";
      case ELEMENT -> "∈";
      case PROPORTIONAL -> "∝";
      case GIVEN -> "|";
      case TOWARDS -> "→";
      case OTHER -> "?";
    };
  }

  /// A claim: chains set apart by `;` or `=>`, `↑` where a side is carried over.
  static String of(Claim claim) {
    StringBuilder text = new StringBuilder();
    for (Chain chain : claim.chains()) {
      text.append(text.isEmpty() ? "" : chain.join() == Chain.Join.SO ? " => " : " ; ");
      text.append(of(chain));
    }
    return text.toString();
  }

  private static String of(Chain chain) {
    StringBuilder text = new StringBuilder(chain.carried() ? "↑" : "");
    text.append(of(chain.sides().getFirst()));
    for (int i = 0; i < chain.relations().size(); i++) {
      text.append(' ')
          .append(relation(chain.relations().get(i)))
          .append(' ')
          .append(of(chain.sides().get(i + 1)));
    }
    chain.proviso().ifPresent(proviso -> text.append(" {").append(proviso).append('}'));
    return text.toString();
  }

  static String of(Side side) {
    return side.tree()
            .map(Drawn::of)
            .orElseGet(() -> "!" + side.unreadable().orElseThrow().obstacle())
        + (side.unfinished() ? "…" : "");
  }
}
