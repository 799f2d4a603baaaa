package gradus.network.name;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Diagnostics;
import gradus.network.name.SymbolTable.Entry;
import gradus.network.name.SymbolTable.Kind;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import gradus.syntax.written.Scope;
import gradus.syntax.written.Statement.Define;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scope of a file's formulas: the names of the file, then the functions of the rule page.
///
/// @param parameters of the function whose formula is read; they hide all other names
/// @param letters what the letter of a family is here: itself, or one of its values
/// @param ofFamily whether the formula is one of a family, which may need a start
public record Formulary(
    SymbolTable lexicon,
    Functions functions,
    List<Name> parameters,
    Map<Name, Index> letters,
    boolean ofFamily,
    Diagnostics report)
    implements Scope {
  public Formulary(SymbolTable lexicon, Functions functions, Diagnostics report) {
    this(lexicon, functions, List.of(), Map.of(), false, report);
  }

  /// The scope of a function's formula.
  public Formulary inside(List<Name> parameters) {
    return new Formulary(lexicon, functions, parameters, letters, ofFamily, report);
  }

  /// The scope of what runs through a family.
  public Formulary within(Optional<Family> family) {
    return family.map(range -> at(Map.of(range.letter(), range.index()))).orElse(this);
  }

  Formulary at(Map<Name, Index> values) {
    return new Formulary(lexicon, functions, parameters, values, ofFamily, report);
  }

  /// A function where one is called, even if a quantity has its name.
  @Override
  public Optional<Meaning> meaning(Name name) {
    return RulePageScope.meaning(functions, name)
        .or(() -> faulty(name))
        .or(() -> letter(Quantity.of(name)))
        .or(() -> named(Quantity.of(name)));
  }

  @Override
  public Optional<Meaning> meaning(Quantity typed) {
    Quantity meant = inNumbers(typed);
    return letter(meant)
        .or(() -> named(meant))
        .or(() -> function(meant))
        .or(() -> typed.labels().isEmpty() ? meaning(typed.name()) : Optional.empty());
  }

  /// With what the letters of the family around are here.
  Quantity inNumbers(Quantity typed) {
    return IndexSubstitution.with(typed, this::value);
  }

  private Index value(Letter letter) {
    Index running = letter.labels().isEmpty() ? letters.get(letter.name()) : null;
    return running == null ? Index.of(letter) : running;
  }

  /// A size, or the letter of the family around.
  private Optional<Meaning> letter(Quantity typed) {
    Letter letter = new Letter(typed.name(), typed.labels());
    boolean runs = typed.labels().isEmpty() && letters.containsKey(typed.name());
    return runs || (!parameters.contains(typed.name()) && lexicon.is(typed, Kind.SIZE))
        ? Optional.of(new Meaning.Whole(value(letter)))
        : Optional.empty();
  }

  /// Quantities are printed as they were declared.
  private Optional<Meaning> named(Quantity typed) {
    if (typed.labels().isEmpty() && parameters.contains(typed.name())) {
      return Optional.of(new Meaning.Named(typed));
    }
    return lexicon.entry(typed).filter(Entry::isQuantity).map(this::meaning);
  }

  private Meaning meaning(Entry entry) {
    return lexicon.hasFailed(entry)
        ? new Meaning.Faulty(entry.quantity())
        : new Meaning.Named(entry.quantity());
  }

  /// `φ[k]`, called like `φ`.
  private Optional<Meaning> function(Quantity typed) {
    return !typed.labels().isEmpty() && lexicon.is(typed, Kind.FUNCTION)
        ? callable(typed.name())
        : Optional.empty();
  }

  private Optional<Meaning> callable(Name name) {
    return RulePageScope.callable(functions, name);
  }

  /// A function of the file that could not be read takes any arguments.
  private Optional<Meaning> faulty(Name name) {
    return lexicon.is(Quantity.of(name), Kind.FUNCTION)
        ? Optional.of(new Meaning.Callable(name, 1, List.of(), true))
        : Optional.empty();
  }

  /// None once there are more faults than are told: looking for near names takes long.
  @Override
  public Collection<Name> names() {
    if (report.isFull()) {
      return List.of();
    }
    List<Name> names = new ArrayList<>(parameters);
    names.addAll(lexicon.names(Kind.DECLARED, Kind.DEFINED, Kind.SIZE, Kind.FUNCTION));
    names.addAll(functions.names());
    return names;
  }

  @Override
  public Optional<Diagnostic> outside(Quantity typed, Source source, Span span) {
    return new Kin(lexicon).outside(inNumbers(typed), ofFamily, source, span);
  }

  @Override
  public int indexOrigin() {
    return lexicon.indexOrigin();
  }

  public Optional<Expr> formula(Written written) {
    return new Resolver(report.source(), this, report).resolve(written);
  }

  /// Of a definition, also one entry by entry: `a_j = …` for all j.
  public Optional<Expr> formula(Define define) {
    boolean labelled = !define.name().labels().isEmpty();
    Formulary scope = new Formulary(lexicon, functions, parameters, letters, labelled, report);
    return new Resolver(report.source(), scope, report)
        .resolve(define.formula(), define.name().entries());
  }

  /// A name or a partial; anything else is reported.
  Optional<Symbol> symbol(Written written) {
    return new Resolver(report.source(), this, report).symbol(written);
  }

  /// The value of a formula without names.
  public Optional<Number> number(Written written) {
    return formula(written)
        .flatMap(formula -> new ConstantEvaluation(this).number(formula, written.span()));
  }

  /// A function of the file or of the rule page, losses among them.
  public Optional<Function> function(Name name) {
    return functions.named(name).or(() -> functions.loss(name));
  }
}
