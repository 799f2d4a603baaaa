package gradus.syntax.source;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.TestScope;
import gradus.syntax.read.FormulaParse;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.read.LimitTest;
import gradus.syntax.read.NetworkParse;
import gradus.syntax.read.NetworkReader;
import gradus.syntax.read.WhereReaderTest;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.resolve.ShapedFormulaTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each fault of this room by an example: what is typed, where it is at fault, what is said.
public final class FaultTest {
  private static final String IN_NETWORKS =
      """
      NO_STATEMENT         | # nothing                | 1:1+0  there is no statement here; a first one could be: network "MLP with a skip connection"
      UNKNOWN_CHARACTER    | a = b § c                | 1:7+1  '§' (U+00A7) has no meaning here
      UNKNOWN_CHARACTER    | a = w₁                   | 1:6+1  '₁' (U+2081) has no meaning here; write _1
      UNKNOWN_CHARACTER    | a = b ~~~~ c             | 1:7+4  '~' (U+007E) has no meaning here
      UNKNOWN_CHARACTER    | network “MLP             | 1:9+1  '“' (U+201C) has no meaning here; write "
      LATEX                | a = \\frac{\\partial L}{2}| 1:5+1  this looks like LaTeX, and formulas are typed plainly; as in dL/dw_1 = 2*(y - p)*h_1
      OPEN_STRING          | network "MLP             | 1:9+4  this text has no closing '"' on its line; write "MLP"
      MISSING_AFTER        | a = b +                  | 1:7+1  something is missing after '+'
      MISSING_AFTER        | a = b for k in 1..       | 1:17+2 something is missing after '..'
      MISSING_AFTER        | a = b for k              | 1:11+1 something is missing after 'k'
      MISSING_BEFORE       | = 3                      | 1:1+1  something is missing before '='
      MISSING_BETWEEN      | a = b + * c              | 1:7+3  something is missing between '+' and '*'
      NO_OPERATOR          | a = 2b                   | 1:5+2  a product is written with '*'; write 2*b
      NO_OPERATOR          | 2a = b                   | 1:1+2  a product is written with '*'; write 2*a
      IS_A_FUNCTION        | h = relu z               | 1:5+4  'relu' is a function and needs its argument; write relu(z)
      EQUALS_IN_FORMULA    | a = b = 3                | 1:7+1  '=' cannot stand inside a formula
      EQUALS_IN_FORMULA    | loss L = f(p = 3)        | 1:14+1 '=' cannot stand inside a formula
      UNEXPECTED           | a : b                    | 1:3+1  ':' cannot stand here
      UNKNOWN_STATEMENT    | wieght w                 | 1:1+6  no statement begins with 'wieght'; did you mean 'weight'?
      UNKNOWN_STATEMENT    | Weight w                 | 1:1+6  no statement begins with 'Weight'; did you mean 'weight'?
      UNKNOWN_STATEMENT    | parameter w              | 1:1+9  no statement begins with 'parameter'; did you mean 'weight'?
      UNKNOWN_STATEMENT    | Param w                  | 1:1+5  no statement begins with 'Param'; did you mean 'weight'?
      UNKNOWN_STATEMENT    | output p                 | 1:1+6  no statement begins with 'output'; did you mean 'target'?
      UNKNOWN_STATEMENT    | def f(z) = z^2           | 1:1+3  no statement begins with 'def'; did you mean 'function'?
      UNKNOWN_STATEMENT    | let z = w*x # so         | 1:1+3  no statement begins with 'let'; did you mean 'z = w*x'?
      UNKNOWN_STATEMENT    | foo w                    | 1:1+3  no statement begins with 'foo'
      MALFORMED_STATEMENT  | descend rte eta = 0.9    | 1:9+3  this 'descend' statement cannot be read from 'rte' on; an example: descend rate eta = 0.9
      MALFORMED_STATEMENT  | at first x = 1           | 1:10+1 this 'at' statement cannot be read from 'x' on; an example: at first: x = 1, y = -3
      MALFORMED_STATEMENT  | network MLP              | 1:9+3  this 'network' statement cannot be read from 'MLP' on; an example: network "MLP with a skip connection"
      MALFORMED_STATEMENT  | convention relu' = 1     | 1:18+1 this 'convention' statement cannot be read from '=' on; an example: convention relu'(0) = 1
      MALFORMED_STATEMENT  | task (a) [3 pts]         | 1:13+3 this 'task' statement cannot be read from 'pts' on; an example: task (a) [3 points] "Derive the gradient of w_1.": derive dL/dw_1
      INCOMPLETE_STATEMENT | derive                   | 1:1+6  this 'derive' statement is incomplete; an example: derive dL/dw_1, dL/dw_2
      INCOMPLETE_STATEMENT | given w                  | 1:1+7  this 'given' statement is incomplete; an example: given w_1 = 1/2, w_2 = -1
      NOT_A_STATEMENT      | w*x + b                  | 1:1+7  this formula defines nothing; a definition looks like: z_1 = w_1*x + b_1
      SEMICOLON            | a = b; c = d             | 1:6+1  a statement ends with its line, not with ';'
      NO_COMMA             | weight w_1 w_2           | 1:8+7  a list is written with commas; write w_1, w_2
      NO_COMMA             | at p: a = 1 b = 2        | 1:11+3 a list is written with commas; write 1, b
      NO_COMMA             | derive dL/da dL/db       | 1:11+5 a list is written with commas; write da, dL
      DECIMAL_COMMA        | a = 1,25*x               | 1:5+4  a decimal number is typed with a point; write 1.25
      DECIMAL_COMMA        | at p: x = 0,5            | 1:11+3 a decimal number is typed with a point; write 0.5
      DECIMAL_COMMA        | at p: x = 0,5, y = 1     | 1:11+3 a decimal number is typed with a point; write 0.5
      DECIMAL_COMMA        | descend rate 0,5         | 1:14+3 a decimal number is typed with a point; write 0.5
      SECOND_LABEL         | a = W[1][2]              | 1:9+1  all labels stand in one pair of brackets, entries in _{…}; as in W[1]_{2,3}
      NO_CROSS             | weight W : 2 3           | 1:12+3 the sizes of a shape have an x between them; write 2 x 3
      LINE_STARTS_WITH_OPERATOR | ¶+ b                | 2:1+1  a line cannot begin with '+', but the line before can end with it
      LEFT_OF_EQUALS       | 2*x = y                  | 1:1+3  only a name can be defined, and this is not one
      LEFT_OF_EQUALS       | f(z) = z^2               | 1:1+4  only a name can be defined, and this is not one; write function f(z) = z^2
      LEFT_OF_EQUALS       | dL/dz = 2                | 1:1+5  only a name can be defined, and this is not one; write given dL/dz = 2
      VALUE_IN_DECLARATION | weight w = 1/2, b = 3    | 1:10+1 a declaration holds no value; write below it: given w = 1/2, b = 3
      NOT_A_RANGE_OF_NAMES | weight w_8..w_1          | 1:8+8  'w_8..w_1' is not a range of names; one looks like: w_1..w_8
      NOT_A_RANGE_OF_NAMES | weight w1..v2            | 1:8+6  'w1..v2' is not a range of names; one looks like: w_1..w_8
      NOT_A_WHOLE_NUMBER   | round 2.5                | 1:7+3  a whole number up to 100 is due here
      NOT_A_WHOLE_NUMBER   | descend rate 1 times 1e9 | 1:22+3 a whole number up to 1000000 is due here
      NOT_A_NUMBER         | task (a) [1/0 points]    | 1:10+12 a number is due here
      NOT_A_SYMBOL         | given f(x) = 2           | 1:7+4  a name or a partial derivative such as dL/dw is due here
      """;

