package gradus.network;

import gradus.calculus.Function;
import gradus.calculus.Functions;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Lettering;
import gradus.expr.Name;
import gradus.network.Lexicon.Entry;
import gradus.network.Lexicon.Kind;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// Functions of the rule page that a sheet calls by another name, as it calls sigmoid σ: no
/// function of the file is printed so where a definition calls them, or where the derivative of
/// what it calls does.
///
/// Limit: a quantity may be called like such a function, as it may be called like any of the rule
/// page: only the function has an argument.
final class PrintedFunctions {
  private static final Name SIGMOID = Name.of("sigmoid");

  private final Functions functions;
  private final Set<Name> called = new HashSet<>();

  PrintedFunctions(Functions functions) {
    this.functions = functions;
  }

  void check(Lexicon lexicon, Definitions definitions, Report report) {
    for (Entry own : lexicon.entries()) {
      if (own.kind() == Kind.FUNCTION && isPrintedLikeSigmoid(own)) {
        definitions.graph().definitions().stream()
            .filter(definition -> callsSigmoid(definition.formula()))
            .findFirst()
            .ifPresent(definition -> tell(own, definition, definitions, report));
      }
    }
  }

  private static boolean isPrintedLikeSigmoid(Entry own) {
    return own.quantity().labels().isEmpty()
        && Lettering.of(own.quantity().name()).equals(Lettering.ofFunction(SIGMOID));
  }

  private void tell(Entry own, Definition definition, Definitions definitions, Report report) {
    Span place = Objects.requireNonNull(definitions.places().get(definition.symbol()));
    String name = own.quantity().name().spelling();
    report.accept(
        Fault.PRINTED_ALIKE
            .at(report.source(), own.span(), "'" + name + "'", "'sigmoid'", report.line(place))
            .suggesting(name + "_a"));
  }

  private boolean callsSigmoid(Expr formula) {
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Call call && called.add(call.function())) {
            functions.named(call.function()).ifPresent(this::addCalled);
          }
        });
    return called.contains(SIGMOID);
  }

  private void addCalled(Function function) {
    function.definition().ifPresent(this::callsSigmoid);
    function.derivatives().forEach(this::callsSigmoid);
  }
}
