package gradus.calculus.step;

import gradus.expr.Expr;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.List;

/// Why one line of a derivation equals the line before.
public sealed interface Reason {
  /// The dependence in the definition of `target` itself; `part`: its other terms are free of the
  /// quantity and left out.
  record Explicit(Quantity target, boolean part) implements Reason {}

  /// Chain rule along the definition of `consumer`, the only one that uses the quantity.
  record ChainRule(Quantity consumer) implements Reason {}

  /// Sum over all uses: one term for each consumer.
  record SumOverUses(List<Quantity> consumers) implements Reason {
    public SumOverUses {
      consumers = List.copyOf(consumers);
    }
  }

  /// Local derivatives of the definitions of `consumers` put in.
  record LocalDerivatives(List<Quantity> consumers) implements Reason {
    public LocalDerivatives {
      consumers = List.copyOf(consumers);
    }
  }

  /// Derivatives of functions worked out by their rules.
  record FunctionRules(List<Name> functions) implements Reason {
    public FunctionRules {
      functions = List.copyOf(functions);
    }
  }

  /// Formulas were replaced by the names they have: `sigmoid(z)` by `h`.
  record Recalled(List<Quantity> quantities) implements Reason {
    public Recalled {
      quantities = List.copyOf(quantities);
    }
  }

  record Simplified() implements Reason {}

  /// What operations pass down, by their rows on the rule page: `A * B`, `sum(X)`.
  record OperationRules(List<Operation> operations) implements Reason {
    public OperationRules {
      operations = List.copyOf(operations);
    }
  }

  /// Adjoints derived before were put in, because the result becomes shorter: sigmoid with
  /// cross-entropy, softmax with cross-entropy.
  record Inserted(List<Partial> adjoints) implements Reason {
    public Inserted {
      adjoints = List.copyOf(adjoints);
    }
  }

  /// A declared fact, `left = right`, was used: `sum(y) = 1` of a one-hot target.
  record ByFact(Expr left, Expr right) implements Reason {}

  /// Of a sum over `letter` one term is left, that of `remaining`; all others have a factor
  /// `[letter = remaining]` of 0.
  record Collapsed(Name letter, Index remaining) implements Reason {}

  /// A factor that is free of the letters was taken out of the sums over them.
  record TakenOut(List<Name> letters) implements Reason {
    public TakenOut {
      letters = List.copyOf(letters);
    }
  }

  /// Every contribution is zero, whatever the values.
  record Vanishes() implements Reason {}

  /// The target does not depend on the quantity.
  record Independent() implements Reason {}
}
