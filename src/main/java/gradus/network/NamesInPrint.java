package gradus.network;

import gradus.expr.Name;
import gradus.network.Lexicon.Entry;
import gradus.network.Lexicon.Kind;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Fact;
import gradus.syntax.Mentions;
import gradus.syntax.Statement;
import gradus.syntax.Written;
import gradus.syntax.Written.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every name that a sheet of a file can show: those in the lexicon, the letters of families, sums
/// and entries, and the parameters of each function among themselves.
record NamesInPrint(Lexicon lexicon, List<Statement> statements, Report report) {
  void check(List<Family> families, List<Declaration> declarations) {
    List<Look> letters =
        Stream.concat(
                families.stream().map(range -> Look.ofLetter(range.letter(), range.span())),
                ofSums())
            .toList();
    List<Name> indices = new ArrayList<>(lexicon.names(Kind.SIZE));
    letters.forEach(letter -> indices.add(letter.name().name()));
    declarations.stream()
        .filter(NamesInPrint::isClassLabel)
        .forEach(label -> indices.add(label.quantity().name()));
    List<Look> all = new ArrayList<>(letters);
    lexicon.entries().forEach(entry -> add(entry, all));
    new Lookalikes(report, indices).check(all);
    statements.forEach(this::checkParameters);
  }

  private void add(Entry entry, List<Look> all) {
    Look look = Look.of(entry);
    all.add(look);
    if (entry.isQuantity() && !entry.quantity().shape().isScalar()) {
      all.add(look.entries(lexicon.indexOrigin()));
    }
  }

  private static boolean isClassLabel(Declaration declaration) {
    return declaration.facts().stream().anyMatch(Fact.Within.class::isInstance);
  }

  /// Also the letters of a definition entry by entry.
  private Stream<Look> ofSums() {
    Stream<Written> indices =
        statements.stream()
            .flatMap(statement -> statement.introduced().stream())
            .flatMap(name -> name.entries().stream());
    return Stream.concat(
        indices.flatMap(index -> Mentions.of(index).stream().map(Look::of)),
        statements.stream().flatMap(NamesInPrint::formula).flatMap(NamesInPrint::inFormula));
  }

  private static Stream<Written> formula(Statement statement) {
    if (statement instanceof Statement.Define define) {
      return Stream.of(define.formula());
    }
    return statement instanceof Statement.Function function
        ? function.formula().stream()
        : Stream.of();
  }

  private static Stream<Look> inFormula(Written formula) {
    return Mentions.in(formula).stream()
        .flatMap(mention -> mention.sums().stream())
        .distinct()
        .map(sum -> Look.ofLetter(sum.letter(), sum.span()));
  }

  private void checkParameters(Statement statement) {
    if (statement instanceof Statement.Function function) {
      new Lookalikes(report, List.of())
          .check(function.parameters().stream().map(Look::of).toList());
    }
  }
}
