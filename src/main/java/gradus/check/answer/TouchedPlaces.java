package gradus.check.answer;

import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Application;
import gradus.syntax.answer.Notated.Branch;
import gradus.syntax.answer.Notated.Cases;
import gradus.syntax.answer.Notated.Factor;
import gradus.syntax.answer.Notated.Letters;
import gradus.syntax.answer.Notated.Operator;
import gradus.syntax.answer.Notated.Product;
import gradus.syntax.answer.Notated.Scripted;
import gradus.syntax.answer.Notated.Sign;
import gradus.syntax.answer.Notated.Sum;
import gradus.syntax.answer.Notated.Superscript;
import gradus.syntax.answer.Notated.Superscript.Label;
import gradus.syntax.answer.Notated.Superscript.Primes;
import gradus.syntax.answer.Notated.Superscript.Raised;
import gradus.syntax.answer.Notated.Superscript.Transposition;
import gradus.syntax.answer.Notated.Symbol;
import gradus.syntax.answer.Notated.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What one place of a written tree may have been before a slip of the pen.
final class TouchedPlaces {
  private static final int LARGEST = 4;

  private final Set<String> letters = new LinkedHashSet<>();

  TouchedPlaces(List<Notated> link) {
    link.forEach(this::collect);
  }

  List<Touch> at(Notated tree) {
    List<Touch> touches = new ArrayList<>();
    switch (tree) {
      case Sum(List<Term> terms, _) -> terms(terms, (Sum) tree, touches);
      case Product(List<Factor> factors, _) -> factors(factors, (Product) tree, touches);
      case Notated.Number number -> numbers(number, touches);
      case Scripted scripted -> scripts(scripted, touches);
      case Symbol _, Letters _ -> turned(tree, touches);
      case Application application -> primes(application, touches);
      case Cases cases -> branches(cases, touches);
      default -> {}
    }
    return touches;
  }

