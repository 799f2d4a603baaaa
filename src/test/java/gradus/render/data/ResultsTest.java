package gradus.render.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gradus.render.latex.Solved;
import gradus.render.text.EvalText;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultsTest {
  private static final Solved LINE = Solved.of(Solved.LINE);

  @Test
  void evaluatesAsJson() {
    assertThat(LINE.evalJson())
        .isEqualTo(
            """
            {
              "schema": "gradus/eval/1",
              "network": "a line",
              "points": [ {
                "name": null,
                "values": {
                  "w": 0.5,
                  "b": 0,
                  "x": 1,
                  "y": -3,
                  "p": 0.5,
                  "L": 3.5
                },
                "gradients": {
                  "p": 1,
                  "w": 1
                },
                "partials": {
                  "dp/dx": 0.5
                },
                "loss": 3.5,
                "kinks": [ ],
                "exact": {
                  "values": {
                    "w": "1/2",
                    "b": "0",
                    "x": "1",
                    "y": "-3",
                    "p": "1/2",
                    "L": "7/2"
                  },
                  "gradients": {
                    "p": "1",
                    "w": "1"
                  },
                  "partials": {
                    "dp/dx": "1/2"
                  }
                },
                "steps": [ {
                  "step": 1,
                  "point": null,
                  "rate": 1,
                  "gradients": {
                    "w": 1
                  },
                  "updated": {
                    "w": -0.5
                  },
                  "values": {
                    "w": -0.5,
                    "b": 0,
                    "x": 1,
                    "y": -3,
                    "p": -0.5,
                    "L": 2.5
                  },
                  "loss": 2.5,
                  "exact": {
                    "gradients": {
                      "w": "1"
                    },
                    "updated": {
                      "w": "-1/2"
                    },
                    "values": {
                      "w": "-1/2",
                      "b": "0",
                      "x": "1",
                      "y": "-3",
                      "p": "-1/2",
                      "L": "5/2"
                    }
                  }
                } ]
              } ]
            }
            """);
  }

  @Test
  void solvesAsJson() {
    assertThat(LINE.solveJson())
        .contains(
            """
              "schema": "gradus/solve/1",
              "network": "a line",
            """,
            """
                "name": "p",
                "role": "intermediate",
                "shape": [ ],
                "definition": "w * x + b",
                "latex": "p = wx+b"
            """,
            """
                "partial": "dL/dw",
                "latex": "\\\\frac{\\\\partial L}{\\\\partial w}",
                "formula": "dL/dp * x",
                "steps": [ {
                  "formula": "dL/dp * dp/dw",
                  "latex": "\\\\frac{\\\\partial L}{\\\\partial p}\\\\cdot\\\\frac{\\\\partial p}{\\\\partial w}",
                  "reason": "chain rule along p"
                }, {
                  "formula": "dL/dp * x",
                  "latex": "\\\\frac{\\\\partial L}{\\\\partial p}\\\\cdot x",
                  "reason": "local derivatives of p"
                } ],
                "value": 1
            """,
            """
              "verified": {
                "worst": 1.0E-10
              }
            """);
  }

  @Test
  void evaluatesAsText() {
    assertThat(EvalText.of(LINE.problem(), LINE.run(), 6))
        .isEqualTo(
            """
            a line

              quantity  value  gradient
              ────────  ─────  ────────
              w           1/2         1
              b             0
              x             1
              y            -3
              p           1/2         1
              L           7/2
              dp/dx       1/2

            step 1, rate 1
              quantity  old  gradient   new
              ────────  ───  ────────  ────
              w         1/2         1  -1/2
              loss after the step: 5/2
            """);
  }

  @Test
  void evaluatesAsCsv() {
    assertThat(EvalCsv.of(LINE.problem(), LINE.run()))
        .startsWith(
            """
            point,step,kind,name,value,exact
            ,0,value,w,0.5,1/2
            ,0,value,b,0,0
            """)
        .contains(
            """
            ,0,gradient,w,1,1
            ,0,partial,dp/dx,0.5,1/2
            ,1,gradient,w,1,1
            ,1,updated,w,-0.5,-1/2
            """)
        .doesNotContain("\r");
  }

  @Test
  void namesFaultsAsJson() {
    Source source = new Source("skip.gradus", "z = w\nä = h3 * x\n");
    assertThat(
            ErrorJson.of(
                List.of(Fault.UNKNOWN_NAME.at(source, new Span(10, 12), "h3").suggesting("h2"))))
        .isEqualTo(
            """
            {
              "schema": "gradus/error/1",
              "diagnostics": [ {
                "file": "skip.gradus",
                "line": 2,
                "column": 5,
                "length": 2,
                "code": "unknown-name",
                "message": "nothing is called 'h3'",
                "suggestion": "h2"
              } ]
            }
            """);
  }

  @Test
  void isValidJsonWithoutPoints() throws IOException {
    Solved solved = Solved.of("input x\nweight w\nloss L = w * x\n");
    assertValid(solved.evalJson());
    assertValid(solved.solveJson());
    assertThat(solved.evalJson()).contains("\"points\": [ ]");
    assertThat(solved.solveJson()).contains("\"value\": null");
  }

  @Test
  void aTableWithoutPointsSaysSo() {
    Solved solved = Solved.of("network \"bare\"\nweight w\nloss L = w^2\n");
    assertThat(EvalText.of(solved.problem(), solved.run(), 6))
        .isEqualTo("bare\nno values: the network has no data point\n");
  }

  @Test
  void gradientsOverAllPointsAreCalledAsThoseOfOne() {
    Solved solved =
        Solved.of(
            "input x\n"
                + "weight w_1\n"
                + "loss L = w_1*x\n"
                + "loss over points sum\n"
                + "given w_1 = 2\n"
                + "at x = 1\n"
                + "at x = 2\n");
    assertThat(solved.evalJson())
        .contains(
            """
              "combined": {
                "loss": 6,
                "gradients": {
                  "w_1": 3
                },
            """)
        .doesNotContain("dL/dw_1");
  }

  private static void assertValid(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      assertThat(parser.skipChildren().currentToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void numbersPointsWithoutNamesAndTellsKinks() {
    Solved solved =
        Solved.of(
            """
            input x
            weight w
            loss L = relu(w * x)
            convention relu'(0) = 1/2
            given w = 0.5
            at x = 0
            at x = 1
            """);
    assertThat(solved.evalJson())
        .contains("\"name\": \"1\"", "\"name\": \"2\"")
        .contains(
            """
                "kinks": [ {
                  "quantity": "w * x",
                  "value": 0,
                  "used": 0.5,
                  "function": "relu"
                } ],
            """);
    assertThat(EvalText.of(solved.problem(), solved.run(), 6))
        .contains("point 1\n", "on the kink of relu: w * x = 0", "point 2\n");
    assertThat(EvalCsv.of(solved.problem(), solved.run())).contains("\n2,0,value,x,1,1\n");
  }

  @Test
  void roundsForReadersOnly() {
    Solved solved =
        Solved.of("input x\nweight w\nloss L = sigmoid(w * x) / 3\ngiven w = 0.1, x = 1e-9\n");
    assertThat(EvalText.of(solved.problem(), solved.run(), 4)).contains("0.1667", "1e-9");
    assertThat(solved.evalJson()).contains("\"x\": 0.000000001").contains("\"L\": 0.166666666");
  }
}
