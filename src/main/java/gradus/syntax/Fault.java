package gradus.syntax;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every fault that a text can have: its code in JSON, its sentence and how a suggestion is put
/// into words, held once.
public enum Fault {
  // the text as a whole
  NO_STATEMENT("there is no statement here", "a first one could be: %s"),
  NO_FORMULA("there is no formula here"),
  TEXT_TOO_LONG("a text may have up to %s bytes; this one has more"),
  TOO_MANY_FAULTS("there are further faults; only the first %s are listed"),

  // characters and numbers
  UNKNOWN_CHARACTER("%s has no meaning here", "write %s"),
  LATEX("this looks like LaTeX, and formulas are typed plainly", "as in %s"),
  OPEN_STRING("this text has no closing '\"' on its line", "write %s"),
  NUMBER_TOO_LONG("a number may have up to %s digits and an exponent up to %s"),
  DECIMAL_POINT("a decimal point has digits on both sides", "write %s"),
  DECIMAL_COMMA("a decimal number is typed with a point", "write %s"),

  // brackets
  NEVER_CLOSED("'%s' is never closed"),
  CLOSES_NOTHING("'%s' closes nothing"),
  TOO_DEEP("brackets, powers and signs may nest up to %s deep; this goes deeper"),

  // formulas
  MISSING_AFTER("something is missing after '%s'"),
  MISSING_BEFORE("something is missing before '%s'"),
  MISSING_BETWEEN("something is missing between '%s' and '%s'"),
  NO_OPERATOR("a product is written with '*'", "write %s"),
  SECOND_LABEL("all labels stand in one pair of brackets, entries in _{…}", "as in %s"),
  DOUBLE_STAR("a power is written with '^'", "write %s"),
  EQUALS_IN_FORMULA("'=' cannot stand inside a formula"),
  COMPARISON_IN_FORMULA("a comparison stands only behind 'if'", "as in %s"),
  BRANCH_WITHOUT_CONDITION("every branch needs a condition or 'otherwise'", "as in %s"),
  UNEXPECTED("'%s' cannot stand here"),

  // statements
  UNKNOWN_STATEMENT("no statement begins with '%s'"),
  MALFORMED_STATEMENT("this '%s' statement cannot be read from '%s' on", "an example: %s"),
  INCOMPLETE_STATEMENT("this '%s' statement is incomplete", "an example: %s"),
  NOT_A_STATEMENT("this formula defines nothing", "a definition looks like: %s"),
  SEMICOLON("a statement ends with its line, not with ';'"),
  NO_COMMA("a list is written with commas", "write %s"),
  NO_CROSS("the sizes of a shape have an x between them", "write %s"),
  LINE_STARTS_WITH_OPERATOR("a line cannot begin with '%s', but the line before can end with it"),
  LEFT_OF_EQUALS("only a name can be defined, and this is not one", "write %s"),
  VALUE_IN_DECLARATION("a declaration holds no value", "write below it: %s"),
  NOT_A_RANGE_OF_NAMES("'%s' is not a range of names", "one looks like: %s"),
  TOO_MANY_NAMES("ranges of names such as w_1..w_8 may stand for up to %s names in all"),
  NOT_A_CLAUSE("'%s' says nothing of a name that could be read", "as in %s"),
  NOT_A_WHOLE_NUMBER("a whole number up to %s is due here"),
  NOT_A_NUMBER("a number is due here"),

  // names and formulas in their scope
  UNKNOWN_NAME("nothing is called '%s'"),
  UNKNOWN_FUNCTION("there is no function '%s'"),
  NOT_A_FUNCTION("'%s' is a quantity, not a function", "a product is written %s"),
  IS_A_FUNCTION("'%s' is a function and needs its argument", "write %s"),
  WRONG_NUMBER_OF_ARGUMENTS("'%s' takes %s, not %s"),
  AMBIGUOUS_PRIME("'%s' has %s arguments, so a prime does not say by which it is differentiated"),
  PRIME_OF_ABBREVIATION("'%s' stands for its formula and cannot be differentiated with a prime"),
  TRANSPOSE_AS_POWER("nothing is called 'T', and a transpose is written with a prime", "write %s"),
  PARTIAL_NEEDS_BRACKETS("a partial derivative is put in brackets here", "write %s"),
  NOT_A_SYMBOL("a name or a partial derivative such as dL/dw is due here"),
  UNBOUNDED_FORMULA("written out, this formula has more than %s parts"),
  NOT_AN_INDEX("'%s' is no whole number in letters, as an index or a label is"),
  LETTER_TAKEN("'%s' has a meaning already; the letter of a sum is its own", "take another: %s"),
  UNSUPPORTED("%s cannot be used yet"),

