package gradus.network;

import gradus.calculus.Function;
import gradus.calculus.Functions;
import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Entry;
import gradus.network.Lexicon.Kind;
import gradus.syntax.Resolver;
import gradus.syntax.Scope;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The scope of a file's formulas: the names of the file, then the functions of the rule page.
///
/// @param parameters of the function whose formula is read; they hide all other names
record Formulary(Lexicon lexicon, Functions functions, List<Name> parameters, Report report)
    implements Scope {
  /// A function where one is called, even if a quantity has its name.
  @Override
  public Optional<Meaning> meaning(Name name) {
    return callable(name)
        .or(() -> abbreviation(name))
        .or(() -> faulty(name))
        .or(() -> named(Quantity.of(name)));
  }

  @Override
  public Optional<Meaning> meaning(Quantity typed) {
    return named(typed)
        .or(() -> typed.labels().isEmpty() ? meaning(typed.name()) : Optional.empty());
  }

  /// Quantities are printed as they were declared.
  private Optional<Meaning> named(Quantity typed) {
    if (typed.labels().isEmpty() && parameters.contains(typed.name())) {
      return Optional.of(new Meaning.Named(typed));
    }
    return lexicon.entry(typed).filter(Entry::isQuantity).map(e -> new Meaning.Named(e.quantity()));
  }

  private Optional<Meaning> callable(Name name) {
    return functions
        .named(name)
        .map(function ->
            new Meaning.Callable(
                function.name(),
                function.parameters().size(),
                function.defaults(),
                isFolding(name)));
  }

  /// Of many arguments these take the first two, then the result and the third, and so on.
  private static boolean isFolding(Name name) {
    return name.key().equals("max") || name.key().equals("min");
  }

  private Optional<Meaning> abbreviation(Name name) {
    return functions
        .loss(name)
        .map((Function loss) ->
            new Meaning.Abbreviation(loss.parameters(), loss.definition().orElseThrow()));
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
    names.addAll(lexicon.names(Kind.DECLARED, Kind.DEFINED, Kind.FUNCTION));
    names.addAll(functions.names());
    return names;
  }

  Optional<Expr> formula(Written written) {
    return new Resolver(report.source(), this, report).resolve(written);
  }

  /// A name or a partial; anything else is reported.
  Optional<Symbol> symbol(Written written) {
    return new Resolver(report.source(), this, report).symbol(written);
  }

  /// The value of a formula without names.
  Optional<Number> number(Written written) {
    return formula(written).flatMap(formula -> new Constants(this).number(formula, written.span()));
  }

  /// A function of the file or of the rule page, losses among them.
  Optional<Function> function(Name name) {
    return functions.named(name).or(() -> functions.loss(name));
  }
}
