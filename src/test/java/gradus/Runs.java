package gradus;

import gradus.syntax.paper.Notation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// What commands do with a network, from its text on, each in a class of its own: so it can be
/// loaded anew and watched. The network is the first argument; what it does not allow is left out.
final class Runs {
  private Runs() {}

  private static Optional<Solution> solved(String network, SheetForm form) {
    return Gradus.solve("network", network, form).solution();
  }

  /// Told the form and the format of the sheet.
  public static final class Solve implements Consumer<List<String>> {
    @Override
    public void accept(List<String> arguments) {
      solved(arguments.getFirst(), SheetForm.valueOf(arguments.get(1)))
          .ifPresent(solution -> solution.sheet(SheetFormat.valueOf(arguments.getLast())));
    }
  }

  /// Told the format of the table.
  public static final class Eval implements Consumer<List<String>> {
    @Override
    public void accept(List<String> arguments) {
      solved(arguments.getFirst(), SheetForm.SCALAR)
          .ifPresent(solution ->
              solution.table(TableFormat.valueOf(arguments.getLast()), OptionalInt.empty()));
    }
  }

  /// Told the answer.
  public static final class Check implements Consumer<List<String>> {
    @Override
    public void accept(List<String> arguments) {
      Checker checker = Gradus.checker("network", arguments.getFirst()).checker().orElseThrow();
      checker.check("answer", arguments.getLast(), Notation.AUTO);
    }
  }
}