  // shapes
  INNER_SIZES_DIFFER("%s is %s, %s is %s: the inner sizes %s and %s differ", "did you forget %s?"),
  SHAPES_DIFFER("%s is %s, %s is %s: they do not go together entry by entry", "did you forget %s?"),
  NOT_SIDE_BY_SIDE("%s is %s, %s is %s: side by side, they need as many rows, not %s and %s"),
  SCALAR_NEEDED("a scalar is due here, and %s is %s"),
  DIVISION_BY_MATRIX("only a scalar divides, and %s is %s", "entry by entry, write %s"),
  POWER_OF_MATRIX("only scalars have powers, and %s is %s", "entry by entry, write %s"),
  ABSOLUTE_OF_MATRIX("'|…|' takes a scalar, and %s is %s", "write %s"),
  SQUARE_NEEDED("'%s' takes %s, and %s is %s"),
  NOT_A_DIRECTION("'%s' is no direction, which is rows or columns"),
  DIRECTION_NEEDED("'%s' of a matrix works along its rows or its columns", "write %s"),
  RAGGED_MATRIX("the rows of a matrix are equally long: row 1 has %s, row %s has %s"),
  NESTED_MATRIX("the rows of a matrix stand in one pair of brackets, with ';' between", "write %s"),
  NUMBER_OF_INDICES("%s is %s, so its entries have %s, not %s", "write %s"),
  INDEX_OUT_OF_RANGE("the index %s is out of range: %s is %s"),

  // what is known of names
  NOT_A_FACT("this states nothing", "as in %s"),
  UNSOLVED_EQUATION("an equation has a name alone on one side here", "as in %s"),
  TOO_MANY_CHOICES("a name may be one of up to %s values here"),

  // lone formulas
  ABSENT_NAME("'%s' does not occur in the formula"),
  GRADIENT_OF_MATRIX("a gradient is of one number; this formula is %s"),

  // derivatives that cannot be shown
  NO_MATRIX_FORM("'%s' has no spelling in vectors and matrices", "derive it with %s"),
  NOWHERE_SMOOTH(
      "no values were found at which '%s' has a derivative by '%s', so nothing could be verified"),
  SIZES_WITHOUT_NUMBERS(
      "numbers take a value for every size; these have none: %s", "give them by data, or as in %s"),

  // networks
  DEFINED_TWICE("'%s' is already defined on line %s"),
  PRINTED_ALIKE("%s would be printed just like %s on line %s", "take another name, such as %s"),
  CYCLE("'%s' is defined through itself: %s"),
  SAID_TWICE("%s is already there on line %s"),
  SECOND_LOSS("a network has one loss, and '%s' on line %s is it"),
  LOSS_NEEDED("there is no loss that could be combined over points"),
  NOTHING_TO_DERIVE("nothing is to be derived", "write: %s"),
  DERIVATIVE_IN_FORMULA("a formula of the network cannot use the derivative '%s'"),
  NOT_A_PARTIAL("'%s' is not a derivative", "one looks like: %s"),
  UNKNOWN_DERIVATIVE("nothing says how '%s' depends on '%s'", "define %s"),
  PARTIAL_BY_ITSELF("the derivative of '%s' by itself is always 1"),

  // sizes and shapes of a network
  NOT_A_SIZE("'%s' is no size: a size is a whole number, perhaps in letters for sizes"),
  SIZE_CANNOT_BE("'%s' cannot be %s, whatever the size '%s' is"),
  SIZE_BOUND_TWICE("'%s' is bound to two sizes by the data: %s by %s, %s by %s"),
  NUMBER_FOR_MATRIX(
      "'%s' is %s, so its value is a matrix or a vector, not a single number",
      "one of size 1 is written %s"),
  MATRIX_FOR_NUMBER(
      "'%s' is a scalar, so its value is a single number, not %s", "is it declared %s?"),
  VALUE_DOES_NOT_FIT("'%s' is %s, and this value is %s"),
  LOSS_NOT_SCALAR("a loss is a single number, and '%s' is %s", "write %s"),
  OUTSIDE_FAMILY("there is no '%s', but there is %s"),
  NO_START("there is no '%s' to start from, only %s", "write: %s"),
  SHAPE_OF_FAMILY(
      "the shape of '%s' does not follow from its start, or differs from member to member"),
  ENTRY_LETTER_TAKEN(
      "'%s' has a meaning already; an entry by its formula has letters of its own",
      "take another: %s"),
  ENTRY_LETTER_UNUSED("how far '%s' runs does not follow: it stands in no index on the right"),
  ENTRY_LETTER_RANGES("'%s' runs to %s in one index and to %s in another"),
  NOT_AT_SIZES("at the sizes of the data there is no '%s'"),
  TOO_MANY_ENTRIES("written out entry by entry, a network may have up to %s quantities"),
  SIZE_NOT_POSITIVE("the size '%s' must be at least 1"),
  EMPTY_FAMILY("this range is empty: it runs from %s to %s"),
  FAMILY_TOO_LARGE("a family has at most %s members"),

