package gradus.render.latex;

import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.sheet.Block;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Cite;
import gradus.sheet.Inline.Emphasis;
import gradus.sheet.Inline.Equation;
import gradus.sheet.Inline.Formula;
import gradus.sheet.Inline.Text;
import gradus.sheet.Sheet;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A short sheet with every kind of block, as it is written by hand for a small network.
public final class SkeletonSheet {
  private SkeletonSheet() {}

  public static Sheet sheet() {
    return new Sheet(
        "MLP with a skip connection",
        List.of(
            new Section("Given and agreed", List.of(given())),
            new Section("Forward pass", List.of(forward())),
            new Section("Backward pass", backward()),
            new Section(
                "One descent step", List.of(text("All gradients at the old weights."), table())),
            new Section("Loss after the step", after())));
  }

  /// Text with formulas between dollar signs and numbers of equations after `@`.
  static List<Inline> inline(String text) {
    List<Inline> parts = new ArrayList<>();
    boolean formula = false;
    for (String part : text.split("\\$", -1)) {
      if (formula) {
        parts.add(
            part.contains("=") ? new Equation(chain(part)) : new Formula(Typed.formula(part)));
      } else if (!part.isEmpty()) {
        addCites(part, parts);
      }
      formula = !formula;
    }
    return parts;
  }

  private static void addCites(String text, List<Inline> parts) {
    for (String part : text.split("(?<=@\\d{1,2})(?!\\d)|(?=@)")) {
      parts.add(
          part.startsWith("@") ? new Cite(Integer.parseInt(part.substring(1))) : new Text(part));
    }
  }

  public static Paragraph text(String text) {
    return new Paragraph(inline(text));
  }

  /// `left = right = …`, without reasons.
  public static DerivationChain chain(String typed) {
    String[] sides = typed.split(" = ");
    List<Link> links = new ArrayList<>();
    for (int i = 1; i < sides.length; i++) {
      links.add(Link.equal(Typed.formula(sides[i])));
    }
    return new DerivationChain(side(sides[0]), links, OptionalInt.empty());
  }

  private static Expr side(String typed) {
    return typed.endsWith("^+")
        ? new Ref(new Updated(Quantity.of(typed.substring(0, typed.length() - 2))))
        : Typed.formula(typed);
  }

  public static DerivationChain numbered(int number, DerivationChain chain) {
    return new DerivationChain(chain.left(), chain.links(), OptionalInt.of(number));
  }

  static DerivationChain steps(String left, Link... links) {
    return new DerivationChain(side(left), List.of(links), OptionalInt.empty());
  }

  static Link link(String right, String reason) {
    return new Link(Relation.EQUAL, Typed.formula(right), List.of(), inline(reason));
  }

  private static Block given() {
    return new Block.Box(
        List.of(
            inline(
                "Data: $x = 1$, $y = -3$. Weights: $w_0 = w_1 = w_2 = w_s = 0.5$."
                    + " Biases: $b_0 = b_1 = b_2 = 0$, held fixed. Step: $η = 1$."),
            inline(
                "$dL/du$ is the derivative along all paths; $dz_2/dh_0$ between neighbours is the"
                    + " direct one ($h_1$ held)."),
            inline("A superscript + marks a value after the step. All numbers are exact.")));
  }

  private static Block forward() {
    return new Equations(
        List.of(
            numbered(1, chain("z_0 = w_0 * x + b_0 = 0.5 * 1 + 0 = 0.5")),
            numbered(2, chain("h_0 = relu(z_0) = relu(0.5) = 0.5")),
            numbered(3, chain("z_1 = w_1 * h_0 + b_1 = 0.5 * 0.5 + 0 = 0.25")),
            numbered(4, chain("h_1 = relu(z_1) = relu(0.25) = 0.25")),
            numbered(
                5, chain("z_2 = w_2 * h_1 + w_s * h_0 + b_2 = 0.5 * 0.25 + 0.5 * 0.5 + 0 = 0.375")),
            numbered(6, chain("ŷ = z_2 = 0.375")),
            numbered(7, chain("L = |y - ŷ| = |-3 - 0.375| = 3.375"))),
        Arrangement.COLUMNS);
  }

  private static List<Block> backward() {
    Link derivative = Link.equal(new Derivative(Typed.formula("|y - ŷ|"), Quantity.of("ŷ")));
    return List.of(
        new Paragraph(
            List.of(
                new Emphasis("Output."), new Text(" Only "), new Cite(7), new Text(" uses it."))),
        displayed(
            numbered(
                8,
                steps(
                    "dL/dŷ",
                    derivative,
                    link("sign(ŷ - y)", ""),
                    link("sign(0.375 - (-3))", ""),
                    link("1", "")))),
        text("Unit 1. Only @4 uses $z_1$."),
        displayed(
            numbered(
                13,
                steps(
                    "dL/dz_1",
                    link("dL/dh_1 * dh_1/dz_1", "chain rule along @4"),
                    link("dL/dh_1 * {1 if z_1 >= 0; 0 if z_1 < 0}", "derivative of relu"),
                    link("0.5 * 1", "@12, and $z_1 = 0.25$: first case"),
                    link("0.5", "")))),
        text("Unit 0. $h_0$ is used twice: two paths, two terms."),
        displayed(numbered(15, twoPaths()), numbered(17, weight())));
  }

  private static Equations displayed(DerivationChain... chains) {
    return new Equations(List.of(chains), Arrangement.STEPS);
  }

  private static DerivationChain twoPaths() {
    Link sum =
        new Link(
            Relation.EQUAL,
            Typed.formula("dL/dz_1 * dz_1/dh_0 + dL/dz_2 * dz_2/dh_0"),
            List.of(inline("through unit 1"), inline("skip connection")),
            inline("sum over both uses of $h_0$"));
    return steps(
        "dL/dh_0",
        sum,
        link("dL/dz_1 * w_1 + dL/dz_2 * w_s", "local derivatives of @3, @5"),
        link("0.5 * 0.5 + 1 * 0.5", "@13, @9"),
        link("0.25 + 0.5", ""),
        link("0.75", ""));
  }

  private static DerivationChain weight() {
    return steps(
        "dL/dw_0",
        link("dL/dz_0 * dz_0/dw_0", ""),
        link("dL/dz_0 * x", ""),
        link("0.75 * 1", "@16, @1"),
        link("0.75", ""));
  }

  private static Block table() {
    return new Block.Table(
        List.of(inline("weight"), inline("old"), inline("$dL/dw$"), inline("new")),
        List.of(
            row("$w_0$", "$0.5$", "$0.75$", "$0.5 - 1 * 0.75 = -0.25$"),
            row("$w_s$", "$0.5$", "$-0.5$", "$0.5 - 1 * 0.5 = 0$")));
  }

  static List<List<Inline>> row(String... cells) {
    return java.util.Arrays.stream(cells).map(SkeletonSheet::inline).toList();
  }

  private static List<Block> after() {
    return List.of(
        text("$z_0^+ = -0.25$, $h_0^+ = 0$, $L^+ = |-3 - 0| = 3$."),
        new Block.Note(inline("Verified: every gradient against central differences.")));
  }
}
