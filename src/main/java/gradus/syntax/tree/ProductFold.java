package gradus.syntax.tree;

import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Application;
import gradus.syntax.paper.Notated.Derivative;
import gradus.syntax.paper.Notated.Differential;
import gradus.syntax.paper.Notated.Face;
import gradus.syntax.paper.Notated.Factor;
import gradus.syntax.paper.Notated.Fence;
import gradus.syntax.paper.Notated.Group;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Matrix;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Product;
import gradus.syntax.paper.Notated.Scripted;
import gradus.syntax.paper.Notated.Sum;
import gradus.syntax.paper.Notated.Symbol;
import gradus.syntax.paper.Notated.Term;
import gradus.syntax.paper.Obstacle;
import gradus.syntax.source.Span;
import gradus.syntax.tree.ProductPiece.Placed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The pieces of a product, from right to left, each head taking what it reaches:
///
/// | head | takes |
/// |---|---|
/// | `f (…)` | the brackets right behind it |
/// | `\log`, `\nabla_w` | brackets right behind it, else all that stands side by side |
/// | `\frac{\partial}{\partial x}` | brackets and what stands beside them, else the rest of the product |
/// | `\sum` | the rest of the product |
final class ProductFold {
  /// Heads nest: `\log \log \log x`.
  private static final int MOST_HEADS = 20;

  private final NotationBuilder building;
  private final Deque<Factor> done = new ArrayDeque<>();

  private ProductFold(NotationBuilder building) {
    this.building = building;
  }

  static Notated folded(List<Placed> pieces, NotationBuilder building) {
    List<Placed> joined = LeibnizFractions.joined(pieces, building);
    long heads =
        joined.stream().filter(placed -> !(placed.piece() instanceof ProductPiece.Whole)).count();
    if (heads > MOST_HEADS) {
      building.stray(Obstacle.TOO_DEEP, joined.getFirst().piece().span());
      return new Mark("…", joined.getFirst().piece().span());
    }
    ProductFold folding = new ProductFold(building);
    joined.reversed().forEach(folding::add);
    return folding.all();
  }

  private void add(Placed placed) {
    Notated value =
        switch (placed.piece()) {
          case ProductPiece.Whole(Notated whole) -> applied(whole);
          case ProductPiece.Function(Notated name) ->
              applied(name, true).orElseGet(() -> prefixed(name));
          case ProductPiece.Big big -> big(big);
          case ProductPiece.Nabla(List<Notated> below, Span span) ->
              differentiated(new Derivative(Differential.GRADIENT, Optional.empty(), below, span));
          case ProductPiece.Differentiation(Derivative operator) -> differentiated(operator);
          case ProductPiece.Partial partial -> partial(partial);
        };
    Notated signed =
        placed.sign().isPresent()
            ? new Sum(List.of(new Term(placed.sign().get(), value)), value.span())
            : value;
    done.push(new Factor(placed.operator(), signed));
  }

  private Notated applied(Notated head) {
    return isName(head) ? applied(head, isWord(head)).orElse(head) : head;
  }

  private static boolean isName(Notated head) {
    return switch (head) {
      case Symbol _, Letters _ -> true;
      case Scripted(Notated base, _, _, _) -> base instanceof Symbol || base instanceof Letters;
      default -> false;
    };
  }

  /// Whether it is set as one word, or is an indicator or an expectation.
  private static boolean isWord(Notated head) {
    return switch (head) {
      case Symbol(String letters, Face face, _, _) ->
          face == Face.BLACKBOARD || face == Face.UPRIGHT && letters.length() > 1;
      case Scripted(Notated base, _, _, _) -> isWord(base);
      default -> false;
    };
  }

  /// The head with the brackets right behind it, whose scripts then stand around both.
  private Optional<Notated> applied(Notated head, boolean certain) {
    if (done.isEmpty() || done.element().operator() != Operator.SIDE_BY_SIDE) {
      return Optional.empty();
    }
    Notated next = done.element().value();
    Span span = NotationBuilder.around(head.span(), next.span());
    Optional<Notated> application =
        switch (next) {
          case Scripted(Notated base, List<Notated> below, var above, _) ->
              application(head, base, certain)
                  .map(inner -> new Scripted(inner, below, above, span));
          default -> application(head, next, certain);
        };
    application.ifPresent(_ -> done.pop());
    return application;
  }

