package gradus.syntax.tree;

import gradus.expr.Condition;
import gradus.expr.Name;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Absolute;
import gradus.syntax.paper.Notated.Application;
import gradus.syntax.paper.Notated.Branch;
import gradus.syntax.paper.Notated.Comparison;
import gradus.syntax.paper.Notated.Face;
import gradus.syntax.paper.Notated.Fence;
import gradus.syntax.paper.Notated.Group;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Number;
import gradus.syntax.paper.Notated.Operator;
import gradus.syntax.paper.Notated.Scripted;
import gradus.syntax.paper.Notated.Sign;
import gradus.syntax.paper.Notated.Sum;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.Notated.Superscript.Label;
import gradus.syntax.paper.Notated.Superscript.Primes;
import gradus.syntax.paper.Notated.Superscript.Raised;
import gradus.syntax.paper.Notated.Superscript.Transposition;
import gradus.syntax.paper.Notated.Symbol;
import gradus.syntax.paper.Notated.Term;
import gradus.syntax.paper.RelationSign;
import gradus.syntax.source.Span;
import gradus.syntax.tree.ProductPiece.Placed;
import gradus.syntax.tree.ProductPiece.Whole;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Typed mathematics as the same trees that paper gives, so that a checker sees one kind.
///
/// A typed name is one word, its parts behind `_` subscripts: `w_1` is w with subscript 1. A label
/// `W[2]` is a superscript in brackets, a range `1..3` is `[1, 3]`. `'` transposes, or primes a
/// function that is called.
final class TypedNotation {
  private static final Pattern COUNTED = Pattern.compile("(\\p{L}+)([0-9]+)");

  private final String text;
  private final int offset;
  private final NotationBuilder building = new NotationBuilder();

