package gradus.sheet.number;

import gradus.calculus.step.Reason;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Cite;
import gradus.sheet.Inline.Equation;
import gradus.sheet.Inline.Formula;
import gradus.sheet.Inline.Text;
import gradus.sheet.Numbering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The phrases of a sheet.
public final class Wording {
  private static final List<String> SMALL =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth");

  /// More citations than this are not listed one by one.
  private static final int MOST_CITES = 4;

  private final Numbering numbering;

  public Wording(Numbering numbering) {
    this.numbering = numbering;
  }

  public static String count(long number) {
    return number < SMALL.size() ? SMALL.get((int) number) : String.valueOf(number);
  }

  static String ordinal(int index) {
    return index < ORDINALS.size() ? ORDINALS.get(index) : (index + 1) + "th";
  }

  public static List<Inline> text(String text) {
    return List.of(new Text(text));
  }

  public static List<Inline> of(Symbol symbol) {
    return List.of(new Formula(new Ref(symbol)));
  }

  /// `left = right`, in running text.
  public static List<Inline> equation(Expr left, Link link) {
    return List.of(new Equation(new DerivationChain(left, List.of(link), OptionalInt.empty())));
  }

  @SafeVarargs
  public static List<Inline> join(List<? extends Inline>... parts) {
    List<Inline> all = new ArrayList<>();
    for (List<? extends Inline> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /// `a, b and c`, or `a, b, c`.
  public static List<Inline> listed(Collection<? extends List<Inline>> items, String beforeLast) {
    List<Inline> all = new ArrayList<>();
    int index = 0;
    for (List<Inline> item : items) {
      if (index > 0) {
        all.add(new Text(index == items.size() - 1 ? beforeLast : ", "));
      }
      all.addAll(item);
      index++;
    }
    return all;
  }

  public static List<Inline> listed(Collection<? extends List<Inline>> items) {
    return listed(items, " and ");
  }

  public static List<Inline> joined(Collection<? extends List<Inline>> items, String separator) {
    List<Inline> all = new ArrayList<>();
    for (List<Inline> item : items) {
      if (!all.isEmpty()) {
        all.add(new Text(separator));
      }
      all.addAll(item);
    }
    return all;
  }

  boolean isNumbered(Symbol symbol) {
    return numbering.of(symbol).isPresent();
  }

  /// The number of a symbol's equation, its name where it has none.
  public List<Inline> cite(Symbol symbol) {
    return numbering.of(symbol).map(number -> List.<Inline>of(new Cite(number))).orElse(of(symbol));
  }

  List<Inline> cites(Collection<? extends Symbol> symbols, String beforeLast) {
    return listed(symbols.stream().map(this::cite).toList(), beforeLast);
  }

  public List<Inline> reason(Reason reason, Partial partial) {
    return switch (reason) {
      case Reason.Explicit(Quantity target, boolean part) ->
          part
              ? join(cite(target), text(", whose other terms are free of "), of(partial.by()))
              : join(text("definition "), cite(target));
      case Reason.ChainRule(Quantity consumer) -> join(text("chain rule along "), cite(consumer));
      case Reason.SumOverUses(List<Quantity> consumers) ->
          join(
              text("sum over " + (consumers.size() == 2 ? "both" : "all") + " uses of "),
              of(partial.by()));
      case Reason.LocalDerivatives(List<Quantity> consumers) ->
          consumers.size() > MOST_CITES
              ? text("local derivatives")
              : join(
                  text(consumers.size() == 1 ? "local derivative of " : "local derivatives of "),
                  joined(consumers.stream().map(this::cite).distinct().toList(), ", "));
      case Reason.FunctionRules(List<Name> functions) ->
          text("derivative of " + String.join(", ", spellings(functions)));
      case Reason.Recalled(List<Quantity> quantities) ->
          listed(quantities.stream().map(q -> join(of(q), text(" by "), cite(q))).toList(), ", ");
      case Reason.Simplified() -> text("simplified");
      case Reason.OperationRules(List<Operation> operations) ->
          text(OperationWords.rules(operations));
      case Reason.Inserted(List<Partial> adjoints) -> join(cites(adjoints, ", "), text(" put in"));
      case Reason.ByFact(Expr left, Expr right) ->
          join(text("since "), equation(left, Link.equal(right)));
      case Reason.Collapsed(Name letter, Index remaining) ->
          join(
              text("only the term "),
              equation(Formulas.of(Index.of(letter)), Link.equal(Formulas.of(remaining))),
              text(" is left"));
      case Reason.TakenOut(List<Name> letters) ->
          text("factors free of " + String.join(", ", spellings(letters)) + " taken out");
      case Reason.Vanishes() -> text("vanishes, whatever the values");
      case Reason.Independent() ->
          join(of(partial.of()), text(" does not depend on "), of(partial.by()));
    };
  }

  private static List<String> spellings(List<Name> functions) {
    return functions.stream()
        .map(name -> name.key().equals("abs") ? "the absolute value" : name.spelling())
        .toList();
  }

  /// Who uses the quantity: `Only (4) uses z_1:`
  public List<Inline> uses(Quantity quantity, List<Quantity> consumers) {
    return switch (consumers.size()) {
      case 0 -> join(text("Nothing uses "), of(quantity), text("."));
      case 1 ->
          join(text("Only "), cite(consumers.getFirst()), text(" uses "), of(quantity), text(":"));
      default -> {
        if (consumers.stream().map(this::cite).distinct().count() < consumers.size()) {
          yield join(
              of(quantity),
              text(" is used by "),
              listed(consumers.stream().map(Wording::of).toList()),
              text(", see "),
              listed(consumers.stream().map(this::cite).distinct().toList()),
              text("; one term for each use:"));
        }
        String number = count(consumers.size());
        List<Inline> places =
            consumers.size() > 2 * MOST_CITES
                ? text(number + " definitions")
                : cites(consumers, " and ");
        yield join(
            of(quantity),
            text(consumers.size() == 2 ? " is used twice, in " : " is used in "),
            places,
            text("; one term for each use:"));
      }
    };
  }

  /// `Chain rule along (6), for W and b:`; of parameters that all members of a family share `W and
  /// b are the same for all t = 1, …, T; chain rule along (6), one term for each t:`
  public List<Inline> entering(
      List<List<Inline>> names, Quantity consumer, Optional<Family> shared) {
    return shared
        .map(family ->
            join(
                listed(names),
                text(names.size() == 1 ? " is" : " are"),
                text(" the same for all "),
                List.of(new Inline.Range(family)),
                text("; chain rule along "),
                cite(consumer),
                text(", one term for each:")))
        .orElseGet(() ->
            join(
                text("Chain rule along "),
                cite(consumer),
                text(", for "),
                listed(names),
                text(":")));
  }

  /// `Only (6) uses z_2; chain rule along (6):`
  public List<Inline> onlyUse(Quantity quantity, Quantity consumer) {
    return join(
        text("Only "),
        cite(consumer),
        text(" uses "),
        of(quantity),
        text("; chain rule along "),
        cite(consumer),
        text(":"));
  }

  /// `z_1 = 0.25: first case`.
  static List<Inline> selection(Selections.Selected selected, Figures figures) {
    List<List<Inline>> sides = new ArrayList<>();
    selected
        .sides()
        .forEach(
            (side, value) -> sides.add(equation(side, Link.equal(figures.figure(value).number()))));
    String place = selected.onBoundary() ? ", on the boundary: " : ": ";
    return join(listed(sides, ", "), text(place + ordinal(selected.branch()) + " case"));
  }
}
