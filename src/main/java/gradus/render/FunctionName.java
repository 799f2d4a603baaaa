package gradus.render;

import gradus.calculus.Instance;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.render.Box.Glyph;
import java.util.List;
import java.util.Optional;

/// How a function is printed before its parenthesis.
record FunctionName(Box box, Kind kind) {
  private static final List<String> OPERATORS =
      List.of("exp", "log", "sin", "cos", "tan", "tanh", "sinh", "cosh", "max", "min", "det");

  /// A function of a family has its labels below, `φ_k`, out of the way of primes.
  static FunctionName of(Name name, List<Index> labels) {
    FunctionName plain = of(name);
    if (labels.isEmpty()) {
      return plain;
    }
    Spelling spelling = Spelling.ofFunction(name);
    Box listed = IndexSetter.listed(labels);
    Box below = spelling.index().map(part -> Boxes.row(part, Boxes.COMMA, listed)).orElse(listed);
    return new FunctionName(
        Boxes.script(spelling.base(), Optional.of(below), Optional.empty()), plain.kind());
  }

  private static FunctionName of(Name member) {
    Quantity called = Instance.called(member);
    return called.labels().isEmpty() ? plain(member) : of(called.name(), called.labels());
  }

  private static FunctionName plain(Name name) {
    if (OPERATORS.contains(name.key())) {
      Box box = new Glyph("\\" + name.key(), Size.line(LatexText.width(name.key())));
      return new FunctionName(box, Kind.OPERATOR);
    }
    Spelling spelling = Spelling.ofFunction(name);
    Box box = Boxes.script(spelling.base(), spelling.index(), Optional.empty());
    return new FunctionName(box, Kind.CALL);
  }
}
