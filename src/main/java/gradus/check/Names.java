package gradus.check;

import gradus.calculus.Function;
import gradus.calculus.Functions;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Folding;
import gradus.syntax.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The scope of formulas that no file declares names for: what is no function is a quantity.
///
/// `e` and `pi` are numbers elsewhere, so they must be declared to be names.
record Names(Functions functions, Set<Name> declared, Shaping shaping) implements Scope {
  private static final Set<Name> NUMBERS = Set.of(Name.of("e"), Name.of("pi"));

  @Override
  public Optional<Meaning> meaning(Name name) {
    return functions
        .named(name)
        .<Meaning>map(Names::callable)
        .or(() -> functions.loss(name).map(Names::abbreviation))
        .or(() -> meaning(Quantity.of(name)));
  }

  /// What is only taken for a quantity may as well be the letter of a sum.
  @Override
  public boolean isTaken(Name letter) {
    return declared.contains(letter)
        || isFunction(letter)
        || shaping.meaning(Quantity.of(letter)).isPresent();
  }

  @Override
  public Optional<Meaning> meaning(Quantity typed) {
    Optional<Meaning> known = shaping.meaning(typed);
    if (known.isPresent() || isEntry(typed)) {
      return known;
    }
    boolean isNumber = NUMBERS.contains(typed.name()) && !declared.contains(typed.name());
    boolean isFunction = typed.labels().isEmpty() && isFunction(typed.name());
    return isNumber
        ? Optional.empty()
        : isFunction ? meaning(typed.name()) : Optional.of(new Meaning.Named(typed));
  }

  /// `x_i` where x is a vector.
  private boolean isEntry(Quantity typed) {
    String name = typed.name().spelling();
    int cut = name.lastIndexOf('_');
    return cut > 0 && shaping.meaning(Quantity.of(name.substring(0, cut))).isPresent();
  }

  private boolean isFunction(Name name) {
    return !declared.contains(name)
        && (functions.named(name).isPresent() || functions.loss(name).isPresent());
  }

  private static Meaning callable(Function function) {
    return new Meaning.Callable(
        function.name(),
        function.parameters().size(),
        function.defaults(),
        Folding.isFolding(function.name()));
  }

  private static Meaning abbreviation(Function loss) {
    return new Meaning.Abbreviation(loss.parameters(), loss.definition().orElseThrow());
  }

  @Override
  public Collection<Name> names() {
    List<Name> names = new ArrayList<>(declared);
    names.addAll(functions.names());
    return names;
  }
}
