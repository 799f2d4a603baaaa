package gradus.network.read;

import gradus.network.Diagnostics;
import gradus.network.name.SymbolTable;
import gradus.syntax.source.Fault;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Written;

/// Names what cannot be defined or declared: an entry of something, and members of families whose
/// labels are no whole numbers in letters.
record DefinitionLimits(SymbolTable lexicon, Diagnostics report) {
  void check(Statement statement) {
    Axes axes = Axes.within(lexicon, report, statement.family());
    for (Written.Name name : statement.introduced()) {
      if (!name.entries().isEmpty() && !isOfEntries(statement)) {
        report.add(name.span(), Fault.UNSUPPORTED, "an entry with a definition of its own");
      }
      name.labels().forEach(axes::index);
    }
    statement.family().ifPresent(axes::family);
  }

  /// `a_j = …` for all j; a loss is a single number.
  private static boolean isOfEntries(Statement statement) {
    return statement instanceof Statement.Define define && !define.loss();
  }
}
