package gradus.network.read;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.LabelledCalls;
import gradus.network.name.DefinitionCycles;
import gradus.network.name.Formulary;
import gradus.network.name.FunctionAliases;
import gradus.network.name.SymbolTable;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the functions of a file: abstract, defined by a formula, or another name for one.
///
/// All are known by name before the first formula is read, so that their order does not matter.
final class FunctionReader {
  private final SymbolTable lexicon;
  private final Diagnostics report;
  private final Map<Name, Statement.Function> formulas = new LinkedHashMap<>();
  private final FunctionAliases renamings = new FunctionAliases();
  private final List<Definition> calls = new ArrayList<>();
  private Functions functions;

  FunctionReader(SymbolTable lexicon, Functions page, Diagnostics report) {
    this.lexicon = lexicon;
    this.report = report;
    this.functions = page;
  }

  Functions read(List<Statement.Function> statements) {
    statements.stream()
        .filter(statement -> lexicon.isEnteredAt(statement.name()))
        .filter(this::isNew)
        .forEach(this::sort);
    cutCycles();
    formulas.forEach(this::addAbstract);
    renamings.check(functions, report);
    functions = renamings.added(functions);
    formulas.forEach(this::addDefined);
    cutCycles();
    return renamings.added(functions);
  }

  /// What the rule page calls by a name is not replaced: the sheet would look right and be wrong.
  private boolean isNew(Statement.Function statement) {
    Name name = Name.of(statement.name().text());
    boolean isNew = functions.named(name).isEmpty() && functions.loss(name).isEmpty();
    if (!isNew) {
      report.accept(
          Fault.FUNCTION_EXISTS
              .at(report.source(), statement.name().span(), name)
              .suggesting("my_" + name));
    }
    return isNew;
  }

  private void sort(Statement.Function statement) {
    Name name = LabelledCalls.name(statement.name());
    if (!statement.parameters().isEmpty()) {
      formulas.put(name, statement);
    } else if (statement.formula().orElse(null) instanceof Written.Name target) {
      renamings.enter(name, target);
      calls.add(uses(name, List.of(Name.of(target.text()))));
    } else {
      report.accept(
          Fault.FUNCTION_WITHOUT_PARAMETERS
              .at(report.source(), statement.name().span(), name)
              .suggesting("function " + name + "(z)"));
    }
  }

  private void addAbstract(Name name, Statement.Function statement) {
    Set<Name> seen = new HashSet<>();
    for (Written.Name parameter : statement.parameters()) {
      if (!seen.add(Name.of(parameter.text()))) {
        report.add(
            parameter.span(), Fault.DEFINED_TWICE, parameter.text(), report.line(parameter.span()));
      }
    }
    functions =
        functions
            .with(Function.abstracted(LabelledCalls.family(name), parameters(statement)))
            .with(Function.abstracted(name, parameters(statement)));
  }

  private static List<Name> parameters(Statement.Function statement) {
    return statement.parameters().stream().map(name -> Name.of(name.text())).toList();
  }

  private void addDefined(Name name, Statement.Function statement) {
    statement
        .formula()
        .flatMap(formula -> body(statement, formula))
        .ifPresent(body -> {
          calls.add(uses(name, called(body)));
          functions = functions.with(Function.defined(name, parameters(statement), body));
        });
  }

  private Optional<Expr> body(Statement.Function statement, Written formula) {
    Formulary scope = new Formulary(lexicon, functions, report).inside(parameters(statement));
    return scope.formula(formula).filter(body -> isClosed(body, statement, formula));
  }

  /// Whether the formula uses nothing but the parameters.
  private boolean isClosed(Expr body, Statement.Function statement, Written formula) {
    Set<Symbol> free = Formulas.symbols(body);
    parameters(statement).forEach(parameter -> free.remove(Quantity.of(parameter)));
    free.stream()
        .findFirst()
        .ifPresent(symbol ->
            report.add(
                formula.span(),
                Fault.FUNCTION_OF_MORE,
                statement.name().text(),
                Citation.of(symbol)));
    return free.isEmpty();
  }

  private static List<Name> called(Expr body) {
    List<Name> called = new ArrayList<>();
    Formulas.visit(
        body,
        part -> {
          if (part instanceof Call call) {
            called.add(call.function());
          }
        });
    return called;
  }

  /// Functions as a graph, to find those that call themselves.
  private static Definition uses(Name name, List<Name> called) {
    List<Ref> references = called.stream().map(Quantity::of).map(Ref::new).toList();
    return new Definition(Quantity.of(name), new Expr.Sum(List.copyOf(references)));
  }

  /// Functions that call themselves are left without a formula.
  private void cutCycles() {
    Map<Symbol, Span> places = new HashMap<>();
    calls.forEach(call ->
        lexicon
            .entry((Quantity) call.symbol())
            .ifPresent(entry -> places.put(call.symbol(), entry.span())));
    for (Symbol symbol : DefinitionCycles.report(calls, places, report)) {
      if (symbol instanceof Quantity quantity) {
        calls.removeIf(call -> call.symbol().equals(symbol));
        renamings.remove(quantity.name());
        Optional.ofNullable(formulas.get(quantity.name()))
            .ifPresent(statement -> addAbstract(quantity.name(), statement));
      }
    }
  }
}
