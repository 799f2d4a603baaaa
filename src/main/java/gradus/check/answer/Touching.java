package gradus.check.answer;

import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Absolute;
import gradus.syntax.answer.Notated.Annotated;
import gradus.syntax.answer.Notated.Application;
import gradus.syntax.answer.Notated.Big;
import gradus.syntax.answer.Notated.Branch;
import gradus.syntax.answer.Notated.Cases;
import gradus.syntax.answer.Notated.Comparison;
import gradus.syntax.answer.Notated.Derivative;
import gradus.syntax.answer.Notated.Evaluated;
import gradus.syntax.answer.Notated.Factor;
import gradus.syntax.answer.Notated.Fraction;
import gradus.syntax.answer.Notated.Group;
import gradus.syntax.answer.Notated.Matrix;
import gradus.syntax.answer.Notated.Norm;
import gradus.syntax.answer.Notated.Product;
import gradus.syntax.answer.Notated.Root;
import gradus.syntax.answer.Notated.Scripted;
import gradus.syntax.answer.Notated.Sum;
import gradus.syntax.answer.Notated.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All written trees that differ from one in a single place, as a slip of the pen would have it: so
/// a slip in a vector or under a sum is one slip, whatever the entries.
///
/// Its limit: of a long side the first few hundred.
final class Touching {
  private static final int MOST = 400;
  private static final int DEEPEST = 24;

  private final TouchedPlaces places;

  /// @param link whose index letters may have been taken for one another
  Touching(List<Notated> link) {
    places = new TouchedPlaces(link);
  }

  List<Touch> of(Notated tree) {
    List<Touch> touches = touches(tree, 0);
    return touches.subList(0, Math.min(MOST, touches.size()));
  }

  /// With one term of the other side more.
  static List<Touch> missing(Notated other, Notated tree) {
    List<Touch> touches = new ArrayList<>();
    if (other instanceof Sum(List<Term> terms, _) && terms.size() > 1) {
      for (Term term : terms) {
        List<Term> more = new ArrayList<>();
        if (tree instanceof Sum(List<Term> own, _)) {
          more.addAll(own);
        } else {
          more.add(new Term(Notated.Sign.PLUS, tree));
        }
        more.add(term);
        touches.add(new Touch(Slip.PATH, new Sum(more, tree.span())));
      }
    }
    return touches;
  }

  private List<Touch> touches(Notated tree, int depth) {
    List<Touch> touches = new ArrayList<>(places.at(tree));
    if (depth < DEEPEST) {
      inside(tree, depth + 1, touches);
    }
    return touches;
  }

  private void inside(Notated tree, int depth, List<Touch> all) {
    switch (tree) {
      case Sum(List<Term> terms, var span) -> {
        for (int i = 0; i < terms.size(); i++) {
          Term term = terms.get(i);
          int at = i;
          add(
              term.value(),
              depth,
              all,
              value -> new Sum(with(terms, at, new Term(term.sign(), value)), span));
        }
      }
      case Product(List<Factor> factors, var span) -> {
        for (int i = 0; i < factors.size(); i++) {
          Factor factor = factors.get(i);
          int at = i;
          add(
              factor.value(),
              depth,
              all,
              value -> new Product(with(factors, at, new Factor(factor.operator(), value)), span));
        }
      }
      case Fraction(Notated above, Notated below, Optional<Derivative> derivative, var span) -> {
        if (derivative.isPresent()) {
          add(
              derivative.get(),
              depth,
              all,
              value ->
                  value instanceof Derivative other
                      ? new Fraction(above, below, Optional.of(other), span)
                      : value);
        } else {
          add(above, depth, all, v -> new Fraction(v, below, derivative, span));
          add(below, depth, all, v -> new Fraction(above, v, derivative, span));
        }
      }
      case Derivative(var kind, Optional<Notated> of, List<Notated> by, var span) -> {
        of.ifPresent(o -> add(o, depth, all, v -> new Derivative(kind, Optional.of(v), by, span)));
        for (int i = 0; i < by.size(); i++) {
          int at = i;
          add(by.get(i), depth, all, v -> new Derivative(kind, of, with(by, at, v), span));
        }
      }
      case Root(Optional<Notated> index, Notated value, var span) ->
          add(value, depth, all, v -> new Root(index, v, span));
      case Group(var fence, List<Notated> items, var span) ->
          each(items, depth, all, list -> new Group(fence, list, span));
      case Absolute(Notated value, var span) -> add(value, depth, all, v -> new Absolute(v, span));
      case Norm(Notated value, var span) -> add(value, depth, all, v -> new Norm(v, span));
      case Application(Notated function, List<Notated> arguments, boolean certain, var span) -> {
        add(function, depth, all, v -> new Application(v, arguments, certain, span));
        each(arguments, depth, all, list -> new Application(function, list, certain, span));
      }
      case Big(var kind, List<Notated> below, var above, Notated body, var span) ->
          add(body, depth, all, v -> new Big(kind, below, above, v, span));
      case Matrix(var fence, List<List<Notated>> rows, var span) -> {
        for (int i = 0; i < rows.size(); i++) {
          int at = i;
          each(rows.get(i), depth, all, row -> new Matrix(fence, with(rows, at, row), span));
        }
      }
      case Cases(List<Branch> branches, var span) -> {
        for (int i = 0; i < branches.size(); i++) {
          Branch branch = branches.get(i);
          int at = i;
          add(
              branch.value(),
              depth,
              all,
              v -> new Cases(with(branches, at, new Branch(v, branch.conditions())), span));
          each(
              branch.conditions(),
              depth,
              all,
              list -> new Cases(with(branches, at, new Branch(branch.value(), list)), span));
        }
      }
      case Comparison(List<Notated> sides, var relations, var span) ->
          each(sides, depth, all, list -> new Comparison(list, relations, span));
      case Scripted(Notated base, var below, var above, var span) ->
          add(base, depth, all, v -> new Scripted(v, below, above, span));
      case Evaluated(Notated value, var at, var span) ->
          add(value, depth, all, v -> new Evaluated(v, at, span));
      case Annotated(Notated value, Notated note, var span) ->
          add(value, depth, all, v -> new Annotated(v, note, span));
      case Notated.Number _, Notated.Symbol _, Notated.Letters _, Notated.Mark _ -> {}
      case Notated.Dots _ -> {}
    }
  }

  private void each(
      List<Notated> items, int depth, List<Touch> all, Function<List<Notated>, Notated> whole) {
    for (int i = 0; i < items.size(); i++) {
      int at = i;
      add(items.get(i), depth, all, v -> whole.apply(with(items, at, v)));
    }
  }

  private void add(Notated part, int depth, List<Touch> all, Function<Notated, Notated> whole) {
    if (all.size() < MOST) {
      touches(part, depth)
          .forEach(touch -> all.add(new Touch(touch.slip(), whole.apply(touch.tree()))));
    }
  }

  static <T> List<T> with(List<T> items, int at, T other) {
    List<T> all = new ArrayList<>(items);
    all.set(at, other);
    return all;
  }
}