  private static Optional<Notated> application(Notated head, Notated brackets, boolean certain) {
    Span span = NotationBuilder.around(head.span(), brackets.span());
    return switch (brackets) {
      case Group(Fence fence, List<Notated> items, _) when encloses(fence, certain) ->
          Optional.of(new Application(head, items, certain || items.size() > 1, span));
      case Matrix(Fence fence, _, _) when certain && fence != Fence.NONE ->
          Optional.of(new Application(head, List.of(brackets), true, span));
      default -> Optional.empty();
    };
  }

  private static boolean encloses(Fence fence, boolean certain) {
    return switch (fence) {
      case ROUND -> true;
      case SQUARE, CURLY -> certain;
      case NONE, ANGLE, BAR, DOUBLE_BAR, MIXED -> false;
    };
  }

  private Notated prefixed(Notated name) {
    return beside()
        .<Notated>map(argument ->
            new Application(
                name,
                List.of(argument),
                true,
                NotationBuilder.around(name.span(), argument.span())))
        .orElse(name);
  }

  private Notated differentiated(Derivative operator) {
    boolean brackets = !done.isEmpty() && LeibnizFractions.isBracket(done.element().value());
    boolean reaches =
        operator.kind() != Differential.GRADIENT
            && !brackets
            && !done.isEmpty()
            && done.element().operator() == Operator.SIDE_BY_SIDE;
    Optional<Notated> operand = reaches ? Optional.of(all()) : beside();
    return operand
        .<Notated>map(of ->
            new Derivative(
                operator.kind(),
                Optional.of(of),
                operator.by(),
                NotationBuilder.around(operator.span(), of.span())))
        .orElse(operator);
  }

  /// `∂_w L`; any other `∂` that found no fraction is lost.
  private Notated partial(ProductPiece.Partial partial) {
    if (!partial.below().isEmpty()) {
      return differentiated(
          new Derivative(Differential.PARTIAL, Optional.empty(), partial.below(), partial.span()));
    }
    building.stray(Obstacle.STRAY_PARTIAL, partial.span());
    return new Mark("∂", partial.span());
  }

  private Notated big(ProductPiece.Big big) {
    if (done.isEmpty()) {
      building.stray(Obstacle.NOTHING_TO_SUM, big.span());
      return new Mark("Σ", big.span());
    }
    Notated body = all();
    return new Notated.Big(
        big.kind(),
        big.below(),
        big.above(),
        body,
        NotationBuilder.around(big.span(), body.span()));
  }

  /// Takes what stands side by side next.
  private Optional<Notated> beside() {
    Deque<Factor> taken = new ArrayDeque<>();
    while (!done.isEmpty() && done.element().operator() == Operator.SIDE_BY_SIDE) {
      taken.add(done.pop());
    }
    return taken.isEmpty() ? Optional.empty() : Optional.of(product(taken));
  }

  /// Takes all that is left.
  private Notated all() {
    Notated product = product(done);
    done.clear();
    return product;
  }

  private static Notated product(Deque<Factor> factors) {
    Factor first = factors.element();
    if (factors.size() == 1) {
      return first.value();
    }
    Span span = first.value().span();
    for (Factor factor : factors) {
      span = NotationBuilder.around(span, factor.value().span());
    }
    List<Factor> all = factors.stream().toList();
    return new Product(first.operator() == Operator.SIDE_BY_SIDE ? all : withPlainFirst(all), span);
  }

  private static List<Factor> withPlainFirst(List<Factor> factors) {
    List<Factor> plain = new ArrayList<>(factors);
    plain.set(0, new Factor(Operator.SIDE_BY_SIDE, factors.getFirst().value()));
    return plain;
  }
}
