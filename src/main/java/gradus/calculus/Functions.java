package gradus.calculus;

import gradus.calculus.Function.Kink;
import gradus.calculus.RulePage.Row;
import gradus.expr.Condition.Comparison;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The functions a formula may call: the rule page, and what a network file adds or decides.
public final class Functions {
  /// The row of the page that differentiates `u ^ v`.
  static final Name POWER = Name.of("^");

  private static final class PageHolder {
    static final RulePage PAGE = new RulePage();
  }

  private final Map<Name, Function> own;
  private final Map<Name, Function> read = new ConcurrentHashMap<>();
  private final Map<Differentiated, Optional<Expr>> derivatives = new ConcurrentHashMap<>();

  private Functions(Map<Name, Function> own) {
    this.own = own;
  }

  /// The rule page alone, under its default conventions.
  public static Functions rulePage() {
    return new Functions(Map.of());
  }

  public Optional<Function> named(Name name) {
    Function added = own.get(name);
    return added != null ? Optional.of(added) : row(name, false);
  }

  /// A function, differentiated so many times in each argument.
  private record Differentiated(Name function, List<Integer> orders) {}

  /// In the parameters of one of these functions; empty for an abstract one. Worked out once.
  Optional<Expr> derivative(Function function, List<Integer> orders) {
    Differentiated wanted = new Differentiated(function.name(), orders);
    Optional<Expr> known = derivatives.get(wanted);
    if (known == null) {
      // Like a row, it may look up others.
      known = FunctionRules.derivative(function, orders, this);
      derivatives.put(wanted, known);
    }
    return known;
  }

  /// A loss of the rule page: a name that stands for its definition.
  public Optional<Function> loss(Name name) {
    return row(name, true);
  }

  private Optional<Function> row(Name name, boolean isLoss) {
    Row row = PageHolder.PAGE.rows().get(name);
    if (row == null || row.isLoss() != isLoss) {
      return Optional.empty();
    }
    Function known = read.get(name);
    if (known == null) {
      // Reading one row looks up others, which computeIfAbsent would not allow.
      known = PageHolder.PAGE.function(row);
      read.put(name, known);
    }
    return Optional.of(known);
  }

  /// The rows of the rule page on operations.
  static List<String> operations() {
    return PageHolder.PAGE.operations();
  }

  /// All names that can be called, losses included: the page's in its order, then those added.
  public Collection<Name> names() {
    Set<Name> names = new LinkedHashSet<>(PageHolder.PAGE.rows().keySet());
    names.remove(POWER);
    names.addAll(own.keySet());
    return names;
  }

  /// With a function added, or replaced.
  public Functions with(Function function) {
    Map<Name, Function> more = new LinkedHashMap<>(own);
    more.put(function.name(), function);
    return new Functions(more);
  }

  /// With another value for the derivative at the kink; empty: undefined there. At a tie of two
  /// arguments the value is that of the first, and the second gets the rest of 1.
  ///
  /// The function must have a kink ([Function#kink()]).
  public Functions withConvention(Name name, Optional<Expr> value) {
    Function function = named(name).orElseThrow();
    Kink kink = function.kink().orElseThrow();
    List<Expr> used = new ArrayList<>();
    value.ifPresent(first -> {
      used.add(first);
      for (int i = 1; i < function.parameters().size(); i++) {
        used.add(
            isTie(kink.where())
                ? Simplifier.simplified(Formulas.sum(Formulas.ONE, Formulas.negated(first)))
                : kink.derivatives().get(i));
      }
    });
    return with(
        new Function(
            name,
            function.parameters(),
            function.defaults(),
            function.definition(),
            function.derivatives(),
            Optional.of(kink.using(used))));
  }

  private static boolean isTie(Comparison where) {
    return !Formulas.isConstant(where.right());
  }
}
