package gradus.check.sense;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.sense.Glossary.Written;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Application;
import gradus.syntax.paper.Notated.Face;
import gradus.syntax.paper.Notated.Factor;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Names with a d: `dW`, `d\hat{y}`, `δc`. The derivative of the loss by the name, as programs call
/// it; in an equation between changes, `dz = W dx + dW x`, the change of the name when some others
/// change freely.
final class Changes {
  private static final Set<String> SIGNS = Set.of("d", "delta");
  private static final int MOST = 80;

  private final Interpreter sensing;

  Changes(Interpreter sensing) {
    this.sensing = sensing;
  }

  /// `d` and a name side by side as one.
  List<Factor> joined(List<Factor> factors) {
    List<Factor> read = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      Factor factor = factors.get(i);
      boolean pair =
          i + 1 < factors.size()
              && factors.get(i + 1).operator() == Operator.SIDE_BY_SIDE
              && factor.value() instanceof Symbol sign
              && isSign(sign)
              && isName(factors.get(i + 1).value());
      if (pair) {
        Notated name = factors.get(++i).value();
        read.add(
            new Factor(
                factor.operator(),
                new Application(factor.value(), List.of(name), true, name.span())));
      } else {
        read.add(factor);
      }
    }
    return read;
  }

  /// `dW` as `d` and `W`.
  Optional<Notated> apart(Letters letters, List<Notated> below, List<Notated.Superscript> above) {
    String rest = letters.letters().substring(1);
    if (!letters.letters().startsWith("d") || rest.isEmpty()) {
      return Optional.empty();
    }
    Symbol sign = new Symbol("d", Face.PLAIN, List.of(), letters.span());
    Symbol name = new Symbol(rest, Face.PLAIN, List.of(), letters.span());
    Notated scripted =
        below.isEmpty() && above.isEmpty()
            ? name
            : new Notated.Scripted(name, below, above, letters.span());
    boolean meant =
        isSign(sign)
            && sensing.scene.lexicon().isKnown(rest)
            && !sensing.own.isNamed(new Written(letters.letters(), List.of(), List.of()));
    return meant
        ? Optional.of(new Application(sign, List.of(scripted), true, letters.span()))
        : Optional.empty();
  }

  /// Whether it is what [#joined] and [#apart] make.
  boolean isChange(Application application) {
    return application.function() instanceof Symbol sign
        && isSign(sign)
        && application.arguments().size() == 1;
  }

  private boolean isSign(Symbol sign) {
    return SIGNS.contains(sign.letters())
        && sign.marks().isEmpty()
        && sensing.scene.loss().isPresent()
        && !sensing.scene.lexicon().isKnown(sign.letters())
        && !sensing.own.isNamed(new Written(sign.letters(), List.of(), List.of()));
  }

  private boolean isName(Notated tree) {
    return new NameParts(sensing)
        .written(tree instanceof Notated.Scripted scripted ? scripted.base() : tree)
        .filter(name -> sensing.scene.lexicon().isKnown(name.letters()))
        .isPresent();
  }

  Sense of(Application application) {
    return sensing
        .of(application.arguments().getFirst())
        .then(grid -> {
          if (!grid.entries().stream().allMatch(e -> e instanceof Ref(Quantity _))) {
            return Interpreter.nothing(Cause.UNKNOWN_NAME, application.span(), "d");
          }
          sensing.changes.add(grid);
          return sensing.own.varying().isEmpty() ? gradient(grid) : change(grid, application);
        });
  }

  private Grid gradient(Grid names) {
    sensing.guess(Glossary.Guess.ADJOINT_BY_D);
    Quantity loss = sensing.scene.loss().orElseThrow();
    Optional<Integer> samples = new Samples(sensing).count();
    boolean summed =
        samples.isPresent()
            && names.entries().stream().noneMatch(this::isParameter)
            && sensing.is(ReadingConvention.SUMMED_LOSS);
    return names.map(entry -> {
      Quantity by = quantity(entry);
      Expr slope = by.equals(loss) ? Formulas.ONE : new Ref(Partial.total(loss, by));
      return summed ? Formulas.product(Expr.Number.of(samples.get()), slope) : slope;
    });
  }

  private boolean isParameter(Expr entry) {
    Quantity name = quantity(entry);
    return sensing.scene.parameters().contains(Quantity.of(name.name(), name.labels()));
  }

  private Sense change(Grid names, Notated tree) {
    Set<Quantity> varying = sensing.own.varying();
    sensing.guessed = true;
    return varying.size() > MOST
        ? Interpreter.nothing(Cause.UNSUPPORTED, tree.span(), "a change of this many names")
        : names.map(
            entry -> Formulas.sum(varying.stream().map(v -> change(quantity(entry), v)).toList()));
  }

  private static Expr change(Quantity of, Quantity by) {
    Expr free = new Ref(Quantity.of("change of " + by));
    return of.equals(by) ? free : Formulas.product(new Ref(Partial.total(of, by)), free);
  }

  private static Quantity quantity(Expr entry) {
    return (Quantity) ((Ref) entry).symbol();
  }
}
