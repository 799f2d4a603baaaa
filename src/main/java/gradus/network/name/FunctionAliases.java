package gradus.network.name;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Name;
import gradus.network.Diagnostics;
import gradus.network.FunctionAlias;
import gradus.syntax.source.Fault;
import gradus.syntax.written.Synonyms;
import gradus.syntax.written.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The functions of a file that are other names for functions.
public final class FunctionAliases {
  private final Map<Name, Written.Name> targets = new LinkedHashMap<>();

  public void enter(Name name, Written.Name target) {
    targets.put(name, target);
  }

  public void remove(Name name) {
    targets.remove(name);
  }

  /// Reports and forgets other names for what is no function.
  public void check(Functions functions, Diagnostics report) {
    for (Name name : Set.copyOf(targets.keySet())) {
      if (function(name, functions).isEmpty()) {
        Written.Name last = last(name);
        report.accept(
            Fault.UNKNOWN_FUNCTION
                .at(report.source(), last.span(), last.text())
                .suggesting(Synonyms.function(Name.of(last.text()), functions.names())));
      }
    }
    targets.keySet().removeIf(name -> function(name, functions).isEmpty());
  }

  /// All of them as copies of what they name.
  public Functions added(Functions functions) {
    Functions more = functions;
    for (Name name : targets.keySet()) {
      Function function = function(name, functions).orElseThrow();
      more = more.with(FunctionAlias.of(function, name));
    }
    return more;
  }

  private Optional<Function> function(Name name, Functions functions) {
    Name end = Name.of(last(name).text());
    return functions.named(end).or(() -> functions.loss(end));
  }

  /// The end of a chain of names, which is no circle.
  private Written.Name last(Name name) {
    Written.Name last = Optional.ofNullable(targets.get(name)).orElseThrow();
    for (Written.Name next = last; next != null; next = targets.get(Name.of(last.text()))) {
      last = next;
    }
    return last;
  }
}
