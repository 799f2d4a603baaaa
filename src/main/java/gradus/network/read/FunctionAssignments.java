package gradus.network.read;

import gradus.calculus.rule.Function;
import gradus.expr.Name;
import gradus.network.LabelledCalls;
import gradus.network.name.AbstractFunctions;
import gradus.network.name.Formulary;
import gradus.network.name.SymbolTable.Entry;
import gradus.network.name.SymbolTable.Kind;
import gradus.syntax.source.Fault;
import gradus.syntax.written.Written;
import java.util.Map;
import java.util.Optional;

/// Reads what abstract functions are at a point: `at small: g = relu`.
record FunctionAssignments(Formulary formulary) {
  /// The function that an assigned value names, if it names one.
  Optional<Function> value(Written value) {
    return value instanceof Written.Name name && name.labels().isEmpty()
        ? formulary.function(Name.of(name.text()))
        : Optional.empty();
  }

  void read(Written.Assignment assignment, Function value, Map<Name, Name> fixed) {
    for (Written written : assignment.names()) {
      if (written instanceof Written.Name name) {
        formulary
            .lexicon()
            .known(name)
            .filter(entry -> canBecome(entry, value, name))
            .ifPresent(entry -> fixed.put(name(entry), value.name()));
      } else {
        report(written, Fault.FUNCTION_FOR_NUMBER, value);
      }
    }
  }

  private boolean canBecome(Entry entry, Function value, Written.Name name) {
    Optional<Function> function =
        entry.kind() == Kind.FUNCTION
            ? formulary
                .functions()
                .named(name(entry))
                .or(() -> formulary.functions().named(entry.quantity().name()))
            : Optional.empty();
    if (entry.kind() != Kind.FUNCTION) {
      report(name, Fault.FUNCTION_FOR_NUMBER, value);
    } else if (function.isPresent() && !AbstractFunctions.isAbstract(function.get())) {
      report(name, Fault.FUNCTION_HAS_FORMULA, value);
    } else if (function.isPresent() && !fits(function.get(), value)) {
      report(name, Fault.FUNCTION_DOES_NOT_FIT, value);
    } else {
      return function.isPresent();
    }
    return false;
  }

  private static Name name(Entry entry) {
    return LabelledCalls.name(entry.quantity().name(), entry.quantity().labels());
  }

  private boolean fits(Function function, Function value) {
    int arguments = function.parameters().size();
    int most = value.parameters().size();
    return new AbstractFunctions(formulary.functions()).in(value).isEmpty()
        && arguments <= most
        && arguments >= most - value.defaults().size();
  }

  private void report(Written written, Fault fault, Function value) {
    String text = formulary.report().text(written.span());
    formulary.report().add(written.span(), fault, text, value.name());
  }
}
