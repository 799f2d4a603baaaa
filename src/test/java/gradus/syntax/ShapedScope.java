package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.read.FormulaParse;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Vectors and matrices, letters for their sizes, a family over k, a class label.
public record ShapedScope(int indexOrigin) implements Scope {
  private static final String QUANTITIES =
      """
      c e_0 y L
      x : d
      u : d
      p : 3
      q : m
      v : n
      r : 1 x d
      b : 2
      X : n x d
      Y : n x d
      A : d x m
      C : m x d
      P : n x 3
      N : 2 x 3
      S : n x n
      V : d+1 x m
      z : n[k]
      a : n[k]
      W : n[k-1] x n[k]
      """;
  private static final List<String> LETTERS = List.of("n", "d", "m", "k", "T");
  private static final Map<Name, Meaning> MEANINGS = meanings();

  private static Map<Name, Meaning> meanings() {
    Map<Name, Meaning> meanings = new LinkedHashMap<>();
    for (String line : QUANTITIES.lines().toList()) {
      String[] parts = line.split(" : ");
      Shape shape = parts.length == 1 ? Shape.SCALAR : shape(parts[1]);
      for (String name : parts[0].split(" ")) {
        meanings.put(Name.of(name), new Meaning.Named(Quantity.of(name).shaped(shape)));
      }
    }
    for (String letter : LETTERS) {
      meanings.put(Name.of(letter), new Meaning.Whole(Index.of(Name.of(letter))));
    }
    for (String function : List.of("exp", "log", "abs", "relu", "φ")) {
      meanings.put(Name.of(function), new Meaning.Callable(Name.of(function), 1, List.of(), false));
    }
    meanings.put(Name.of("max"), new Meaning.Callable(Name.of("max"), 2, List.of(), true));
    Expr difference = Formulas.sum(Formulas.ref("s"), Formulas.negated(Formulas.ref("t")));
    meanings.put(
        Name.of("squared_error"),
        new Meaning.Abbreviation(
            List.of(Name.of("s"), Name.of("t")), new Expr.Power(difference, Expr.Number.of(2))));
    return meanings;
  }

  private static Shape shape(String typed) {
    List<Index> axes = new ArrayList<>();
    for (String axis : typed.split(" x ")) {
      axes.add(
          Indices.of(FormulaReader.read(new Source("test", axis)).formula().orElseThrow())
              .orElseThrow());
    }
    return new Shape(axes);
  }

  @Override
  public Optional<Meaning> meaning(Name name) {
    return Optional.ofNullable(MEANINGS.get(name));
  }

  /// The shapes of a family are those at its labels; `n[k]` is a size.
  @Override
  public Optional<Meaning> meaning(Quantity typed) {
    return meaning(typed.name())
        .map(meaning ->
            typed.labels().isEmpty()
                ? meaning
                : switch (meaning) {
                  case Meaning.Named(Quantity quantity) ->
                      new Meaning.Named(
                          quantity
                              .labelled(typed.labels())
                              .shaped(
                                  quantity
                                      .shape()
                                      .with(letter -> at(letter, typed.labels().getFirst()))));
                  case Meaning.Whole _ ->
                      new Meaning.Whole(Index.of(new Letter(typed.name(), typed.labels())));
                  default -> meaning;
                });
  }

  private static Index at(Letter letter, Index label) {
    return letter.name().key().equals("k") ? label : Index.of(letter);
  }

  @Override
  public Collection<Name> names() {
    return MEANINGS.keySet();
  }

  public static Optional<Expr> formula(String typed, int origin, List<Diagnostic> faults) {
    Source source = new Source("test", typed);
    FormulaParse reading = FormulaReader.read(source);
    faults.addAll(reading.diagnostics());
    return reading
        .formula()
        .flatMap(
            written -> new Resolver(source, new ShapedScope(origin), faults::add).resolve(written));
  }

  public static Expr formula(String typed) {
    List<Diagnostic> faults = new ArrayList<>();
    return formula(typed, 1, faults)
        .orElseThrow(() -> new AssertionError(typed + " cannot be read: " + faults));
  }
}
