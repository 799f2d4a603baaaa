package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Derivation.Step;
import gradus.calculus.rewrite.Zeros;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Replacements;
import gradus.expr.Replacements.Replaced;
import gradus.expr.Replacements.Replacement;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The steps of one adjoint in whole vectors and matrices.
///
/// First the chain rule by name, `(∂z/∂h)' * ∂L/∂z`, unless a local derivative would have three
/// axes or more; then what each formula passes down, functions worked out, formulas recalled,
/// simplified. Derivatives that have cases stay as `relu'(z)`.
final class MatrixSteps implements AdjointWriter {
  private final Functions functions;
  private final Quantity target;
  private final DirectPartials direct;
  private final java.util.function.Function<Partial, Upstream> upstreams;
  private final MatrixTerms terms = new MatrixTerms();
  private final Cancellation cancellation;

  MatrixSteps(
      Graph graph,
      Functions functions,
      Quantity target,
      Set<Quantity> targets,
      java.util.function.Function<Partial, Upstream> upstreams,
      List<UnitSum> facts) {
    this.functions = functions;
    this.target = target;
    this.direct = new DirectPartials(graph, targets);
    this.upstreams = upstreams;
    this.cancellation = new Cancellation(facts);
  }

  @Override
  public Adjoint adjoint(Partial partial, List<Consumer> consumers, @Nullable Alias alias) {
    List<Use> uses = consumers.stream().map(consumer -> use(consumer, partial.by())).toList();
    List<Step> steps =
        uses.isEmpty() ? List.of(new Step(Formulas.ZERO, new Reason.Independent())) : steps(uses);
    return new Adjoint(
        partial,
        uses.stream().map(use -> use.contribution(partial.by())).toList(),
        steps,
        steps.getLast().formula(),
        Optional.ofNullable(alias));
  }

  /// One consumer of the quantity: its term by name, if there is one, and as its formula passes it
  /// down.
  private record Use(
      Consumer consumer,
      Expr part,
      Optional<Upstream> upstream,
      Optional<Expr> named,
      Expr passed,
      List<Operation> operations) {
    Contribution contribution(Quantity by) {
      Expr local = Formulas.isZero(passed) ? Formulas.ZERO : new Derivative(part, by);
      return new Contribution(
          consumer.quantity(), upstream.map(Upstream::written), local, consumer.over());
    }

    Expr summed(Expr term) {
      return consumer
          .over()
          .<Expr>map(over -> new IndexSum(over.letter(), over.from(), over.to(), term))
          .orElse(term);
    }
  }

  /// Sums over entries are taken as products of matrices where they are some.
  static Expr spelled(Expr formula) {
    return MatrixSpelling.of(formula).orElse(formula);
  }

  private Use use(Consumer as, Quantity by) {
    Consumer consumer = terms.spelled(as);
    Expr part = terms.mentioning(as, by);
    if (consumer.quantity().equals(target)) {
      PassedDown down = PassedDown.to(by, part, Formulas.ONE, functions);
      Expr unfinished = new Derivative(part, by);
      return new Use(
          consumer,
          part,
          Optional.empty(),
          Optional.of(unfinished),
          down.formula(),
          down.operations());
    }
    Upstream upstream = upstreams.apply(Partial.total(target, consumer.quantity()));
    PassedDown down = PassedDown.to(by, part, upstream.written(), functions);
    return new Use(
        consumer,
        part,
        Optional.of(upstream),
        ChainTerm.of(upstream.written(), direct.written(consumer.quantity(), by, part), by),
        upstream.vanishes() ? Formulas.ZERO : down.formula(),
        down.operations());
  }

  private List<Step> steps(List<Use> uses) {
    List<Step> steps = new ArrayList<>();
    if (uses.stream().allMatch(use -> use.named().isPresent())) {
      steps.add(new Step(sum(uses, use -> use.named().orElseThrow()), firstReason(uses)));
      collapse(uses, steps);
    }
    add(steps, sum(uses, Use::passed), passedReason(uses));
    work(steps);
    recall(uses, steps);
    simplify(steps);
    cancel(uses, steps);
    return steps;
  }

