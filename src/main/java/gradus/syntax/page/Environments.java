package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.paper.Notated.Fence;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;

/// What LaTeX's environments are to a reader: rows of equations, matrices, cases.
public final class Environments {
  private static final Set<String> ROWS =
      Set.of(
          "aligned",
          "align",
          "alignat",
          "alignedat",
          "split",
          "gathered",
          "gather",
          "eqnarray",
          "multline",
          "multlined",
          "flalign",
          "equation",
          "displaymath",
          "math",
          "dmath",
          "dgroup",
          "subequations",
          "empheq",
          "IEEEeqnarray");
  private static final Set<String> CASES =
      Set.of("cases", "dcases", "rcases", "drcases", "numcases");
  private static final Set<String> SKIPPED =
      Set.of(
          "verbatim", "lstlisting", "minted", "comment", "tikzpicture", "Verbatim", "filecontents");

  /// Environments whose rows are not mathematics by themselves.
  private static final Set<String> ONLY_INSIDE = Set.of("tabular", "subequations");

  private Environments() {}

  static String name(String command) {
    return command
        .substring(command.indexOf('{') + 1, command.lastIndexOf('}'))
        .strip()
        .replace("*", "");
  }

  /// The type of `\begin{name}`. An unknown environment is taken for one of rows.
  static int type(String name) {
    return CASES.contains(name)
        ? AnswerParser.BEGIN_CASES
        : isMatrix(name) ? AnswerParser.BEGIN_MATRIX : AnswerParser.BEGIN_ROWS;
  }

  static boolean begins(CommonToken token) {
    return switch (token.getType()) {
      case AnswerParser.BEGIN_MATRIX, AnswerParser.BEGIN_CASES, AnswerParser.BEGIN_ROWS -> true;
      default -> false;
    };
  }

  private static boolean isMatrix(String name) {
    return name.endsWith("matrix")
        || name.endsWith("array") && !name.equals("eqnarray")
        || name.equals("tabular");
  }

  /// Whether it stands in the text and holds mathematics.
  public static boolean isMathematics(String name) {
    return !ONLY_INSIDE.contains(name)
        && (ROWS.contains(name) || CASES.contains(name) || isMatrix(name));
  }

  public static boolean isSkipped(String name) {
    return SKIPPED.contains(name);
  }

  /// Whether a group of column letters follows.
  static boolean hasColumns(String name) {
    return name.endsWith("array") && !name.equals("eqnarray")
        || name.equals("tabular")
        || name.startsWith("alignat")
        || name.equals("alignedat")
        || name.startsWith("IEEE");
  }

  public static Fence fence(String name) {
    return switch (name) {
      case "pmatrix", "psmallmatrix" -> Fence.ROUND;
      case "bmatrix", "bsmallmatrix" -> Fence.SQUARE;
      case "Bmatrix" -> Fence.CURLY;
      case "vmatrix" -> Fence.BAR;
      case "Vmatrix" -> Fence.DOUBLE_BAR;
      default -> Fence.NONE;
    };
  }
}
