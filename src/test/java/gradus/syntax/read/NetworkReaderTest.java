package gradus.syntax.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.StatementSketch;
import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NetworkReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '%',
      textBlock =
          """
          network "MLP # 1"                          => network MLP # 1
          size n, d = 3, L                           => size n, d = 3, L
          size n[k] for k in 0..L                    => size n[k] for k in 0..L
          input X : n x d                            => input X : n x d
          input X : n × d+1                          => input X : n x (+ d 1)
          input x : x x x                            => input x : x x x
          target y : k one-hot                       => target y : k one-hot
          target y one-hot                           => target y one-hot
          target t in {0, 1}                         => target t in {0, 1}
          target c in 1..3                           => target c in 1..3
          target a, b, c : 3 in {0, 1}               => target a, b, c : 3 in {0, 1}
          weight W[k] : n[k-1] x n[k] for k in 1..L  => weight W[k] : n[(+ k (- 1))] x n[k] for k in 1..L
          weight w1..w3                              => weight w1, w2, w3
          weight w_9..w_11, v : 2                    => weight w_9, w_10, w_11, v : 2
          bias b_0, b_1 frozen                       => bias b_0, b_1 frozen
          bias b : n frozen                          => bias b : n frozen
          quantity H                                 => quantity H
          function swish(z) = z*sigmoid(z)           => function swish(z) = (* z sigmoid(z))
          function g(z)                              => function g(z)
          function g_0 = relu                        => function g_0() = relu
          function φ[k](a) for k in 1..L             => function φ[k](a) for k in 1..L
          z[0] = x                                   => z[0] = x
          a[k] = W[k]'*z[k-1] for k in 1..L          => a[k] = (* (t W[k]) z[(+ k (- 1))]) for k in 1..L
          loss E = (y - t)^2                         => loss E = (^ (+ y (- t)) 2)
          loss = y                                   => loss loss = y
          loss loss = y                              => loss loss = y
          loss over points sum                       => loss over points sum
          loss over points mean                      => loss over points mean
          loss over = y                              => loss over = y
          name delta[k] = dE/da[k]                   => name delta[k] = (* dE (/ da[k]))
          name delta[k] = dE/da[k] for k in 1..2     => name delta[k] = (* dE (/ da[k])) for k in 1..2
          name Err = -dE/dI                          => name Err = (neg (* dE (/ dI)))
          convention relu'(0) = 1                    => convention relu at 0 = 1
          convention abs'(0) = undefined             => convention abs at 0 = undefined
          convention max' at a tie = 1/2             => convention max = (* 1 (/ 2))
          layout numerator                           => layout numerator
          layout denominator                         => layout denominator
          index from 0                               => index from 0
          given w_0 = w_1 = 1/2, dL/dY = [1, -2]     => given w_0 = w_1 = (* 1 (/ 2)), (* dL (/ dY)) = [1, (neg 2)]
          at first: x = 1, y = -3                    => at first: x = 1, y = (neg 3)
          at x = 1, y = 2                            => at: x = 1, y = 2
          at : x = 1                                 => at: x = 1
          at 1: x = 1                                => at 1: x = 1
          at at = 3                                  => at: at = 3
          at small: n[0] = 2, φ[1] = relu            => at small: n[0] = 2, φ[1] = relu
          descend rate eta = 0.9 on w_0, w_1 at first, then second => descend eta = 9/10d on w_0, w_1 at first, second
          descend rate 1/2 times 10000 show last     => descend = (* 1 (/ 2)) times 10000 show last
          descend rate η                             => descend η
          descend rate 1 at a then b, c              => descend = 1 at a, b, c
          round 3                                    => round to 3
          round h_1 to 2                             => round h_1 to 2
          derive dE/dw_1, dz_2/dx                    => derive (* dE (/ dw_1)), (* dz_2 (/ dx))
          derive dE/dW[1] entry by entry, dE/dw by paths => derive (* dE (/ dW[1])) entry by entry, (* dE (/ dw)) by paths
          derive da[k]_j/dW[k]_{i,j}                 => derive (* da[k]_{j} (/ dW[k]_{i, j}))
          task (c) [3 points] "Derive; mind it.": derive dE/dw => task c [3] Derive; mind it.: (* dE (/ dw))
          task (1a) [1/2 point]                      => task 1a [1/2]
          task (i) [2.5]: derive dE/dw               => task i [5/2]: (* dE (/ dw))
          """)
  void readsAStatement(String typed, String sketch) {
    assertThat(sketches(typed)).containsExactly(sketch);
  }

  @Test
  void aFactBehindANameIsOfThatNameAlone() {
    assertThat(sketches("constant p >= 1, alpha, beta, gamma != 0"))
        .containsExactly("constant p >= 1", "constant alpha, beta", "constant gamma != 0");
  }

  @Test
  void aRoundingOfSeveralNamesIsSeveralStatements() {
    assertThat(sketches("round h_1, h_2 to 2")).containsExactly("round h_1 to 2", "round h_2 to 2");
  }

  @ParameterizedTest
  @EnumSource
  void theExampleOfEveryFormIsOne(StatementForm form) {
    assertThat(sketches(form.example())).singleElement().asString().startsWith(form.keyword());
  }

  static Stream<String> words() {
    return IntStream.range(NetworkParser.NETWORK, NetworkParser.ONE_HOT)
        .mapToObj(NetworkParser.VOCABULARY::getLiteralName)
        .map(quoted -> quoted.substring(1, quoted.length() - 1));
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyKeywordMayBeAName(String word) {
    String network =
        """
        %1$s = 3
        %1$s[1] = %1$s*2 + 1/%1$s
        weight %1$s
        at %1$s: %1$s = 1, v = %1$s
        derive dL/d%1$s
        u = {%1$s if %1$s > 0; %1$s otherwise}
        v = f(%1$s, %1$s[1])
        """
            .formatted(word);

    assertThat(sketches(network)).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          a = b ¶ c = d                 => a = b                 | c = d
          a = (b ¶ + c) ¶ d = e         => a = (+ b c)           | d = e
          a = b + ¶ c ¶ d = e           => a = (+ b c)           | d = e
          a = ¶ ¶ # why ¶ b             => a = b
          given a = 1, ¶ b = 2 ¶ c = d  => given a = 1, b = 2    | c = d
          at p: ¶ a = 1 ¶ c = d         => at p: a = 1           | c = d
          a = [1, 2; ¶ 3, 4] ¶ b = c    => a = [1, 2; 3, 4]      | b = c
          a = {b if ¶ b = 0; c ¶ otherwise} ¶ d = e => a = {b if b = 0; c} | d = e
          weight a, ¶ b ¶ ¶ ¶ c = d     => weight a, b           | c = d
          """)
  void aNewlineEndsAStatementExceptInsideBracketsOrBehindAnOperator(String text, String sketches) {
    assertThat(sketches(text.replace('¶', '\n'))).containsExactly(sketches.split("\\s*\\|\\s*"));
  }

  @Test
  void windowsFilesAreReadLikeOthers() {
    assertThat(sketches("\uFEFFa = b # c = d\r\n\r\ne = f\r\n")).containsExactly("a = b", "e = f");
  }

  @Test
  void everyFaultyStatementIsReportedAndTheRestIsRead() {
    String text =
        """
        weight w_1, w_2
        wieght w_3
        z = w_1*x + * 2
        h = relu(z
        loss L = (y - h)^2
        p = 2x
        at first: x = 1, y = 2 § 3
        derive dL/dw_1
        """;

    NetworkParse reading = NetworkReader.read(new Source("test", text));

    assertThat(reading.statements())
        .map(StatementSketch::of)
        .containsExactly("weight w_1, w_2", "loss L = (^ (+ y (- h)) 2)", "derive (* dL (/ dw_1))");
    assertThat(reading.diagnostics())
        .map(fault -> fault.line() + " " + fault.fault())
        .containsExactly(
            "2 UNKNOWN_STATEMENT",
            "3 MISSING_BETWEEN",
            "4 NEVER_CLOSED",
            "6 NO_OPERATOR",
            "7 UNKNOWN_CHARACTER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          a = (b + c ¶ d = e            => d = e
          a = max(b, ¶ weight w         => weight w
          a = [1, (2; 3] ¶ d = e        => d = e
          a = b) ¶ d = e                => d = e
          a = f(b, ¶ c ¶ d[1] = e       => d[1] = e
          a = b + ¶ input x             => input x
          a = {b if c ¶ round 3         => round to 3
          a = |b ¶ at p: x = 1          => at p: x = 1
          """)
  void aMissingBracketCostsOneStatement(String text, String rest) {
    NetworkParse reading = NetworkReader.read(new Source("test", text.replace('¶', '\n')));

    assertThat(reading.diagnostics()).hasSize(1);
    assertThat(reading.statements()).map(StatementSketch::of).containsExactly(rest);
  }

  private static List<String> sketches(String text) {
    NetworkParse reading = NetworkReader.read(new Source("test", text));
    assertThat(reading.diagnostics()).map(Diagnostic::sentence).isEmpty();
    return reading.statements().stream().map(StatementSketch::of).toList();
  }
}
