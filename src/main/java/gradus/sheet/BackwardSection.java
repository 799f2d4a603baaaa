package gradus.sheet;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Derivation.Step;
import gradus.calculus.Reason;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Unit by unit from the loss down: who uses it, the rule, the local derivative, the number; then
/// the gradients of the parameters that enter it.
final class BackwardSection {
  /// More terms than this get no underbraces.
  private static final int MOST_BRACES = 3;

  private final Problem problem;
  private final Derivation derivation;
  private final Numbering numbering;
  private final Wording wording;
  private final Optional<? extends PassLinks> pass;
  private final List<Adjoint> shown = new ArrayList<>();

  /// @param pass the numbers to put in, where the sheet has a single pass
  BackwardSection(
      Problem problem,
      Derivation derivation,
      Numbering numbering,
      Optional<? extends PassLinks> pass) {
    this.problem = problem;
    this.derivation = derivation;
    this.numbering = numbering;
    this.wording = new Wording(numbering);
    this.pass = pass;
  }

  /// Of members of families by members: what recursions are made of.
  Optional<Section> local() {
    List<Adjoint> local =
        derivation.adjoints().stream().filter(BackwardSection::isBetweenMembers).toList();
    return local.isEmpty() ? Optional.empty() : Optional.of(localSection(local));
  }

  private Section localSection(List<Adjoint> local) {
    Section section = new Section("Local derivatives", blocks(local));
    shown.addAll(local);
    return section;
  }

  private static boolean isBetweenMembers(Adjoint adjoint) {
    return adjoint.family().isPresent() && !adjoint.partial().of().labels().isEmpty();
  }

  Section section() {
    List<Adjoint> adjoints =
        derivation.adjoints().stream().filter(adjoint -> !isBetweenMembers(adjoint)).toList();
    return new Section("Backward pass", blocks(adjoints));
  }

  private List<Block> blocks(List<Adjoint> adjoints) {
    List<Block> blocks = new ArrayList<>();
    int i = 0;
    while (i < adjoints.size()) {
      int end = i;
      while (end < adjoints.size() && enterTogether(adjoints.get(i), adjoints.get(end))) {
        end++;
      }
      if (end == i) {
        blocks.addAll(unit(adjoints.get(i)));
        i++;
      } else {
        blocks.addAll(entering(adjoints.subList(i, end)));
        i = end;
      }
    }
    return blocks;
  }

  /// Whether both are parameters, inputs or targets that the same definition alone uses.
  private boolean enterTogether(Adjoint first, Adjoint other) {
    return isPlain(first)
        && isPlain(other)
        && consumer(other).equals(consumer(first))
        && other.partial().of().equals(first.partial().of());
  }

  private boolean isPlain(Adjoint adjoint) {
    return problem.graph().definition(whole(adjoint.partial().by())).isEmpty()
        && range(adjoint).isEmpty()
        && adjoint.alias().isEmpty()
        && saysNoMore(adjoint)
        && adjoint.contributions().size() == 1
        && adjoint.contributions().getFirst().upstream().isPresent();
  }

  /// What an entry is one of, where the indices are letters; an entry by numbers is a quantity of
  /// its own.
  private static Quantity whole(Quantity quantity) {
    boolean any = quantity.indices().stream().anyMatch(index -> index.constant().isEmpty());
    return any ? Quantity.of(quantity.name(), quantity.labels()) : quantity;
  }

  private static Quantity consumer(Adjoint adjoint) {
    return adjoint.contributions().getFirst().consumer();
  }

  /// What enters one definition: the rule is said once, in front.
  private List<Block> entering(List<Adjoint> adjoints) {
    List<List<Inline>> names =
        adjoints.stream().map(adjoint -> Wording.of(adjoint.partial().by())).toList();
    List<Inline> sentence =
        wording.entering(
            names,
            consumer(adjoints.getFirst()),
            adjoints.getFirst().contributions().getFirst().over());
    List<Chain> chains = new ArrayList<>();
    for (Adjoint adjoint : adjoints) {
      List<Link> links = new ArrayList<>();
      shown(adjoint).forEach(step -> links.add(Link.equal(step.formula())));
      pass.ifPresent(numbers -> links.addAll(numbers.links(adjoint)));
      chains.add(numbered(adjoint, new Ref(adjoint.partial()), links));
    }
    return List.of(new Paragraph(sentence), new Equations(chains, Arrangement.STEPS));
  }

  /// One consumer, and nothing to work out: the sentence in front is reason enough.
  private static boolean isChainRuleAlone(Adjoint adjoint) {
    return adjoint.steps().getFirst().reason() instanceof Reason.ChainRule
        && adjoint.steps().stream().noneMatch(step -> step.reason() instanceof Reason.FunctionRules)
        && saysNoMore(adjoint);
  }

  /// How sums over an index come to a single term, and what was put in, is worth a reason.
  private static boolean saysNoMore(Adjoint adjoint) {
    return adjoint.steps().stream().map(Step::reason).allMatch(BackwardSection::isUsual);
  }

  private static boolean isUsual(Reason reason) {
    return switch (reason) {
      case Reason.Collapsed _, Reason.TakenOut _, Reason.Inserted _, Reason.ByFact _ -> false;
      case Reason.Explicit _, Reason.ChainRule _, Reason.SumOverUses _ -> true;
      case Reason.LocalDerivatives _, Reason.FunctionRules _, Reason.OperationRules _ -> true;
      case Reason.Recalled _, Reason.Simplified _, Reason.Vanishes _ -> true;
      case Reason.Independent _ -> true;
    };
  }