  private static void terms(List<Term> terms, Sum sum, List<Touch> touches) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      Sign other =
          switch (term.sign()) {
            case PLUS -> Sign.MINUS;
            case MINUS -> Sign.PLUS;
            case PLUS_MINUS -> Sign.PLUS_MINUS;
          };
      Term turned = new Term(other, term.value());
      touches.add(new Touch(Slip.SIGN, new Sum(Touching.with(terms, i, turned), sum.span())));
    }
    for (int i = 0; i < terms.size() && terms.size() > 1; i++) {
      List<Term> fewer = new ArrayList<>(terms);
      fewer.remove(i);
      touches.add(new Touch(Slip.PATH, new Sum(fewer, sum.span())));
    }
  }

  private static void factors(List<Factor> factors, Product product, List<Touch> touches) {
    for (int i = 0; i < factors.size(); i++) {
      List<Factor> fewer = new ArrayList<>(factors);
      Factor dropped = fewer.remove(i);
      if (i == 0) {
        fewer.set(0, new Factor(Operator.SIDE_BY_SIDE, fewer.getFirst().value()));
      }
      Slip slip = isSlope(dropped.value()) ? Slip.ACTIVATION : Slip.FACTOR;
      touches.add(
          new Touch(
              slip,
              fewer.size() == 1 ? fewer.getFirst().value() : new Product(fewer, product.span())));
    }
    for (int i = 1; i < factors.size(); i++) {
      List<Factor> turned = new ArrayList<>(factors);
      turned.set(i, new Factor(factors.get(i).operator(), factors.get(i - 1).value()));
      turned.set(i - 1, new Factor(factors.get(i - 1).operator(), factors.get(i).value()));
      touches.add(new Touch(Slip.TRANSPOSE, new Product(turned, product.span())));
    }
  }

  private static boolean isSlope(Notated factor) {
    return factor instanceof Cases
        || factor instanceof Application(Notated function, _, _, _)
            && function instanceof Scripted scripted
            && scripted.above().stream().anyMatch(Primes.class::isInstance);
  }

  /// Whole numbers by one and by a factor of two, digits by any.
  private static void numbers(Notated.Number number, List<Touch> touches) {
    if (!number.digits().matches("[0-9]{1,3}")) {
      return;
    }
    int value = Integer.parseInt(number.digits());
    Set<Integer> others = new LinkedHashSet<>(List.of(value + 1, value - 1, 2 * value));
    if (value % 2 == 0) {
      others.add(value / 2);
    }
    for (int digit = 1; digit <= 9 && value < 10; digit++) {
      others.add(digit);
    }
    others.stream()
        .filter(other -> other > 0 && other != value)
        .forEach(other ->
            touches.add(
                new Touch(Slip.FACTOR, new Notated.Number(String.valueOf(other), number.span()))));
  }

  // ---- scripts ----------------------------------------------------------------------------------

  private void scripts(Scripted scripted, List<Touch> touches) {
    List<Notated> below = scripted.below();
    for (int i = 0; i < below.size(); i++) {
      for (Notated other : indices(below.get(i))) {
        touches.add(
            new Touch(
                Slip.INDEX, with(scripted, Touching.with(below, i, other), scripted.above())));
      }
    }
    if (below.size() == 2) {
      touches.add(new Touch(Slip.INDEX, with(scripted, below.reversed(), scripted.above())));
    }
    List<Superscript> above = scripted.above();
    for (int i = 0; i < above.size(); i++) {
      above(scripted, i, touches);
    }
    bare(scripted, touches);
    turned(scripted, touches);
  }

  private void above(Scripted scripted, int i, List<Touch> touches) {
    List<Superscript> above = scripted.above();
    switch (above.get(i)) {
      case Raised(Notated value) -> {
        Slip slip = value instanceof Notated.Number ? Slip.FACTOR : Slip.LABEL;
        for (Notated other : labels(value)) {
          List<Superscript> others = Touching.with(above, i, new Raised(other));
          touches.add(new Touch(slip, with(scripted, scripted.below(), others)));
        }
      }
      case Label(List<Notated> values) when values.size() == 1 -> {
        for (Notated other : labels(values.getFirst())) {
          List<Superscript> others = Touching.with(above, i, new Label(List.of(other)));
          touches.add(new Touch(Slip.LABEL, with(scripted, scripted.below(), others)));
        }
      }
      case Label _ -> {}
      case Transposition _ -> {
        List<Superscript> fewer = new ArrayList<>(above);
        fewer.remove(i);
        touches.add(new Touch(Slip.TRANSPOSE, with(scripted, scripted.below(), fewer)));
      }
      case Primes _ -> {
        List<Superscript> fewer = new ArrayList<>(above);
        fewer.remove(i);
        touches.add(new Touch(Slip.ACTIVATION, with(scripted, scripted.below(), fewer)));
      }
    }
  }

  /// `w^3` for `|w|^3`.
  private static void bare(Scripted scripted, List<Touch> touches) {
    List<Superscript> above = scripted.above();
    boolean power = above.size() == 1 && above.getFirst() instanceof Raised;
    if (power && !(scripted.base() instanceof Notated.Absolute)) {
      Notated base = with(scripted, scripted.below(), List.of());
      Notated bars = new Notated.Absolute(base, base.span());
      touches.add(new Touch(Slip.ABSOLUTE, new Scripted(bars, List.of(), above, scripted.span())));
    }
  }

  private static Notated with(Scripted scripted, List<Notated> below, List<Superscript> above) {
    return below.isEmpty() && above.isEmpty()
        ? scripted.base()
        : new Scripted(scripted.base(), below, above, scripted.span());
  }

  private static void turned(Notated name, List<Touch> touches) {
    boolean already =
        name instanceof Scripted scripted
            && scripted.above().stream().anyMatch(Transposition.class::isInstance);
    if (!already) {
      touches.add(
          new Touch(
              Slip.TRANSPOSE,
              new Scripted(name, List.of(), List.of(new Transposition(false)), name.span())));
    }
  }

  private List<Notated> indices(Notated index) {
    List<Notated> others = new ArrayList<>(labels(index));
    switch (index) {
      case Notated.Number(String digits, var span) when digits.length() == 2 -> {
        others.add(new Notated.Number(new StringBuilder(digits).reverse().toString(), span));
        for (int i = 1; i <= LARGEST; i++) {
          others.add(new Notated.Number(digits.charAt(0) + "" + i, span));
          others.add(new Notated.Number(i + "" + digits.charAt(1), span));
        }
      }
      case Letters(String pair, var span) when pair.length() == 2 -> {
        others.add(new Letters(new StringBuilder(pair).reverse().toString(), span));
        for (String letter : letters) {
          others.add(new Letters(pair.charAt(0) + letter, span));
          others.add(new Letters(letter + pair.charAt(1), span));
        }
      }
      case Notated.Group(var fence, List<Notated> items, var span) -> {
        others.add(new Notated.Group(fence, items.reversed(), span));
        for (int i = 0; i < items.size(); i++) {
          for (Notated other : indices(items.get(i))) {
            others.add(new Notated.Group(fence, Touching.with(items, i, other), span));
          }
        }
      }
      default -> {}
    }
    return others;
  }

  /// Other numbers and letters, one more and one less.
  private List<Notated> labels(Notated label) {
    List<Notated> others = new ArrayList<>();
    switch (label) {
      case Notated.Number(String digits, var span) when digits.length() == 1 -> {
        for (int i = 0; i <= LARGEST; i++) {
          if (!digits.equals(String.valueOf(i))) {
            others.add(new Notated.Number(String.valueOf(i), span));
          }
        }
      }
      case Symbol(String letter, var face, var marks, var span) when letter.length() == 1 -> {
        letters.stream()
            .filter(other -> !other.equals(letter))
            .forEach(other -> others.add(new Symbol(other, face, marks, span)));
        for (Sign sign : List.of(Sign.PLUS, Sign.MINUS)) {
          others.add(
              new Sum(
                  List.of(
                      new Term(Sign.PLUS, label), new Term(sign, new Notated.Number("1", span))),
                  span));
        }
      }
      case Sum(List<Term> terms, var span) when terms.size() == 2 -> {
        others.add(terms.getFirst().value());
        Term last = terms.getLast();
        Sign turned = last.sign() == Sign.PLUS ? Sign.MINUS : Sign.PLUS;
        others.add(new Sum(List.of(terms.getFirst(), new Term(turned, last.value())), span));
        for (Notated other : labels(last.value())) {
          others.add(new Sum(List.of(terms.getFirst(), new Term(last.sign(), other)), span));
        }
      }
      default -> {}
    }
    return others;
  }

  /// Letters that stand as indices somewhere in the link.
  private void collect(Notated tree) {
    switch (tree) {
      case Scripted(Notated base, List<Notated> below, List<Superscript> above, _) -> {
        collect(base);
        below.forEach(this::addLetters);
        for (Superscript script : above) {
          switch (script) {
            case Raised(Notated value) -> addLetters(value);
            case Label(List<Notated> values) -> values.forEach(this::addLetters);
            case Transposition _, Primes _ -> {}
          }
        }
      }
      default -> tree.children().forEach(this::collect);
    }
  }

  private void addLetters(Notated index) {
    switch (index) {
      case Symbol(String letter, _, _, _) when letter.length() == 1 -> letters.add(letter);
      case Letters(String pair, _) when pair.length() <= 2 ->
          letters.addAll(List.of(pair.split("")));
      case Notated.Group group -> group.items().forEach(this::addLetters);
      default -> {}
    }
  }

  // ---- functions and branches -------------------------------------------------------------------

  private static void primes(Application application, List<Touch> touches) {
    if (application.arguments().size() != 1) {
      return;
    }
    Notated function = application.function();
    boolean primed =
        function instanceof Scripted scripted
            && scripted.above().stream().anyMatch(Primes.class::isInstance);
    if (!primed) {
      Notated slope = new Scripted(function, List.of(), List.of(new Primes(1)), function.span());
      touches.add(
          new Touch(
              Slip.ACTIVATION,
              new Application(slope, application.arguments(), true, application.span())));
    }
    touches.add(new Touch(Slip.ACTIVATION, application.arguments().getFirst()));
  }

  private static void branches(Cases cases, List<Touch> touches) {
    List<Branch> branches = cases.branches();
    for (int i = 0; i < branches.size(); i++) {
      for (String digits : List.of("0", "1")) {
        Notated number = new Notated.Number(digits, branches.get(i).value().span());
        Branch other = new Branch(number, branches.get(i).conditions());
        touches.add(
            new Touch(Slip.BRANCH, new Cases(Touching.with(branches, i, other), cases.span())));
      }
    }
    if (branches.size() == 2) {
      Branch first = branches.getFirst();
      Branch last = branches.getLast();
      List<Branch> turned =
          List.of(
              new Branch(last.value(), first.conditions()),
              new Branch(first.value(), last.conditions()));
      touches.add(new Touch(Slip.BRANCH, new Cases(turned, cases.span())));
    }
  }
}
