package gradus.render.formula;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Shapes;
import gradus.render.box.AtomKind;
import gradus.render.box.Box;
import gradus.render.box.Box.Bracket;
import gradus.render.box.Box.Glyph;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import gradus.render.box.MathStyle;
import gradus.syntax.print.VariadicCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets functions at their arguments.
final class CallSetter {
  /// A wider or taller exponent is hard to read: then `exp(…)`.
  private static final double WIDEST_EXPONENT = 8;

  private static final Glyph BASE_E = new Glyph("e", BoxExtent.line(0.47));
  private static final Glyph PRIME = new Glyph("'", BoxExtent.line(0.3));

  private final Typesetter typesetter;

  CallSetter(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  MathAtom of(Call call) {
    if (call.isDerivative()) {
      return derivative(call);
    }
    FunctionName name = FunctionName.of(call.function(), call.labels());
    if (!call.arguments().stream().allMatch(Shapes::isScalar)
        && !call.function().key().equals("sqrt")) {
      return at(name, VariadicCalls.arguments(call));
    }
    return switch (call.function().key()) {
      case "abs" -> bars(call.arguments().getFirst());
      case "sqrt" -> root(call.arguments().getFirst());
      case "exp" -> exponential(call);
      default -> at(name, VariadicCalls.arguments(call));
    };
  }

  private static boolean hasOneArgument(Call call) {
    return call.arguments().size() == 1;
  }

  private MathAtom bars(Expr inside) {
    return MathAtom.of(Boxes.fence(Bracket.BARS, typesetter.box(inside)), AtomKind.BARS);
  }

  MathAtom root(Expr inside) {
    MathAtom piece = typesetter.piece(inside);
    return new MathAtom(Boxes.root(piece.box()), AtomKind.ROOT, piece.numeric(), true);
  }

  private MathAtom exponential(Call call) {
    Box exponent = new Typesetter(MathStyle.SCRIPT).box(call.arguments().getFirst());
    return exponent.width() > WIDEST_EXPONENT || exponent.height() > 1.4
        ? at(FunctionName.of(call.function(), call.labels()), call.arguments())
        : new MathAtom(Boxes.raised(BASE_E, exponent), AtomKind.CALL, false, true);
  }

  private MathAtom at(FunctionName name, List<Expr> arguments) {
    Box inside = typesetter.listed(arguments);
    boolean fenced = inside instanceof Box.Grid;
    return MathAtom.of(
        Boxes.row(name.box(), fenced ? inside : Boxes.parenthesised(inside)), name.kind());
  }

  /// `g'(z)`; of several arguments `∂_1 g(u, v)`.
  private MathAtom derivative(Call call) {
    FunctionName name = FunctionName.of(call.function(), call.labels());
    Box function =
        hasOneArgument(call)
            ? primed(name.box(), call.orders().getFirst())
            : Boxes.row(operators(call.orders()), name.box());
    return at(new FunctionName(function, name.kind()), call.arguments());
  }

  private static Box primed(Box name, int order) {
    if (order > 3) {
      return Boxes.raised(name, Boxes.parenthesised(NumberSetter.digits(Integer.toString(order))));
    }
    List<Box> parts = new ArrayList<>(List.of(name));
    for (int i = 0; i < order; i++) {
      parts.add(PRIME);
    }
    return Boxes.row(parts);
  }

  private static Box operators(List<Integer> orders) {
    List<Box> parts = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      int order = orders.get(i);
      if (order > 0) {
        Optional<Box> index = Optional.of(NumberSetter.digits(Integer.toString(i + 1)));
        Optional<Box> above =
            order == 1
                ? Optional.empty()
                : Optional.of(NumberSetter.digits(Integer.toString(order)));
        parts.add(Boxes.script(Boxes.PARTIAL, index, above));
      }
    }
    return Boxes.row(parts);
  }
}
