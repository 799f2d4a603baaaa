package gradus.network.name;

import gradus.calculus.rule.Functions;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.written.BuiltIn;
import gradus.syntax.written.Scope;
import gradus.syntax.written.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The scope of a formula that stands by itself: what a where clause says, the functions of the
/// rule page, and any other name for a number.
record LoneScope(Where where, Functions functions) implements Scope {
  @Override
  public Optional<Meaning> meaning(Name name) {
    return RulePageScope.meaning(functions, name)
        .or(() -> where.meaning(Quantity.of(name)))
        .or(() -> number(Quantity.of(name)));
  }

  /// `x_i` is an entry where x is a vector.
  private Optional<Meaning> number(Quantity quantity) {
    String name = quantity.name().spelling();
    String stem = name.contains("_") ? name.substring(0, name.lastIndexOf('_')) : name;
    return BuiltIn.isFunction(name) || where.meaning(Quantity.of(stem)).isPresent()
        ? Optional.empty()
        : Optional.of(new Meaning.Named(quantity));
  }

  /// What is only taken for a number may as well be a letter.
  @Override
  public boolean isTaken(Name letter) {
    return where.meaning(Quantity.of(letter)).isPresent();
  }

  @Override
  public Optional<Meaning> meaning(Quantity typed) {
    return where
        .meaning(typed)
        .or(() -> typed.labels().isEmpty() ? meaning(typed.name()) : number(typed));
  }

  @Override
  public Collection<Name> names() {
    List<Name> names = new ArrayList<>();
    where.quantities().forEach(known -> names.add(known.quantity().name()));
    names.addAll(functions.names());
    return names;
  }
}
