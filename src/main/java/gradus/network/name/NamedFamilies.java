package gradus.network.name;

import gradus.syntax.written.Mentions;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Statement.NameAdjoint;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Family;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `name delta[k] = dE/da[k]` runs where `a[k]` does, also without a range of its own.
public record NamedFamilies(List<Statement> statements) {
  public static List<Statement> of(List<Statement> statements) {
    NamedFamilies names = new NamedFamilies(statements);
    return statements.stream()
        .flatMap(statement ->
            statement instanceof NameAdjoint name ? names.running(name) : Stream.of(statement))
        .toList();
  }

  private Stream<NameAdjoint> running(NameAdjoint name) {
    Optional<String> letter =
        name.name().labels().stream()
            .flatMap(
                label -> label instanceof Written.Name word ? Stream.of(word.text()) : Stream.of())
            .findFirst();
    if (name.family().isPresent() || letter.isEmpty()) {
      return Stream.of(name);
    }
    List<NameAdjoint> members =
        Mentions.of(name.adjoint()).stream()
            .filter(mention -> mention.text().length() > 1 && isLabel(mention, letter.get()))
            .flatMap(mention -> families(mention.text().substring(1)))
            .map(range ->
                new NameAdjoint(
                    name.name(),
                    name.adjoint(),
                    Optional.of(new Family(letter.get(), range.from(), range.to(), name.span())),
                    name.span()))
            .toList();
    return members.isEmpty() ? Stream.of(name) : members.stream();
  }

  private static boolean isLabel(Written.Name name, String letter) {
    return name.labels().stream()
        .anyMatch(label -> label instanceof Written.Name word && word.text().equals(letter));
  }

  /// The ranges of what is called so, where the label is the letter itself.
  private Stream<Family> families(String name) {
    return statements.stream()
        .flatMap(statement ->
            statement.family().stream()
                .filter(range ->
                    names(statement)
                        .anyMatch(
                            word -> word.text().equals(name) && isLabel(word, range.letter()))));
  }

  private static Stream<Written.Name> names(Statement statement) {
    return switch (statement) {
      case Statement.Declare declare -> declare.names().stream();
      case Statement.Define define -> Stream.of(define.name());
      case Statement.Size _,
          NameAdjoint _,
          Statement.Function _,
          Statement.Network _,
          Statement.LossOverPoints _,
          Statement.Convention _,
          Statement.Layout _,
          Statement.IndexFrom _,
          Statement.Given _,
          Statement.At _,
          Statement.Descend _,
          Statement.Round _,
          Statement.Derive _,
          Statement.Task _ ->
          Stream.of();
    };
  }
}
