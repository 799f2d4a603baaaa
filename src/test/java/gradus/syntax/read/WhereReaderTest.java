package gradus.syntax.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Sketch;
import gradus.syntax.print.PlainText;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.FaultTest;
import gradus.syntax.source.Source;
import gradus.syntax.written.Scope.Meaning;
import gradus.syntax.written.Where;
import gradus.syntax.written.Written.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public final class WhereReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          X: n x d; w: d; y: n; p >= 1 | X n x d, w d x 1, y n x 1, p scalar | n d   | p AT_LEAST 1
          x > 0; W: n × d              | x scalar, W n x d                   | n d   | x GREATER 0
          x, y: n; x > 0; n >= 2       | x n x 1, y n x 1                    | n     | x GREATER 0, n AT_LEAST 2
          W[1] : n[0] x n[1];          | W[1] n[0] x n[1]                    | n[0] n[1] |
          x: 2*d+1; r: 1 x 3 >= 0      | x 2*d+1 x 1, r 1 x 3                | d     | r AT_LEAST 0
          w_1..w_3                     | w_1 scalar, w_2 scalar, w_3 scalar  |       |
          """)
  void saysWhatNamesAre(String text, String quantities, String letters, String facts) {
    Where where = WhereReader.read(new Source("where", text));

    assertThat(where.diagnostics()).isEmpty();
    assertThat(where.quantities())
        .extracting(known -> PlainText.of(known.quantity()) + " " + known.quantity().shape())
        .containsExactly(quantities.split(", "));
    assertThat(where.letters().stream().map(Object::toString).collect(Collectors.joining(" ")))
        .isEqualTo(letters == null ? "" : letters);
    assertThat(facts(where)).isEqualTo(facts == null ? "" : facts);
  }

  private static String facts(Where where) {
    String quantities =
        where.quantities().stream()
            .flatMap(known -> said(PlainText.of(known.quantity()), known.facts()).stream())
            .collect(Collectors.joining(", "));
    String sizes =
        where.sizes().stream()
            .flatMap(size -> said(size.letter().toString(), size.facts()).stream())
            .collect(Collectors.joining(", "));
    return quantities.isEmpty() || sizes.isEmpty() ? quantities + sizes : quantities + ", " + sizes;
  }

  private static List<String> said(String name, List<Fact> facts) {
    return facts.stream()
        .map(fact -> (Fact.Bound) fact)
        .map(bound -> name + " " + bound.relation() + " " + Sketch.of(bound.value()))
        .toList();
  }

  public static final String FAULTS =
      """
      NO_CROSS          | X: n d      | 1:4+3 the sizes of a shape have an x between them; write n x d
      NOT_A_CLAUSE      | X: n x      | 1:1+6 'X: n x' says nothing of a name that could be read; as in X: n x d; w: d; p >= 1
      NOT_A_CLAUSE      | w: d; X = 3 | 1:7+5 'X = 3' says nothing of a name that could be read; as in X: n x d; w: d; p >= 1
      SIZE_NOT_POSITIVE | X: n x 0    | 1:8+1 the size '0' must be at least 1
      NOT_A_SIZE        | X: n x 1/2  | 1:8+3 '1/2' is no size: a size is a whole number, perhaps in letters for sizes
      DEFINED_TWICE     | x: n; x: d  | 1:7+1 'x' is already defined on line 1
      NOT_A_SIZE        | x: n; n: d  | 1:7+1 'n' is no size: a size is a whole number, perhaps in letters for sizes
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = FAULTS)
  void saysWhatIsWrong(Fault fault, String text, String said) {
    Where where = WhereReader.read(new Source("where", text));

    assertThat(where.diagnostics()).extracting(FaultTest::said).containsExactly(said);
    assertThat(where.diagnostics()).extracting(Diagnostic::fault).containsExactly(fault);
  }

  @Test
  void namesAndLettersHaveMeanings() {
    Where where = WhereReader.read(new Source("where", "x: n"));
    Index n = Index.of(Name.of("n"));

    assertThat(where.meaning(Quantity.of("x")))
        .hasValueSatisfying(meaning ->
            assertThat(((Meaning.Named) meaning).quantity().shape().axes()).containsExactly(n));
    assertThat(where.meaning(Quantity.of("n"))).isEqualTo(Optional.of(new Meaning.Whole(n)));
    assertThat(where.meaning(Quantity.of("z"))).isEmpty();
  }
}