  /// @param offset where `text` stands in the answer
  TypedNotation(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  Notated notated(Written written) {
    Span span = moved(written.span());
    return switch (written) {
      case Written.Number number -> new Number(digits(number), span);
      case Written.Name name -> name(name);
      case Written.Sum(List<Written.Term> terms, _) ->
          new Sum(terms.stream().map(this::term).toList(), span);
      case Written.Product(List<Written.Factor> factors, _) ->
          ProductFold.folded(factors.stream().flatMap(this::placed).toList(), building);
      case Written.Negated(Written value, _) ->
          new Sum(List.of(new Term(Sign.MINUS, notated(value))), span);
      case Written.Power(Written base, Written.Name exponent, _, _)
          when isTransposition(exponent) ->
          scripted(bracketed(base), new Transposition(true), span);
      case Written.Power(Written base, Written exponent, _, _) ->
          scripted(bracketed(base), new Raised(notated(exponent)), span);
      case Written.Transposed(Written value, _) ->
          scripted(bracketed(value), new Transposition(false), span);
      case Written.Absolute(Written value, _) -> new Absolute(notated(value), span);
      case Written.Call call -> call(call);
      case Written.Matrix(List<List<Written>> rows, _) ->
          new Notated.Matrix(Fence.SQUARE, rows.stream().map(this::all).toList(), span);
      case Written.Cases(List<Written.Branch> branches, _) ->
          new Notated.Cases(branches.stream().map(this::branch).toList(), span);
      case Written.Ranging(String letter, Written from, Written to, _) ->
          new Comparison(
              List.of(
                  symbol(letter, span),
                  new Group(Fence.SQUARE, List.of(notated(from), notated(to)), span)),
              List.of(RelationSign.ELEMENT),
              span);
      case Written.Entry(Written value, List<Written> entries, _) ->
          entries(bracketed(value), all(entries), span);
      case Written.Between(Written from, Written to, _) ->
          new Group(Fence.SQUARE, all(List.of(from, to)), span);
      case Written.All _ -> new Mark(":", span);
      case Written.Option(String name, Written value, _) ->
          new Comparison(
              List.of(symbol(name, span), notated(value)), List.of(RelationSign.EQUAL), span);
    };
  }

  private static boolean isTransposition(Written.Name name) {
    return name.text().equals("T") && name.labels().isEmpty() && name.entries().isEmpty();
  }

  /// As typed: a printed zero says how it was rounded. A raised number is spelled in other digits.
  private String digits(Written.Number number) {
    String typed = text.substring(number.span().start(), number.span().end());
    return typed.chars().allMatch(c -> c < 128)
        ? typed
        : number.value().toDecimal().toPlainString();
  }

  private static Notated entries(Notated base, List<Notated> entries, Span span) {
    if (base instanceof Scripted(Notated inner, var below, var above, _)) {
      List<Notated> all = new ArrayList<>(below);
      all.addAll(entries);
      return new Scripted(inner, all, above, span);
    }
    return new Scripted(base, entries, List.of(), span);
  }

  private Span moved(Span span) {
    return new Span(span.start() + offset, span.end() + offset);
  }

  private List<Notated> all(List<Written> written) {
    return written.stream().map(this::notated).toList();
  }

  private Term term(Written.Term term) {
    return new Term(term.negative() ? Sign.MINUS : Sign.PLUS, notated(term.value()));
  }

  /// `∂L` is two pieces, as on paper.
  private Stream<Placed> placed(Written.Factor factor) {
    Operator operator =
        switch (factor.operator()) {
          case TIMES -> Operator.STAR;
          case DIVIDED_BY -> Operator.OVER;
          case ENTRYWISE_TIMES -> Operator.ENTRYWISE;
          case ENTRYWISE_DIVIDED_BY -> Operator.OVER;
        };
    if (factor.value() instanceof Written.Name name && name.text().startsWith("∂")) {
      Span sign = new Span(moved(name.span()).start(), moved(name.span()).start() + 1);
      ProductPiece rest = new Whole(name(withoutSign(name)));
      return Stream.of(
          new Placed(operator, Optional.empty(), new ProductPiece.Partial(1, List.of(), sign)),
          Placed.beside(rest));
    }
    return Stream.of(new Placed(operator, Optional.empty(), new Whole(notated(factor.value()))));
  }

  /// The brackets that its tree left out.
  private Notated bracketed(Written written) {
    Notated value = notated(written);
    return switch (value) {
      case Sum _, Notated.Product _, Notated.Fraction _, Notated.Derivative _ ->
          new Group(Fence.ROUND, List.of(value), value.span());
      default -> value;
    };
  }

  private static Notated scripted(Notated base, Superscript above, Span span) {
    if (base instanceof Scripted(Notated inner, var below, var before, _)) {
      List<Superscript> all = new ArrayList<>(before);
      all.add(above);
      return new Scripted(inner, below, all, span);
    }
    return new Scripted(base, List.of(), List.of(above), span);
  }

  /// `∂L` keeps its sign before the letters, as `dL` keeps its d.
  private static Symbol symbol(String letters, Span span) {
    return new Symbol(Name.of(letters).key(), Face.PLAIN, List.of(), span);
  }

  private static Written.Name withoutSign(Written.Name name) {
    Span span = new Span(name.span().start() + 1, name.span().end());
    return new Written.Name(name.text().substring(1), name.labels(), name.entries(), span);
  }

  private Notated name(Written.Name name) {
    Span span = moved(name.span());
    List<String> parts = parts(name.text());
    Notated base = Operands.word(Name.of(parts.getFirst()).key(), span);
    List<Notated> below = new ArrayList<>();
    for (String part : parts.subList(1, parts.size())) {
      below.add(part(part, span));
    }
    below.addAll(all(name.entries()));
    List<Superscript> above =
        name.labels().isEmpty() ? List.of() : List.of(new Label(all(name.labels())));
    return below.isEmpty() && above.isEmpty() ? base : new Scripted(base, below, above, span);
  }

  /// `w1` is `w_1` as on paper.
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>(List.of(name.split("_")));
    Matcher counted = COUNTED.matcher(parts.getFirst());
    if (counted.matches()) {
      parts.set(0, counted.group(1));
      parts.add(1, counted.group(2));
    }
    return parts;
  }

  private static Notated part(String part, Span span) {
    return part.chars().allMatch(c -> c >= '0' && c <= '9')
        ? new Number(part, span)
        : Operands.word(Name.of(part).key(), span);
  }

  private Notated call(Written.Call call) {
    Notated function = name(call.function());
    Span span = moved(call.span());
    Notated primed =
        call.primes() == 0
            ? function
            : scripted(function, new Primes(call.primes()), moved(call.function().span()));
    return new Application(primed, all(call.arguments()), true, span);
  }

  private Branch branch(Written.Branch branch) {
    return new Branch(
        notated(branch.value()), branch.comparisons().stream().map(this::comparison).toList());
  }

  private Notated comparison(Written.Comparison comparison) {
    Notated left = notated(comparison.left());
    Notated right = notated(comparison.right());
    return new Comparison(
        List.of(left, right),
        List.of(relation(comparison.relation())),
        NotationBuilder.around(left.span(), right.span()));
  }

  private static RelationSign relation(Condition.Relation relation) {
    return switch (relation) {
      case LESS -> RelationSign.LESS;
      case AT_MOST -> RelationSign.AT_MOST;
      case EQUAL -> RelationSign.EQUAL;
      case UNEQUAL -> RelationSign.UNEQUAL;
      case AT_LEAST -> RelationSign.AT_LEAST;
      case GREATER -> RelationSign.GREATER;
    };
  }
}
