package gradus.syntax;

import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Assignment;
import gradus.syntax.written.Written.Branch;
import gradus.syntax.written.Written.Comparison;
import gradus.syntax.written.Written.Factor;
import gradus.syntax.written.Written.Family;
import gradus.syntax.written.Written.Operator;
import gradus.syntax.written.Written.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Written mathematics with every operation in brackets before its operands: `-a*b` is `(neg (* a
/// b))`.
public final class Sketch {
  private Sketch() {}

  public static String of(Written written) {
    return switch (written) {
      case Written.Number(Rational value, boolean decimal, _) -> decimal ? value + "d" : "" + value;
      case Written.Name(String text, List<Written> labels, List<Written> entries, _) ->
          text
              + (labels.isEmpty() ? "" : "[" + list(labels, ", ") + "]")
              + (entries.isEmpty() ? "" : "_{" + list(entries, ", ") + "}");
      case Written.Sum(List<Term> terms, _) -> "(+ " + joined(terms, " ", Sketch::term) + ")";
      case Written.Product(List<Factor> factors, _) ->
          "(* " + joined(factors, " ", Sketch::factor) + ")";
      case Written.Negated(Written value, _) -> "(neg " + of(value) + ")";
      case Written.Power(Written base, Written exponent, boolean entrywise, _) ->
          (entrywise ? "(.^ " : "(^ ") + of(base) + " " + of(exponent) + ")";
      case Written.Transposed(Written value, _) -> "(t " + of(value) + ")";
      case Written.Absolute(Written value, _) -> "(abs " + of(value) + ")";
      case Written.Call(Written.Name function, int primes, List<Written> arguments, _) ->
          of(function) + "'".repeat(primes) + "(" + list(arguments, ", ") + ")";
      case Written.Matrix(List<List<Written>> rows, _) ->
          "[" + joined(rows, "; ", row -> list(row, ", ")) + "]";
      case Written.Cases(List<Branch> branches, _) ->
          "{" + joined(branches, "; ", Sketch::branch) + "}";
      case Written.Ranging(String letter, Written from, Written to, _) ->
          letter + " in " + of(from) + ".." + of(to);
      case Written.Entry(Written value, List<Written> entries, _) ->
          "(" + of(value) + ")_{" + list(entries, ", ") + "}";
      case Written.Between(Written from, Written to, _) -> of(from) + ".." + of(to);
      case Written.All _ -> ":";
      case Written.Option(String name, Written value, _) -> name + " " + of(value);
    };
  }

  static String list(List<? extends Written> written, String separator) {
    return joined(written, separator, Sketch::of);
  }

  static <T> String joined(
      List<T> parts, String separator, java.util.function.Function<T, String> sketch) {
    return parts.stream().map(sketch).collect(Collectors.joining(separator));
  }

  private static String term(Term term) {
    return term.negative() ? "(- " + of(term.value()) + ")" : of(term.value());
  }

  private static String factor(Factor factor) {
    return switch (factor.operator()) {
      case Operator.TIMES -> of(factor.value());
      case Operator.DIVIDED_BY -> "(/ " + of(factor.value()) + ")";
      case Operator.ENTRYWISE_TIMES -> "(.* " + of(factor.value()) + ")";
      case Operator.ENTRYWISE_DIVIDED_BY -> "(./ " + of(factor.value()) + ")";
    };
  }

  private static String branch(Branch branch) {
    return branch.comparisons().isEmpty()
        ? of(branch.value())
        : of(branch.value()) + " if " + joined(branch.comparisons(), " and ", Sketch::comparison);
  }

  private static String comparison(Comparison comparison) {
    return of(comparison.left())
        + " "
        + relation(comparison.relation())
        + " "
        + of(comparison.right());
  }

  static String relation(Relation relation) {
    return switch (relation) {
      case LESS -> "<";
      case AT_MOST -> "<=";
      case EQUAL -> "=";
      case UNEQUAL -> "!=";
      case AT_LEAST -> ">=";
      case GREATER -> ">";
    };
  }

  static String of(Assignment assignment) {
    return list(assignment.names(), " = ") + " = " + of(assignment.value());
  }

  static String of(Optional<Family> family) {
    return family
        .map(f -> " for " + f.letter() + " in " + of(f.from()) + ".." + of(f.to()))
        .orElse("");
  }
}