  private List<Block> unit(Adjoint adjoint) {
    List<Link> links = new ArrayList<>();
    boolean plain = isChainRuleAlone(adjoint);
    for (Step step : shown(adjoint)) {
      List<Inline> reason = plain ? List.of() : wording.reason(step.reason(), adjoint.partial());
      links.add(new Link(Relation.EQUAL, step.formula(), braces(step, adjoint), reason));
    }
    pass.ifPresent(numbers -> links.addAll(numbers.links(adjoint)));
    List<Quantity> consumers =
        adjoint.contributions().stream().map(Contribution::consumer).toList();
    Quantity quantity = whole(adjoint.partial().by());
    List<Inline> sentence =
        plain ? wording.onlyUse(quantity, consumers.getFirst()) : wording.uses(quantity, consumers);
    return List.of(
        new Paragraph(Wording.join(range(adjoint), sentence)),
        new Equations(chains(adjoint, links), Arrangement.STEPS));
  }

  /// What a piece of a family holds for: `For k = 1, …, L-1:`, or of a single member, where there
  /// may be none, `For L ≥ 2:`.
  private List<Inline> range(Adjoint adjoint) {
    return adjoint
        .family()
        .map(family ->
            Wording.join(
                Wording.text("For "), List.of(new Inline.Range(family)), Wording.text(": ")))
        .orElseGet(() -> least(adjoint.partial().by()));
  }

  private List<Inline> least(Quantity member) {
    return families(member).stream()
        .flatMap(definition -> definition.family().stream())
        .map(family -> member.labels().getFirst().minus(family.from()))
        .flatMap(above -> above.letters().stream().map(letter -> least(letter, above)))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Definition> families(Quantity member) {
    return member.labels().size() == 1 ? problem.graph().families(member.name()) : List.of();
  }

  /// `L - 2` is natural for L from 2 on; that a letter is at least 1 is no news.
  private static List<Inline> least(Letter letter, Index above) {
    OptionalInt constant = above.minus(Index.of(letter)).constant();
    return constant.isPresent() && constant.getAsInt() < -1
        ? Wording.join(
            Wording.text("For "),
            List.of(new Inline.Formula(new Expr.Whole(Index.of(letter)))),
            Wording.text(" ≥ " + -constant.getAsInt() + ": "))
        : List.of();
  }

  /// A name without a sign stands in front of the chain, one with a sign gets an equation.
  private List<Chain> chains(Adjoint adjoint, List<Link> links) {
    if (adjoint.alias().isEmpty()) {
      return List.of(numbered(adjoint, new Ref(adjoint.partial()), links));
    }
    Alias alias = adjoint.alias().get();
    if (alias.negative()) {
      return List.of(numbered(adjoint, new Ref(adjoint.partial()), links), named(adjoint, alias));
    }
    List<Link> named = new ArrayList<>(links);
    named.addFirst(new Link(Relation.DEFINED_AS, new Ref(adjoint.partial()), List.of(), List.of()));
    Chain chain = numbered(adjoint, new Ref(alias.name()), named);
    numbering.same(alias.name(), chain.number().orElseThrow());
    return List.of(chain);
  }

  private Chain named(Adjoint adjoint, Alias alias) {
    Link meaning = new Link(Relation.DEFINED_AS, alias.meaning(), List.of(), List.of());
    List<Link> links = pass.map(numbers -> numbers.links(alias)).orElseGet(() -> List.of(meaning));
    int number = number(adjoint, alias.name());
    return new Chain(new Ref(alias.name()), links, OptionalInt.of(number));
  }

  private Chain numbered(Adjoint adjoint, Expr left, List<Link> links) {
    return new Chain(left, links, OptionalInt.of(number(adjoint, adjoint.partial())));
  }

  private int number(Adjoint adjoint, Symbol symbol) {
    if (adjoint.family().isPresent()) {
      return numbering.nextOfMany(symbol);
    }
    return Ranges.isMany(symbol) ? numbering.nextOfEntries(symbol) : numbering.next(symbol);
  }

  /// With numbers behind it, a last line that is a mere name says nothing new.
  private List<Step> shown(Adjoint adjoint) {
    List<Step> steps = Repeated.withoutRepeated(new KnownLocals(shown).cited(adjoint.steps()));
    boolean bare =
        pass.isPresent()
            && steps.size() > 1
            && steps.getLast().reason() instanceof Reason.Simplified
            && steps.getLast().formula() instanceof Ref;
    return bare ? steps.subList(0, steps.size() - 1) : steps;
  }

  private List<List<Inline>> braces(Step step, Adjoint adjoint) {
    int terms = adjoint.contributions().size();
    if (!(step.reason() instanceof Reason.SumOverUses) || terms > MOST_BRACES) {
      return List.of();
    }
    return adjoint.contributions().stream().map(BackwardSection::brace).toList();
  }

  private static List<Inline> brace(Contribution contribution) {
    return contribution.upstream().isPresent()
        ? Wording.join(Wording.text("through "), Wording.of(contribution.consumer()))
        : Wording.text("directly");
  }
}