  private static final String IN_FORMULAS =
      """
      NO_FORMULA            % # nothing             % 1:1+9  there is no formula here
      DECIMAL_POINT         % x + .5                % 1:5+2  a decimal point has digits on both sides; write 0.5
      DECIMAL_POINT         % 5. + x                % 1:1+2  a decimal point has digits on both sides; write 5.0
      DECIMAL_POINT         % 1.2.3                 % 1:1+5  a decimal point has digits on both sides
      DECIMAL_COMMA         % x + 0,5               % 1:5+3  a decimal number is typed with a point; write 0.5
      UNKNOWN_CHARACTER     % x.                    % 1:2+1  '.' (U+002E) has no meaning here
      UNKNOWN_CHARACTER     % \u202E                % 1:1+1  the character U+202E has no meaning here
      NEVER_CLOSED          % f(x + (y*2            % 1:7+1  '(' is never closed
      NEVER_CLOSED          % (x + [1)              % 1:6+1  '[' is never closed
      NEVER_CLOSED          % |x                    % 1:1+1  '|' is never closed
      CLOSES_NOTHING        % (x + 1))*2            % 1:8+1  ')' closes nothing
      CLOSES_NOTHING        % x|                    % 1:2+1  '|' closes nothing
      MISSING_BETWEEN       % f(x,)                 % 1:4+2  something is missing between ',' and ')'
      MISSING_BETWEEN       % ()                    % 1:1+2  something is missing between '(' and ')'
      MISSING_BEFORE        % * x                   % 1:1+1  something is missing before '*'
      NO_OPERATOR           % 2x                    % 1:1+2  a product is written with '*'; write 2*x
      NO_OPERATOR           % x y                   % 1:1+3  a product is written with '*'; write x*y
      NO_OPERATOR           % 2(x + 1)              % 1:1+2  a product is written with '*'; write 2*(…)
      NO_OPERATOR           % (x + 1)(x - 1)        % 1:7+2  a product is written with '*'; write (…)*(…)
      NO_OPERATOR           % f(x y)                % 1:3+3  a product is written with '*'; write x*y
      DOUBLE_STAR           % x**2                  % 1:2+2  a power is written with '^'; write x^2
      DOUBLE_STAR           % w ** x                % 1:3+2  a power is written with '^'; write w^x
      DOUBLE_STAR           % (x + 1)**2            % 1:8+2  a power is written with '^'; write ^
      UNKNOWN_NAME          % e^x + 1               % 1:1+1  nothing is called 'e'; did you mean 'exp(x)'?
      UNKNOWN_NAME          % 1/(1 + e^(-x))        % 1:8+1  nothing is called 'e'; did you mean 'exp(-x)'?
      UNKNOWN_NAME          % 2*pi                  % 1:3+2  nothing is called 'pi'; did you mean '3.141592653589793'?
      UNKNOWN_NAME          % 2*π                   % 1:3+1  nothing is called 'π'; did you mean '3.141592653589793'?
      EQUALS_IN_FORMULA     % x = 3                 % 1:3+1  '=' cannot stand inside a formula
      COMPARISON_IN_FORMULA % x < 3                 % 1:3+1  a comparison stands only behind 'if'; as in {z if z > 0; 0 otherwise}
      BRANCH_WITHOUT_CONDITION % {x if x > 0; 0}    % 1:15+1 every branch needs a condition or 'otherwise'; as in {z if z > 0; 0 otherwise}
      BRANCH_WITHOUT_CONDITION % {x; 0 otherwise}   % 1:3+1  every branch needs a condition or 'otherwise'; as in {z if z > 0; 0 otherwise}
      BRANCH_WITHOUT_CONDITION % {x if x > 0; 0 else} % 1:16+4 every branch needs a condition or 'otherwise'; as in {z if z > 0; 0 otherwise}
      UNEXPECTED            % x, y                  % 1:2+1  ',' cannot stand here
      UNKNOWN_NAME          % x + h3                % 1:5+2  nothing is called 'h3'; did you mean 'h2'?
      UNKNOWN_NAME          % delta_2               % 1:1+7  nothing is called 'delta_2'; did you mean 'δ_1'?
      UNKNOWN_NAME          % dLs/dw                % 1:2+2  nothing is called 'Ls'; did you mean 'L'?
      UNKNOWN_NAME          % dL/dw_3               % 1:5+3  nothing is called 'w_3'; did you mean 'w_1'?
      UNKNOWN_NAME          % delt/dw               % 1:1+4  nothing is called 'delt'; did you mean 'delta'?
      UNKNOWN_NAME          % WW[1, 2]              % 1:1+8  nothing is called 'WW[1, 2]'; did you mean 'W[1, 2]'?
      UNKNOWN_FUNCTION      % rellu(x)              % 1:1+5  there is no function 'rellu'; did you mean 'relu'?
      UNKNOWN_FUNCTION      % σ(x)                  % 1:1+1  there is no function 'σ'; did you mean 'sigmoid'?
      UNKNOWN_FUNCTION      % sigma(x)              % 1:1+5  there is no function 'sigma'; did you mean 'sigmoid'?
      UNKNOWN_FUNCTION      % ln(x)                 % 1:1+2  there is no function 'ln'; did you mean 'log'?
      UNKNOWN_FUNCTION      % ReLU(x)               % 1:1+4  there is no function 'ReLU'; did you mean 'relu'?
      NOT_A_FUNCTION        % w(x + 1)              % 1:1+1  'w' is a quantity, not a function; a product is written w*(…)
      IS_A_FUNCTION         % relu + 1              % 1:1+4  'relu' is a function and needs its argument; write relu(…)
      IS_A_FUNCTION         % g' + 1                % 1:1+1  'g' is a function and needs its argument; write g(…)
      WRONG_NUMBER_OF_ARGUMENTS % relu(x, y)        % 1:1+10 'relu' takes 1 argument, not 2
      WRONG_NUMBER_OF_ARGUMENTS % f(x)              % 1:1+4  'f' takes 2 arguments, not 1
      WRONG_NUMBER_OF_ARGUMENTS % clip()            % 1:1+6  'clip' takes 1 to 3 arguments, not 0
      WRONG_NUMBER_OF_ARGUMENTS % sq(x, y)          % 1:1+8  'sq' takes 1 argument, not 2
      AMBIGUOUS_PRIME       % f'(x, y)              % 1:1+8  'f' has 2 arguments, so a prime does not say by which it is differentiated
      PRIME_OF_ABBREVIATION % sq'(x)                % 1:1+6  'sq' stands for its formula and cannot be differentiated with a prime
      TRANSPOSE_AS_POWER    % (x + W)^T             % 1:1+9  nothing is called 'T', and a transpose is written with a prime; write (x + W)'
      PARTIAL_NEEDS_BRACKETS % dL/dw'               % 1:1+6  a partial derivative is put in brackets here; write (dL/dw)'
      PARTIAL_NEEDS_BRACKETS % 2*dL/dw^2            % 1:3+7  a partial derivative is put in brackets here; write (dL/dw)^2
      PARTIAL_NEEDS_BRACKETS % x/dL/dw              % 1:3+5  a partial derivative is put in brackets here; write (dL/dw)
      NOT_AN_INDEX          % W[k]                  % 1:3+1  'k' is no whole number in letters, as an index or a label is
      NOT_AN_INDEX          % W[x/2]                % 1:3+3  'x/2' is no whole number in letters, as an index or a label is
      UNKNOWN_NAME          % W[j]                  % 1:3+1  nothing is called 'j'
      UNSUPPORTED           % det(x)                % 1:1+3  the function 'det' cannot be used yet
      UNSUPPORTED           % relu(i in 1..2)       % 1:6+9  a range here cannot be used yet
      UNSUPPORTED           % relu(stride 2)        % 1:6+8  the option 'stride' cannot be used yet
      UNSUPPORTED           % softmax(i in 1..2, x) % 1:1+21 'softmax' over an index cannot be used yet
      UNSUPPORTED           % sum'(x)               % 1:1+7  a prime behind 'sum' cannot be used yet
      UNSUPPORTED           % g_{1}(x)              % 1:1+5  an entry of a function cannot be used yet
      LETTER_TAKEN          % sum(k in 1..3, x)     % 1:5+1  'k' has a meaning already; the letter of a sum is its own; take another: i
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = IN_NETWORKS)
  void isSaidOfANetwork(Fault fault, String text, String said) {
    NetworkParse reading = NetworkReader.read(new Source("test", text.replace('¶', '\n')));

    assertThat(reading.diagnostics())
        .singleElement()
        .satisfies(diagnostic -> {
          assertThat(said(diagnostic)).isEqualTo(said.replaceFirst(" +", " "));
          assertThat(diagnostic.fault()).isEqualTo(fault);
        });
    assertThat(reading.statements()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '%', quoteCharacter = '\1', textBlock = IN_FORMULAS)
  void isSaidOfAFormula(Fault fault, String text, String said) {
    assertThat(diagnostics(text))
        .singleElement()
        .satisfies(diagnostic -> {
          assertThat(said(diagnostic)).isEqualTo(said.replaceFirst(" +", " "));
          assertThat(diagnostic.fault()).isEqualTo(fault);
        });
  }

  /// `1:5+2 nothing is called 'h3'`: line, column, length, sentence.
  public static String said(Diagnostic diagnostic) {
    return "%d:%d+%d %s"
        .formatted(
            diagnostic.line(), diagnostic.column(), diagnostic.length(), diagnostic.sentence());
  }

  public static List<Diagnostic> diagnostics(String formula) {
    Source source = new Source("test", formula);
    FormulaParse reading = FormulaReader.read(source);
    List<Diagnostic> all = new ArrayList<>(reading.diagnostics());
    reading
        .formula()
        .ifPresent(written -> new Resolver(source, new TestScope(), all::add).resolve(written));
    return all;
  }

  @Test
  void everyFaultOfAFormulaIsFound() {
    assertThat(diagnostics("h3 + relu(q_9) + rellu(q_8, x[k])"))
        .map(Diagnostic::message)
        .containsExactly(
            "nothing is called 'h3'",
            "nothing is called 'q_9'",
            "nothing is called 'q_8'",
            "'k' is no whole number in letters, as an index or a label is",
            "there is no function 'rellu'");
  }

  @Test
  void aLongDetailIsShortened() {
    String name = "q".repeat(1000);

    assertThat(diagnostics(name))
        .singleElement()
        .extracting(Diagnostic::message)
        .isEqualTo("nothing is called '" + "q".repeat(60) + "…'");
  }

  /// The faults of texts and formulas; networks have theirs tested in their own room.
  static Set<Fault> ofThisRoom() {
    return EnumSet.range(Fault.NO_STATEMENT, Fault.INDEX_OUT_OF_RANGE);
  }

  @Test
  void everyFaultHasAnExample() {
    Set<Fault> shown =
        Stream.of(IN_NETWORKS, IN_FORMULAS, ShapedFormulaTest.FAULTS, WhereReaderTest.FAULTS)
            .flatMap(String::lines)
            .map(line -> Fault.valueOf(line.split("[ |%]")[0]))
            .collect(Collectors.toSet());
    shown.addAll(LimitTest.LIMITS);

    assertThat(shown).containsAll(ofThisRoom());
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeIsStable(Fault fault) {
    assertThat(fault.code()).matches("[a-z]+(-[a-z]+)*");
  }
}
