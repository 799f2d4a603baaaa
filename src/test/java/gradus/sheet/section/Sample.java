package gradus.sheet.section;

import gradus.Gradus;
import gradus.Insides;
import gradus.SheetForm;
import gradus.Solution;
import gradus.calculus.step.Derivation;
import gradus.network.Problem;
import gradus.network.run.Run;
import gradus.network.run.Run.AtPoint;
import gradus.sheet.Numbering;
import gradus.sheet.number.ArraySolution;
import gradus.sheet.number.Figures;
import gradus.sheet.number.MatrixPass;
import gradus.sheet.number.Pass;
import gradus.sheet.number.Wording;
import java.util.Optional;
import java.util.OptionalInt;

/// A small network, solved, and what sections are made of.
record Sample(Insides solution, Figures figures, Numbering numbering) {
  /// p = 7, L = 2, dL/dp = 2, dL/dw = 6.
  static final String LINE =
      """
      input x
      target y
      weight w
      bias b frozen
      p = w*x + b
      loss L = (p - y)^2/2
      given w = 2, b = 1
      at x = 3, y = 5
      """;

  /// At one: p = 6, L = 1/2, dL/dp = 1, dL/dw = 3; at two: 2, 1/2, -1, -1.
  static final String TWO_POINTS =
      """
      input x
      target y
      weight w
      p = w*x
      loss L = (p - y)^2/2
      given w = 2
      at one: x = 3, y = 5
      at two: x = 1, y = 3
      """;

  /// Two uses of z: z = 6, h = 36, L = 186, dL/dz = 5 · 12 + 1 = 61, dL/dw = 183.
  static final String TWO_USES =
      """
      input x
      weight w, v
      z = w*x
      h = z^2
      loss L = v*h + z
      given w = 2, v = 5
      at x = 3
      """;

  static final String LAYER =
      """
      size d, c
      input x: d
      target y: c
      weight W: c x d
      bias b: c frozen
      z = W*x + b
      loss L = 1/2*norm2(z - y)^2
      """;

  /// z = (4, 0), dL/dz = (1, -1), L = 1.
  static final String LAYER_OF_TWO =
      """
      input x: 2
      target y: 2
      weight W: 2 x 2
      bias b: 2 frozen
      z = W*x + b
      loss L = 1/2*norm2(z - y)^2
      given W = [1, 2; 0, 1], b = [1, -1]
      """;

  static final String SOFTMAX =
      """
      size c
      target y: c one-hot
      weight z: c
      p = softmax(z)
      loss L = -sum(i in 1..c, y_i*log(p_i))
      derive dL/dz
      """;

  static final String CHAIN =
      """
      size L
      input x
      weight w[k] for k in 1..L
      z[0] = x
      z[k] = w[k]*z[k-1] for k in 1..L
      loss E = z[L]^2
      derive dE/dw[k]
      """;

  static Sample of(String network) {
    return of(network, SheetForm.AUTO);
  }

  static Sample of(String network, SheetForm form) {
    Gradus.Solving solving = Gradus.solve("sample.gradus", network, form);
    Solution solution =
        solving.solution().orElseThrow(() -> new AssertionError(solving.diagnostics()));
    Insides insides = Insides.of(solution);
    Figures figures = Figures.of(insides.written(), OptionalInt.empty());
    return new Sample(insides, figures, new Numbering());
  }

  Problem problem() {
    return solution.written();
  }

  Derivation derivation() {
    return solution.derivation();
  }

  Run run() {
    return solution.run();
  }

  AtPoint at() {
    return run().points().getFirst();
  }

  Wording wording() {
    return new Wording(numbering);
  }

  Pass pass() {
    return new Pass(problem(), at(), figures, wording());
  }

  /// Of matrices.
  MatrixPass matrixPass() {
    ArraySolution.Worked worked = typed().single().orElseThrow();
    return new MatrixPass(typed(), worked.instance(), worked.at(), figures);
  }

  ArraySolution typed() {
    return solution.typed().orElseThrow();
  }

  Optional<AtPoint> single() {
    return run().points().size() == 1 ? Optional.of(at()) : Optional.empty();
  }

  /// With the network on the page before, so that its equations have numbers.
  Sample numbered() {
    if (solution.typed().isPresent()) {
      new NetworkSection(typed(), numbering).section(Optional.empty());
    } else {
      passSection().network();
    }
    return this;
  }

  BackwardSection backward() {
    return new BackwardSection(problem(), derivation(), numbering, Optional.empty());
  }

  PassSection passSection() {
    return new PassSection(problem(), derivation(), figures, numbering);
  }
}
