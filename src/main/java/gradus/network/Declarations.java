package gradus.network;

import gradus.expr.Expr.Number;
import gradus.expr.Rational;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Fact;
import gradus.syntax.Fault;
import gradus.syntax.Statement.Declare;
import gradus.syntax.Written;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Reads declared names with their roles and facts.
record Declarations(Formulary formulary) {
  List<Declaration> read(List<Declare> statements) {
    return statements.stream().flatMap(this::read).toList();
  }

  private Stream<Declaration> read(Declare declare) {
    List<Fact> facts = declare.facts().stream().map(this::fact).flatMap(Optional::stream).toList();
    return declare.names().stream()
        .filter(formulary.lexicon()::isEnteredAt)
        .map(Lexicon::quantity)
        .map(quantity -> new Declaration(quantity, declare.role(), declare.frozen(), facts));
  }

  private Optional<Fact> fact(Written.Fact written) {
    return switch (written) {
      case Written.Fact.OneHot _ -> Optional.empty();
      case Written.Fact.OneOf(List<Written> values, _) -> oneOf(values);
      case Written.Fact.Within(Written from, Written to, _) -> within(from, to);
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

  private Optional<Fact> within(Written from, Written to) {
    OptionalLong low = integer(from);
    OptionalLong high = integer(to);
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Fact.Within(low.getAsLong(), high.getAsLong()))
        : Optional.empty();
  }

  private OptionalLong integer(Written written) {
    Optional<Rational> number = formulary.number(written).map(Number::value);
    boolean isInteger =
        number
            .filter(value -> value.isInteger() && value.numerator().bitLength() < Integer.SIZE)
            .isPresent();
    if (number.isPresent() && !isInteger) {
      formulary.report().add(written.span(), Fault.NOT_A_WHOLE_NUMBER, Integer.MAX_VALUE);
    }
    return isInteger
        ? OptionalLong.of(number.orElseThrow().numerator().longValueExact())
        : OptionalLong.empty();
  }
}