  // functions of a network
  FUNCTION_EXISTS("'%s' is a function already", "choose another name, such as %s"),
  FUNCTION_WITHOUT_PARAMETERS("the function '%s' needs its parameters", "write: %s"),
  FUNCTION_OF_MORE("the formula of '%s' may use its parameters only, not '%s'"),
  NO_KINK("'%s' has no kink, so its derivative needs no convention"),
  KINK_ELSEWHERE("the kink of '%s' is at %s"),

  // data of a network
  NOT_A_CONSTANT("a number is due here, and '%s' is none"),
  NUMBER_FOR_FUNCTION("'%s' is a function, so its value is a function", "write: %s"),
  FUNCTION_FOR_NUMBER("'%s' takes a number, and '%s' is a function"),
  FUNCTION_HAS_FORMULA("'%s' has a formula; a point fixes abstract functions only"),
  FUNCTION_DOES_NOT_FIT("'%s' cannot be '%s', which is abstract or takes other arguments"),
  GIVEN_TWICE("'%s' has two values%s: %s and %s"),
  GIVEN_BY_MEMBER(
      "the derivative '%s' by one member of a family cannot be given",
      "give the member a name: %s"),
  FACT_VIOLATED("'%s' is declared %s, so it cannot be %s", "%s"),
  MISSING_VALUES("%s has no value for %s"),

  // steps of a network
  UNKNOWN_POINT("no point is called '%s'"),
  WHICH_POINT("there are several points, so a step must say which", "write %s"),
  NO_POINT_FOR_STEP("a step needs values, and there is none for %s", "write: %s"),
  RATE_NOT_POSITIVE("the rate of a descent is positive, and %s is not"),
  NO_STEP("a descent takes at least one step"),
  NOTHING_TO_MOVE("there is no weight or bias that a step could move"),
  NOTHING_TO_DESCEND("there is no loss that a step could lessen"),
  MOVES_COMPUTED("'%s' is computed; a step moves declared names"),
  MOVES_FROZEN("'%s' is frozen, so no step moves it"),
  STEP_ON_KINK(
      "step %s cannot move '%s': there is no value of '%s', since %s is on the kink of '%s', and"
          + " the convention is %s = undefined"),
  STEP_WITHOUT_VALUE("step %s cannot move '%s': there is no value of '%s'"),

  // values of a network
  OUTSIDE_DOMAIN("%s has no value%s: %s, and %s needs %s"),
  DIVISION_BY_ZERO("%s has no value%s: it divides by %s"),
  TOO_LARGE("%s has no value%s: %s is too large a number"),
  NO_BRANCH("%s has no value%s: none of its cases holds there"),
  ;

  private static final int LONGEST_DETAIL = 60;

  private final String sentence;
  private final String hint;

  Fault(String sentence) {
    this(sentence, "did you mean '%s'?");
  }

  Fault(String sentence, String hint) {
    this.sentence = sentence;
    this.hint = hint;
  }

  /// The stable code, such as `unknown-name`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A suggestion in words: `did you mean 'h2'?`
  public String hint(String suggestion) {
    return hint.formatted(suggestion);
  }

  /// Whether it is one of parts whose shapes do not fit.
  public boolean isOfShapes() {
    return compareTo(INNER_SIZES_DIFFER) >= 0 && compareTo(INDEX_OUT_OF_RANGE) <= 0;
  }

  public Diagnostic at(Source source, Span span, Object... details) {
    Object[] short_ = Arrays.stream(details).map(Fault::shortened).toArray();
    return new Diagnostic(source, span, this, sentence.formatted(short_), Optional.empty());
  }

  private static Object shortened(Object detail) {
    String text = detail.toString();
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
  }
}
