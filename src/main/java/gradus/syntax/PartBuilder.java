package gradus.syntax;

import gradus.expr.Rational;
import gradus.syntax.Statement.Request;
import gradus.syntax.Written.Assignment;
import gradus.syntax.Written.Fact;
import gradus.syntax.Written.Family;
import gradus.syntax.grammar.NetworkBaseVisitor;
import gradus.syntax.grammar.NetworkParser.AssignmentsContext;
import gradus.syntax.grammar.NetworkParser.BoundContext;
import gradus.syntax.grammar.NetworkParser.DeriveContext;
import gradus.syntax.grammar.NetworkParser.FactContext;
import gradus.syntax.grammar.NetworkParser.FamilyContext;
import gradus.syntax.grammar.NetworkParser.FormulaContext;
import gradus.syntax.grammar.NetworkParser.OneHotContext;
import gradus.syntax.grammar.NetworkParser.OneOfContext;
import gradus.syntax.grammar.NetworkParser.PointContext;
import gradus.syntax.grammar.NetworkParser.WithinContext;
import gradus.syntax.grammar.NetworkParser.WordContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// The parts that statements share: facts, families, assignments, requests, whole numbers.
final class PartBuilder extends NetworkBaseVisitor<Fact> {
  private final Source source;
  private final FormulaBuilder formulas;
  private final Consumer<Diagnostic> diagnostics;

  PartBuilder(Source source, FormulaBuilder formulas, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.formulas = formulas;
    this.diagnostics = diagnostics;
  }

  List<Fact> facts(List<FactContext> facts) {
    return facts.stream().map(fact -> fact.accept(this)).toList();
  }

  @Override
  public Fact visitOneHot(OneHotContext ctx) {
    return new Fact.OneHot(FormulaBuilder.span(ctx));
  }

  @Override
  public Fact visitOneOf(OneOfContext ctx) {
    return new Fact.OneOf(formulas.all(ctx.formula()), FormulaBuilder.span(ctx));
  }

  @Override
  public Fact visitWithin(WithinContext ctx) {
    List<Written> ends = formulas.all(ctx.formula());
    return new Fact.Within(ends.getFirst(), ends.getLast(), FormulaBuilder.span(ctx));
  }

  @Override
  public Fact visitBound(BoundContext ctx) {
    return new Fact.Bound(
        OperandBuilder.relation(ctx.getStart()),
        formulas.visitFormula(ctx.formula()),
        FormulaBuilder.span(ctx));
  }

  Optional<Family> family(@Nullable FamilyContext ctx) {
    if (ctx == null) {
      return Optional.empty();
    }
    List<Written> ends = formulas.all(ctx.formula());
    return Optional.of(
        new Family(
            ctx.word().getText(), ends.getFirst(), ends.getLast(), FormulaBuilder.span(ctx)));
  }

  List<Assignment> assignments(AssignmentsContext ctx) {
    List<Assignment> assignments = new ArrayList<>();
    for (var assignment : ctx.assignment()) {
      List<Written> chain = formulas.all(assignment.formula());
      List<Written> names = chain.subList(0, chain.size() - 1);
      names.forEach(this::checkName);
      assignments.add(new Assignment(names, chain.getLast(), FormulaBuilder.span(assignment)));
    }
    return assignments;
  }

  /// A value is given to a name or to a partial derivative.
  void checkName(Written left) {
    if (!(left instanceof Written.Name || left instanceof Written.Product)) {
      diagnostics.accept(Fault.NOT_A_SYMBOL.at(source, left.span()));
    }
  }

  List<Request> requests(DeriveContext ctx) {
    return ctx.request().stream()
        .map(request ->
            new Request(
                formulas.visitFormula(request.formula()),
                request.PATHS() != null,
                !request.ENTRY().isEmpty(),
                FormulaBuilder.span(request)))
        .toList();
  }

  Written.Name name(WordContext ctx) {
    return Written.Name.plain(ctx.getText(), FormulaBuilder.span(ctx));
  }

  /// A data point is named by a word or a number.
  Written.Name name(PointContext ctx) {
    return Written.Name.plain(ctx.getText(), FormulaBuilder.span(ctx));
  }

  Written formula(FormulaContext ctx) {
    return formulas.visitFormula(ctx);
  }

  Optional<Written> optional(@Nullable FormulaContext ctx) {
    return Optional.ofNullable(ctx).map(formulas::visitFormula);
  }

  int wholeNumber(Token token, int largest) {
    Rational value = Rational.of(new BigDecimal(token.getText()));
    if (!value.isInteger() || value.compareTo(Rational.of(largest)) > 0) {
      diagnostics.accept(Fault.NOT_A_WHOLE_NUMBER.at(source, Lexing.span(token), largest));
      return 0;
    }
    return value.numerator().intValueExact();
  }
}
