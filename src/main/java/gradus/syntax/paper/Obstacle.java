package gradus.syntax.paper;

/// What can keep a side from being read: its sentence, and what would help, held once.
public enum Obstacle {
  NEVER_CLOSED("'%s' is never closed", "close it"),
  CLOSES_NOTHING("'%s' closes nothing", "take it away, or open what it closes"),
  TOO_DEEP("brackets nest more than %s deep", "name the inner parts and write them apart"),
  TOO_LONG("a side may have up to %s signs; this one has more", "split it into several lines"),
  TOO_MANY_CLAIMS("an answer may make up to %s claims; this one makes more", "split it"),
  TEXT_TOO_LONG("an answer may have up to %s characters; this one has more", "split it"),
  ENDLESS_MACRO("'%s' expands without end", "write out what it stands for"),
  UNKNOWN_COMMAND("I do not know '%s'", "write it with usual mathematics"),
  UNKNOWN_CHARACTER("%s has no meaning here", "write it in LaTeX"),
  PROSE("words stand inside the formula: '%s'", "put words outside the formula"),
  NOTHING_THERE("there is nothing before or behind '%s'", "write the side that is missing"),
  MISSING_OPERAND("something is missing before '%s'", "write what is missing"),
  UNEXPECTED("I could not read on from '%s'", "write it in plainer LaTeX"),
  STRAY_PARTIAL("'∂' stands outside a fraction", "write \\frac{\\partial L}{\\partial w}"),
  NOTHING_TO_SUM("nothing stands behind '%s'", "write what is summed"),
  NOT_TYPED("%s", "write it as in dL/dw_1 = 2*(y - p)*h_1");

  private static final int LONGEST_DETAIL = 40;

  private final String sentence;
  private final String hint;

  Obstacle(String sentence, String hint) {
    this.sentence = sentence;
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }

  public String message(Object detail) {
    String text = detail.toString();
    return sentence.formatted(
        text.codePointCount(0, text.length()) <= LONGEST_DETAIL || this == NOT_TYPED
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_DETAIL)) + "…");
  }
}
