package gradus.render;

import gradus.expr.Name;
import gradus.render.Box.Glyph;
import java.util.List;
import java.util.Optional;

/// How a function is printed before its parenthesis.
record FunctionName(Box box, Kind kind) {
  private static final List<String> OPERATORS =
      List.of("exp", "log", "sin", "cos", "tan", "tanh", "sinh", "cosh", "max", "min", "det");

  static FunctionName of(Name name) {
    if (OPERATORS.contains(name.key())) {
      Box box = new Glyph("\\" + name.key(), Size.line(LatexText.width(name.key())));
      return new FunctionName(box, Kind.OPERATOR);
    }
    if (name.key().equals("sigmoid")) {
      return new FunctionName(new Glyph("\\sigma", Size.line(0.61)), Kind.CALL);
    }
    Spelling spelling = Spelling.ofFunction(name);
    Box box = Boxes.script(spelling.base(), spelling.index(), Optional.empty());
    return new FunctionName(box, Kind.CALL);
  }
}
