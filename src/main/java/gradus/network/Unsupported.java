package gradus.network;

import gradus.syntax.Fault;
import gradus.syntax.Statement;
import gradus.syntax.Written;
import java.util.List;

/// Names what cannot be defined or declared: an entry of something, and members of families whose
/// labels are no whole numbers in letters.
record Unsupported(Lexicon lexicon, Report report) {
  void check(Statement statement) {
    Axes axes = Axes.within(lexicon, report, statement.family());
    for (Written.Name name : names(statement)) {
      if (!name.entries().isEmpty()) {
        report.add(name.span(), Fault.UNSUPPORTED, "an entry with a definition of its own");
      }
      name.labels().forEach(axes::index);
    }
    statement.family().ifPresent(axes::family);
  }

  private static List<Written.Name> names(Statement statement) {
    return switch (statement) {
      case Statement.Size size -> size.names().stream().map(Written.Declared::name).toList();
      case Statement.Declare declare -> declare.names();
      case Statement.Define define -> List.of(define.name());
      case Statement.Function function -> List.of(function.name());
      case Statement.NameAdjoint alias -> List.of(alias.name());
      case Statement.Network _,
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
          List.of();
    };
  }
}
