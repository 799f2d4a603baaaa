package gradus.render.verdict;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense.Nothing;
import gradus.check.verdict.Assumptions;
import gradus.check.verdict.CheckedAnswer;
import gradus.check.verdict.CheckedAnswer.CheckedClaim;
import gradus.check.verdict.CheckedTask;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Finding.Mistake;
import gradus.check.verdict.Reveal;
import gradus.check.verdict.Slip;
import gradus.check.verdict.Verdict;
import gradus.expr.Expr;
import gradus.expr.Value;
import gradus.syntax.line.AnswerReader;
import gradus.syntax.paper.Answer;
import gradus.syntax.paper.Side.Unreadable;
import gradus.syntax.print.PlainText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a verdict says to whoever wrote the line: at most two sentences, what is right first.
final class VerdictText {
  private static final PlainText WORDS = new PlainText(PlainText.Style.UNICODE, 6);
  private static final int MOST_NAMES = 4;
  private static final int MOST_DIGITS = 9;
  private static final double SMALLEST = 1e-5;
  private static final double LARGEST = 1e7;

  private final CheckedAnswer answer;
  private final Reveal reveal;

  VerdictText(CheckedAnswer answer, Reveal reveal) {
    this.answer = answer;
    this.reveal = reveal;
  }

  static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  static String word(Slip slip) {
    return slip.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String word(CheckedTask.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /// Of the worst link; empty where there is nothing to say.
  String of(CheckedClaim claim) {
    if (claim.findings().isEmpty() && claim.verdict() == Verdict.UNREADABLE) {
      return claim.claim().chains().stream()
          .flatMap(chain -> chain.sides().stream())
          .flatMap(side -> side.unreadable().stream())
          .findFirst()
          .map(VerdictText::unreadable)
          .orElse("I could not read this. A person will; no points lost.");
    }
    return claim.findings().stream()
        .filter(finding -> finding.verdict() == claim.verdict())
        .map(finding -> of(finding, claim))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(repairs(claim));
  }

  private static String repairs(CheckedClaim claim) {
    return claim.claim().repairs().stream()
        .filter(repair -> claim.verdict() != Verdict.SKIPPED && !repair.assumed().isEmpty())
        .findFirst()
        .map(repair -> "Read '" + repair.written() + "' as '" + repair.assumed() + "'.")
        .orElse("");
  }

  String of(Finding finding, CheckedClaim claim) {
    return switch (finding.verdict()) {
      case WRONG -> wrong(finding, claim);
      case UNREADABLE -> finding.unreadable().map(VerdictText::unreadable).orElse("");
      case UNDECIDED -> undecided(finding);
      case FOLLOWS -> follows(finding);
      case NOTED -> noted(finding.note());
      case CORRECT, INTRODUCES, SKIPPED -> "";
    };
  }

  /// Where a limit ended the reading, what was left out and why.
  static Optional<String> limit(Answer answer) {
    return answer
        .limit()
        .map(obstacle ->
            "The rest was not read: "
                + obstacle.message(AnswerReader.LONGEST)
                + " ("
                + obstacle.hint()
                + ").");
  }

  private static String unreadable(Unreadable part) {
    return "I could not read this: "
        + part.message()
        + " ("
        + part.hint()
        + "). A person will; no points lost.";
  }

  private static String undecided(Finding finding) {
    String why = finding.trouble().map(VerdictText::trouble).orElse("neither shown nor refuted");
    return "Undecided: " + why + ". A person will look at it; no points lost.";
  }

  private static String trouble(Nothing nothing) {
    String subject = nothing.subject();
    return switch (nothing.cause()) {
      case UNKNOWN_NAME -> "the network has nothing called '" + subject + "'";
      case UNKNOWN_FUNCTION -> "I do not know the function '" + subject + "'";
      case NO_SUCH_ENTRY -> "there is no such entry in " + subject;
      case NO_SUCH_LABEL -> "the network has no '" + subject + "' with these labels";
      case NO_PLACE -> "no numbers for the letters give '" + subject + "' a meaning";
      case FREE_LETTER -> "it is not said what '" + subject + "' runs over";
      case PAST_END -> "'" + subject + "' runs further than there are entries";
      case SHAPES, SIDES -> "the shapes " + subject + " do not go together";
      case NO_MATRIX -> subject + " is no matrix, and I see no chain rule here";
      case UNSUPPORTED -> subject + " is beyond what I can judge";
    };
  }

  private String follows(Finding finding) {
    int line = finding.follows().map(claim -> answer.claims().get(claim).claim().line()).orElse(0);
    return "Consistent with your line " + line + "; no further points lost.";
  }

  private static String noted(Assumptions note) {
    StringBuilder text = new StringBuilder();
    note.conventions().stream()
        .sorted()
        .forEach(convention -> text.append(text.isEmpty() ? "" : "; ").append(of(convention)));
    if (note.fixed()) {
      text.append(text.isEmpty() ? "" : "; ").append("with the values that the task fixes put in");
    }
    if (note.printed()) {
      text.append(text.isEmpty() ? "" : "; ").append("with numbers as printed, rounded");
    }
    if (note.otherPoint()) {
      text.append(text.isEmpty() ? "" : "; ").append("at another point of the data");
    }
    return "Right, " + text + ".";
  }

  static String of(ReadingConvention convention) {
    return switch (convention) {
      case DIRECT_PARTIALS -> "reading partial derivatives as direct ones, everything else held";
      case SEPARATE_PATHS -> "reading each partial derivative along its own path";
      case ENTRYWISE_PRODUCT -> "reading the product entry by entry";
      case DOT_PRODUCT -> "reading two columns side by side as their dot product";
      case NEW_STATE -> "reading the names as their values after the step";
      case ASSIGNMENT -> "reading '=' as an assignment: the new value on the left";
      case DENOMINATOR_LAYOUT -> "reading rows as belonging to the variable";
      case NUMERATOR_LAYOUT -> "reading the derivative of a number by a column as a row";
      case CHAIN_RULE -> "reading the product of derivatives as the chain rule, entry by entry";
      case SOFTMAX_OF_COLUMNS -> "with a softmax of each column";
      case SUMMED_LOSS -> "reading dZ without the mean over the samples";
      case SIZES_AS_INDICES -> "reading letters for sizes as indices";
      case PARAMETERS_AS_ONE -> "reading the weights as one vector";
      case TRANSPOSED -> "up to a transposition of a row and a column";
      case INDICES_SWAPPED -> "reading the first index as the unit that the weight comes from";
      case WEIGHTS_TRANSPOSED -> "reading the weight matrices as the transposes of the network's";
      case LAYERS_SHIFTED -> "reading the label of a parameter as the layer that it leads from";
      case DECREMENT -> "reading Δ as what is taken off in the step";
      case POWERS -> "reading the superscript as a power";
      case RENEWED_BY_PLUS -> "reading the superscript + as the value after the step";
      case RIGHT_CLASS -> "for the class of the target";
      case ZERO_BEYOND -> "with zero for terms beyond the entries there are, such as padding";
    };
  }

  // ---- wrong ------------------------------------------------------------------------------------

  private String wrong(Finding finding, CheckedClaim claim) {
    String place = place(finding, claim);
    return switch (reveal) {
      case VERDICT -> "";
      case PLACE -> place;
      case HINT -> place + hint(finding);
      case FULL -> full(finding, place);
    };
  }

  private static String place(Finding finding, CheckedClaim claim) {
    long wrong = claim.findings().stream().filter(f -> f.verdict() == Verdict.WRONG).count();
    boolean lastIsRight = wrong > 1 && claim.findings().getLast().verdict().isRight();
    String side = "'" + squeezed(finding.link().right().text()) + "'";
    return lastIsRight
        ? "The end of the line is right; the step to " + side + " is not."
        : "The step to " + side + " is not right.";
  }

  private static String squeezed(String text) {
    String one = text.replaceAll("\\s+", " ").strip();
    return one.codePointCount(0, one.length()) > 60
        ? one.substring(0, one.offsetByCodePoints(0, 59)) + "…"
        : one;
  }

  private static String hint(Finding finding) {
    Slip slip = finding.mistake().map(Mistake::slip).orElse(Slip.OTHER);
    return switch (slip) {
      case SIGN -> " Check the sign.";
      case FACTOR -> " A factor is missing or too many.";
      case INDEX -> " Check the indices.";
      case TRANSPOSE -> " Which order and transpose give the right shape?";
      case ABSOLUTE -> " Can it be negative?";
      case SHAPE ->
          finding.trouble().map(t -> " " + capital(trouble(t)) + ".").orElse(" Check the shapes.");
      case PATH -> " Along how many paths does it reach the loss?";
      case BRANCH -> " Which branch holds here?";
      case ACTIVATION -> " Check the derivative of the activation.";
      case STALE_VALUE -> " Is this the value before or after the step?";
      case ARITHMETIC -> " Calculate it once more.";
      case RATE -> " Compare the learning rate with the one given.";
      case COPIED_DATA -> " Compare the numbers with the data.";
      case LABEL -> " Which layer does this belong to?";
      case OTHER -> "";
    };
  }

  private String full(Finding finding, String place) {
    Optional<Mistake> mistake = finding.mistake();
    if (finding.trouble().isPresent()) {
      return place + " " + capital(trouble(finding.trouble().get())) + ".";
    }
    if (mistake.isEmpty()) {
      return place;
    }
    return place + second(finding, mistake.get());
  }

  /// One sentence more: the reason, and what is expected or where the sides differ.
  private static String second(Finding finding, Mistake mistake) {
    String reason = reason(mistake.slip());
    if (mistake.expected().isPresent()) {
      String expected = "expected " + text(mistake.expected().get()) + ".";
      return reason.isEmpty() ? " " + capital(expected) : " " + reason + "; " + expected;
    }
    if (mistake.left().filter(VerdictText::isPlain).isPresent()
        && mistake.right().filter(VerdictText::isPlain).isPresent()) {
      String l = text(mistake.left().get());
      String r = text(mistake.right().get());
      String values =
          finding.grounds() == Finding.Grounds.WORLDS
              ? at(mistake) + ", the left side is " + l + " and the right side " + r + "."
              : "the left side is " + l + ", the right side " + r + ".";
      return reason.isEmpty() ? " " + capital(values) : " " + reason + "; " + values;
    }
    return reason.isEmpty() ? "" : " " + reason + ".";
  }

  /// Numbers of many digits tell nobody anything.
  private static boolean isPlain(Value value) {
    double size = Math.abs(value.doubleValue());
    return !value.isDefined() || size == 0 || size > SMALLEST && size < LARGEST;
  }

  /// With which numbers the sides differ, where they can be said in a breath.
  private static String at(Mistake mistake) {
    boolean few =
        !mistake.at().isEmpty()
            && mistake.at().size() <= MOST_NAMES
            && mistake.at().values().stream()
                .allMatch(value -> text(value).length() <= MOST_DIGITS);
    return few
        ? mistake.at().entrySet().stream()
            .map(entry ->
                PlainText.of(new Expr.Ref(entry.getKey())) + " = " + text(entry.getValue()))
            .collect(Collectors.joining(", ", "with ", ""))
        : "for example";
  }

  private static String reason(Slip slip) {
    return switch (slip) {
      case SIGN -> "The sign is wrong";
      case FACTOR -> "A factor is wrong";
      case INDEX -> "It is another index";
      case LABEL -> "It is another layer";
      case STALE_VALUE -> "It takes the value from the other side of the step";
      case RATE -> "The learning rate is another";
      case COPIED_DATA -> "A number of the data is copied wrongly";
      case PATH -> "The paths are not all there, or one is too many";
      case ACTIVATION -> "The derivative of the activation is not right";
      case BRANCH -> "It is the other branch";
      case TRANSPOSE -> "It takes the transpose";
      case ABSOLUTE -> "An absolute value is missing";
      case ARITHMETIC -> "It is calculated wrongly";
      case SHAPE, OTHER -> "";
    };
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static String text(Expr expr) {
    return WORDS.print(expr);
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Exact(var number) when number.digits() > MOST_DIGITS ->
          text(Value.of(number.doubleValue()));
      case Value.Exact(var number) ->
          WORDS.print(
              new Expr.Number(
                  number,
                  number.isFiniteDecimal() && number.digits() < 9
                      ? Expr.Notation.DECIMAL
                      : Expr.Notation.FRACTION));
      case Value.Approximate(double number) ->
          WORDS.print(new Expr.Number(gradus.expr.Rational.of(number), Expr.Notation.APPROXIMATE));
      case Value.Undefined _ -> "undefined";
    };
  }
}
