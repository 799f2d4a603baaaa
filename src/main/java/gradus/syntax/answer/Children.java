package gradus.syntax.answer;

import gradus.syntax.Span;
import gradus.syntax.answer.Notated.Absolute;
import gradus.syntax.answer.Notated.Annotated;
import gradus.syntax.answer.Notated.Application;
import gradus.syntax.answer.Notated.Big;
import gradus.syntax.answer.Notated.Branch;
import gradus.syntax.answer.Notated.Cases;
import gradus.syntax.answer.Notated.Comparison;
import gradus.syntax.answer.Notated.Derivative;
import gradus.syntax.answer.Notated.Dots;
import gradus.syntax.answer.Notated.Evaluated;
import gradus.syntax.answer.Notated.Factor;
import gradus.syntax.answer.Notated.Fraction;
import gradus.syntax.answer.Notated.Group;
import gradus.syntax.answer.Notated.Letters;
import gradus.syntax.answer.Notated.Mark;
import gradus.syntax.answer.Notated.Matrix;
import gradus.syntax.answer.Notated.Norm;
import gradus.syntax.answer.Notated.Number;
import gradus.syntax.answer.Notated.Product;
import gradus.syntax.answer.Notated.Root;
import gradus.syntax.answer.Notated.Scripted;
import gradus.syntax.answer.Notated.Sum;
import gradus.syntax.answer.Notated.Symbol;
import gradus.syntax.answer.Notated.Term;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The parts that a tree of notation is made of, and the same tree made of others.
///
/// Limit: scripts, bounds of big operators and notes are no parts; a fraction that may be a
/// derivative has that derivative as its only part.
final class Children {
  private Children() {}

  /// From left to right.
  static List<Notated> of(Notated tree) {
    return switch (tree) {
      case Sum(List<Term> terms, _) -> terms.stream().map(Term::value).toList();
      case Product(List<Factor> factors, _) -> factors.stream().map(Factor::value).toList();
      case Fraction(Notated above, Notated below, Optional<Derivative> derivative, _) ->
          derivative.<List<Notated>>map(List::of).orElse(List.of(above, below));
      case Derivative(_, Optional<Notated> of, List<Notated> by, _) ->
          Stream.concat(of.stream(), by.stream()).toList();
      case Root(_, Notated value, _) -> List.of(value);
      case Group(_, List<Notated> items, _) -> items;
      case Absolute(Notated value, _) -> List.of(value);
      case Norm(Notated value, _) -> List.of(value);
      case Application(Notated function, List<Notated> arguments, _, _) ->
          Stream.concat(Stream.of(function), arguments.stream()).toList();
      case Big(_, _, _, Notated body, _) -> List.of(body);
      case Matrix(_, List<List<Notated>> rows, _) -> rows.stream().flatMap(List::stream).toList();
      case Cases(List<Branch> branches, _) ->
          branches.stream()
              .flatMap(
                  branch -> Stream.concat(Stream.of(branch.value()), branch.conditions().stream()))
              .toList();
      case Comparison(List<Notated> sides, _, _) -> sides;
      case Scripted(Notated base, _, _, _) -> List.of(base);
      case Evaluated(Notated value, _, _) -> List.of(value);
      case Annotated(Notated value, _, _) -> List.of(value);
      case Number _, Symbol _, Letters _, Mark _, Dots _ -> List.of();
    };
  }

  /// @param next as many as there are parts, in their order
  static Notated with(Notated tree, Iterator<Notated> next) {
    return switch (tree) {
      case Sum(List<Term> terms, Span span) ->
          new Sum(terms.stream().map(term -> new Term(term.sign(), next.next())).toList(), span);
      case Product(List<Factor> factors, Span span) ->
          new Product(
              factors.stream().map(factor -> new Factor(factor.operator(), next.next())).toList(),
              span);
      case Fraction(Notated above, Notated below, Optional<Derivative> derivative, Span span) ->
          derivative.isPresent()
              ? asDerivative(above, below, next.next(), span)
              : new Fraction(next.next(), next.next(), derivative, span);
      case Derivative(var kind, Optional<Notated> of, List<Notated> by, Span span) ->
          new Derivative(kind, of.map(_ -> next.next()), taken(by, next), span);
      case Root(Optional<Notated> index, _, Span span) -> new Root(index, next.next(), span);
      case Group(var fence, List<Notated> items, Span span) ->
          new Group(fence, taken(items, next), span);
      case Absolute(_, Span span) -> new Absolute(next.next(), span);
      case Norm(_, Span span) -> new Norm(next.next(), span);
      case Application(_, List<Notated> arguments, boolean certain, Span span) ->
          new Application(next.next(), taken(arguments, next), certain, span);
      case Big(var kind, List<Notated> below, var above, _, Span span) ->
          new Big(kind, below, above, next.next(), span);
      case Matrix(var fence, List<List<Notated>> rows, Span span) ->
          new Matrix(fence, rows.stream().map(row -> taken(row, next)).toList(), span);
      case Cases(List<Branch> branches, Span span) ->
          new Cases(
              branches.stream()
                  .map(branch -> new Branch(next.next(), taken(branch.conditions(), next)))
                  .toList(),
              span);
      case Comparison(List<Notated> sides, List<Relation> relations, Span span) ->
          new Comparison(taken(sides, next), relations, span);
      case Scripted(_, List<Notated> below, var above, Span span) ->
          new Scripted(next.next(), below, above, span);
      case Evaluated(_, List<Notated> at, Span span) -> new Evaluated(next.next(), at, span);
      case Annotated(_, Notated note, Span span) -> new Annotated(next.next(), note, span);
      case Number _, Symbol _, Letters _, Mark _, Dots _ -> tree;
    };
  }

  private static List<Notated> taken(List<Notated> parts, Iterator<Notated> next) {
    List<Notated> taken = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      taken.add(next.next());
    }
    return taken;
  }

  /// What is no derivative any more is no fraction either.
  private static Notated asDerivative(Notated above, Notated below, Notated part, Span span) {
    return part instanceof Derivative derivative
        ? new Fraction(above, below, Optional.of(derivative), span)
        : part;
  }
}
