package gradus.network;

import gradus.expr.Expr.Number;
import gradus.expr.Index;
import gradus.expr.Rational;
import gradus.expr.Register;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Entry;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Fact;
import gradus.syntax.Statement.Declare;
import gradus.syntax.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads declared names with their roles and facts.
record Declarations(Formulary formulary) {
  Register<Quantity, Declaration> read(List<Declare> statements) {
    return Register.of(statements.stream().flatMap(this::read).toList(), Declaration::quantity);
  }

  private Stream<Declaration> read(Declare declare) {
    Axes axes = Axes.within(formulary.lexicon(), formulary.report(), declare.family());
    Optional<Shape> shape = axes.shape(declare.shape());
    List<Fact> facts =
        declare.facts().stream().map(fact -> fact(fact, axes)).flatMap(Optional::stream).toList();
    return declare.names().stream()
        .filter(formulary.lexicon()::isEnteredAt)
        .map(name -> declaration(name, shape, declare, facts));
  }

  private Declaration declaration(
      Written.Name name, Optional<Shape> shape, Declare declare, List<Fact> facts) {
    Quantity quantity = Lexicon.quantity(name);
    shape.ifPresentOrElse(
        known -> formulary.lexicon().shape(quantity, known),
        () -> formulary.lexicon().fail(quantity));
    return new Declaration(
        quantity.shaped(shape.orElse(Shape.SCALAR)),
        declare.role(),
        declare.frozen(),
        facts,
        formulary.lexicon().whole(quantity).flatMap(Entry::family));
  }

  private Optional<Fact> fact(Written.Fact written, Axes axes) {
    return switch (written) {
      case Written.Fact.OneHot _ -> Optional.of(new Fact.OneHot());
      case Written.Fact.OneOf(List<Written> values, _) -> oneOf(values);
      case Written.Fact.Within(Written from, Written to, _) -> within(from, to, axes);
      case Written.Fact.Bound bound ->
          formulary
              .number(bound.value())
              .map(number -> new Fact.Bound(bound.relation(), number.value()));
    };
  }

  private Optional<Fact> oneOf(List<Written> values) {
    List<Rational> numbers =
        values.stream()
            .map(formulary::number)
            .flatMap(Optional::stream)
            .map(Number::value)
            .toList();
    return numbers.size() == values.size()
        ? Optional.of(new Fact.OneOf(numbers))
        : Optional.empty();
  }

  private static Optional<Fact> within(Written from, Written to, Axes axes) {
    Optional<Index> low = axes.index(from);
    Optional<Index> high = axes.index(to);
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Fact.Within(low.get(), high.get()))
        : Optional.empty();
  }
}
