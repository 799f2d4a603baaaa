package gradus.sheet.section;

import gradus.expr.Expr;
import gradus.expr.Shape;
import gradus.sheet.Block;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Inline;
import gradus.sheet.Sheet.Section;
import gradus.syntax.print.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A section as tests write it: a block a line or more, formulas as they are typed, in running text
/// between dollar signs.
///
/// ```
/// Heading
/// A paragraph: (1) uses $z$.
/// | a line of a box
/// | cell | cell                      a row of a table, the first one its header
/// : (1) z = w*x = 2*3 = 6            a chain in columns
/// - z                                a chain in steps that has reasons, a link a line
///   = a*b + c*d {left; right}        labels under the terms
///   = 1                              -- a reason
/// * a note
/// ```
final class Lines {
  private Lines() {}

  static String of(Section section) {
    List<String> lines = new ArrayList<>(List.of(section.heading()));
    section.blocks().forEach(block -> lines.addAll(of(block)));
    return String.join("\n", lines);
  }

  static String of(List<Section> sections) {
    return sections.stream().map(Lines::of).collect(Collectors.joining("\n"));
  }

  private static List<String> of(Block block) {
    return switch (block) {
      case Block.Paragraph(var text) -> List.of(inline(text));
      case Block.Note(var text) -> List.of("* " + inline(text));
      case Block.Box(var lines) -> lines.stream().map(line -> "| " + inline(line)).toList();
      case Block.Table(var header, var rows) -> table(header, rows);
      case Block.Equations(var chains, var arrangement, boolean sized) ->
          chains.stream().flatMap(chain -> of(chain, mark(arrangement, sized)).stream()).toList();
    };
  }

  private static String mark(Arrangement arrangement, boolean sized) {
    return switch (arrangement) {
      case COLUMNS -> ": ";
      case STEPS -> sized ? "- sized " : "- ";
    };
  }

  private static List<String> table(List<List<Inline>> header, List<List<List<Inline>>> rows) {
    List<String> lines = new ArrayList<>(List.of(row(header)));
    rows.forEach(row -> lines.add(row(row)));
    return lines;
  }

  private static String row(List<List<Inline>> cells) {
    return "| " + cells.stream().map(Lines::inline).collect(Collectors.joining(" | "));
  }

  private static List<String> of(DerivationChain chain, String mark) {
    String number = chain.number().isPresent() ? "(" + chain.number().getAsInt() + ") " : "";
    boolean plain =
        chain.links().stream().allMatch(l -> l.reason().isEmpty() && l.braces().isEmpty());
    if (plain) {
      return List.of(mark + number + of(chain));
    }
    List<String> lines = new ArrayList<>(List.of(mark + number + PlainText.of(chain.left())));
    chain.links().forEach(link -> lines.add("  " + of(link)));
    return lines;
  }

  private static String of(DerivationChain chain) {
    return PlainText.of(chain.left())
        + chain.links().stream().map(link -> " " + of(link)).collect(Collectors.joining());
  }

  private static String of(Link link) {
    String braces =
        link.braces().isEmpty()
            ? ""
            : link.braces().stream()
                .map(Lines::inline)
                .collect(Collectors.joining("; ", " {", "}"));
    String reason = link.reason().isEmpty() ? "" : " -- " + inline(link.reason());
    return sign(link.relation()) + " " + PlainText.of(link.right()) + braces + reason;
  }

  private static String sign(Relation relation) {
    return switch (relation) {
      case EQUAL -> "=";
      case APPROXIMATELY -> "≈";
      case DEFINED_AS -> ":=";
    };
  }

  static String inline(List<Inline> text) {
    return text.stream().map(Lines::inline).collect(Collectors.joining());
  }

  private static String inline(Inline part) {
    return switch (part) {
      case Inline.Text(String text) -> text;
      case Inline.Emphasis(String text) -> "_" + text + "_";
      case Inline.Strong(String text) -> "**" + text + "**";
      case Inline.Formula(Expr expr) -> "$" + PlainText.of(expr) + "$";
      case Inline.Equation(DerivationChain chain) -> "$" + of(chain) + "$";
      case Inline.Displayed(DerivationChain chain) -> "$$" + of(chain) + "$$";
      case Inline.Membership(Expr expr, Shape shape) ->
          "$" + PlainText.of(expr) + ": " + shape + "$";
      case Inline.Range(var family) ->
          "$" + family.letter() + " = " + family.from() + ".." + family.to() + "$";
      case Inline.Cite(int number) -> "(" + number + ")";
    };
  }
}