  /// Of a sum over members the derivative by one of them leaves its own term.
  private static void collapse(List<Use> uses, List<Step> steps) {
    Optional<MemberTerm> left =
        uses.stream().flatMap(use -> MemberTerm.of(use.named().orElseThrow()).stream()).findFirst();
    left.ifPresent(term ->
        add(
            steps,
            sum(
                uses,
                use ->
                    MemberTerm.of(use.named().orElseThrow())
                        .map(MemberTerm::formula)
                        .orElse(use.named().orElseThrow())),
            new Reason.Collapsed(term.letter(), term.label())));
  }

  private static Expr sum(List<Use> uses, java.util.function.Function<Use, Expr> term) {
    return Formulas.sum(uses.stream().map(use -> use.summed(term.apply(use))).toList());
  }

  private static void add(List<Step> steps, Expr formula, Reason reason) {
    if (steps.isEmpty() || !formula.equals(steps.getLast().formula())) {
      steps.add(new Step(formula, reason));
    }
  }

  private Reason firstReason(List<Use> uses) {
    if (uses.size() > 1) {
      return new Reason.SumOverUses(consumers(uses));
    }
    Use only = uses.getFirst();
    return only.upstream().isPresent()
        ? new Reason.ChainRule(only.consumer().quantity())
        : new Reason.Explicit(target, !only.part().equals(only.consumer().formula()));
  }

  private static Reason passedReason(List<Use> uses) {
    Set<Operation> operations = new LinkedHashSet<>();
    uses.forEach(use -> operations.addAll(use.operations()));
    return operations.isEmpty()
        ? new Reason.LocalDerivatives(consumers(uses))
        : new Reason.OperationRules(List.copyOf(operations));
  }

  private static List<Quantity> consumers(List<Use> uses) {
    return uses.stream().map(use -> use.consumer().quantity()).toList();
  }

  private void work(List<Step> steps) {
    Expr formula = steps.getLast().formula();
    Expr worked = withoutOnes(FunctionRules.expandedWhole(formula, functions));
    Set<Name> names = new LinkedHashSet<>(FunctionRules.differentiated(formula, functions));
    names.removeAll(FunctionRules.differentiated(worked, functions));
    add(steps, worked, new Reason.FunctionRules(List.copyOf(names)));
  }

  /// What the identity leaves: its derivative is 1.
  static Expr withoutOnes(Expr formula) {
    if (!(formula instanceof Expr.Sum) && !(formula instanceof Expr.Product)) {
      return formula;
    }
    Expr inner = Formulas.mapChildren(formula, MatrixSteps::withoutOnes);
    return inner instanceof Expr.Product(List<Expr> factors)
        ? Formulas.product(factors.stream().filter(factor -> !Formulas.isOne(factor)).toList())
        : inner;
  }

  /// `1 - tanh(z)^2` is `1 - h^2` where `h = tanh(z)`.
  private static void recall(List<Use> uses, List<Step> steps) {
    List<Quantity> names = new ArrayList<>();
    List<Replacement> values = new ArrayList<>();
    for (Use use : uses) {
      if (worthRecalling(use.consumer().formula())) {
        Quantity name = use.consumer().quantity();
        names.add(name);
        values.add(new Replacement(use.consumer().formula(), new Ref(name)));
      }
    }
    Replaced named = new Replacements(values).in(steps.getLast().formula());
    add(steps, named.formula(), new Reason.Recalled(named.among(names)));
  }

  /// Values that took work; a transpose is as short without its name.
  private static boolean worthRecalling(Expr definition) {
    return definition instanceof Call
        || definition instanceof Apply(Operation operation, List<Expr> _)
            && operation != Operation.Plain.TRANSPOSE;
  }

  private static void simplify(List<Step> steps) {
    Expr simplified = Simplifier.simplified(steps.getLast().formula());
    boolean vanishes = Zeros.isZero(simplified);
    add(
        steps,
        vanishes ? Formulas.ZERO : simplified,
        vanishes ? new Reason.Vanishes() : new Reason.Simplified());
  }

  private void cancel(List<Use> uses, List<Step> steps) {
    List<Upstream> inserted = uses.stream().flatMap(use -> use.upstream().stream()).toList();
    steps.addAll(cancellation.after(steps.getLast().formula(), inserted));
  }
}
