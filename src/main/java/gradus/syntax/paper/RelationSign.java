package gradus.syntax.paper;

/// What stands between two sides.
public enum RelationSign {
  EQUAL,
  APPROXIMATELY,
  IDENTICAL,
  /// `:=`, `\triangleq`, `\overset{def}{=}`: the left is a name for the right.
  DEFINED_AS,
  /// `=:`: the right is a name for the left.
  DEFINES,
  /// `\leftarrow`
  ASSIGNED,
  LESS,
  AT_MOST,
  GREATER,
  AT_LEAST,
  UNEQUAL,
  ELEMENT,
  PROPORTIONAL,
  /// `y | x`
  GIVEN,
  /// `k \to k + 1`
  TOWARDS,
  /// Any other, such as `\notin`.
  OTHER;

  /// Whether it claims that both sides are the same, roughly at least.
  public boolean equates() {
    return switch (this) {
      case EQUAL, APPROXIMATELY, IDENTICAL, DEFINED_AS, DEFINES, ASSIGNED -> true;
      case LESS, AT_MOST, GREATER, AT_LEAST, UNEQUAL -> false;
      case ELEMENT, PROPORTIONAL, GIVEN, TOWARDS, OTHER -> false;
    };
  }

  public static RelationSign of(String written) {
    return switch (written.replaceAll("\\s", "")) {
      case "=", "==" -> EQUAL;
      case "\\approx", "≈", "\\simeq", "≃", "~=", "\\cong", "≅", "\\approxeq" -> APPROXIMATELY;
      case "\\equiv", "≡" -> IDENTICAL;
      case ":=", "≔", "\\coloneqq", "\\coloneq", "\\triangleq", "≜", "\\doteq" -> DEFINED_AS;
      case "=:", "\\eqqcolon" -> DEFINES;
      case "\\leftarrow", "\\gets", "←", "\\longleftarrow" -> ASSIGNED;
      case "<", "\\lt", "\\ll", "≪" -> LESS;
      case ">", "\\gt", "\\gg", "≫" -> GREATER;
      case "\\le", "\\leq", "\\leqslant", "\\leslant", "≤", "<=", "⩽" -> AT_MOST;
      case "\\ge", "\\geq", "\\geqslant", "\\geslant", "≥", ">=", "⩾" -> AT_LEAST;
      case "\\ne", "\\neq", "≠", "!=", "\\not=" -> UNEQUAL;
      case "\\in", "∈" -> ELEMENT;
      case "\\propto", "∝" -> PROPORTIONAL;
      case "\\mid", "|", "∣", "\\vert" -> GIVEN;
      case "\\to", "→", "\\rightarrow", "->", "\\longrightarrow" -> TOWARDS;
      default -> OTHER;
    };
  }
}
