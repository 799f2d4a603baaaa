package gradus.network.name;

import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import gradus.network.name.SymbolTable.Entry;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.written.Scope;
import gradus.syntax.written.Statement.Define;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The shapes of families that use themselves, which no single formula tells: they follow from the
/// start, `z[0] = x`, one member after the other.
///
/// Four members are worked out from the start, and what changes from member to member is what runs
/// with the letter: `n[2]`, `n[3]` are `n[k]`. Whoever takes such a shape must check that the
/// formula has it; then it holds for all members, by induction.
public final class FamilyShapes {
  private static final int MEMBERS = 4;

  private final Formulary formulary;
  private final Map<Quantity, Define> formulas;
  private final Set<Quantity> group;
  private final Map<Quantity, Optional<Shape>> known = new HashMap<>();
  private final Set<Quantity> open = new HashSet<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  /// @param formulas of the families that use each other
  public FamilyShapes(Formulary formulary, Map<Quantity, Define> formulas) {
    this.formulary = formulary;
    this.formulas = Map.copyOf(formulas);
    this.group = formulas.keySet();
  }

  /// Empty if they cannot be told for one of them.
  public Optional<Map<Quantity, Shape>> shapes() {
    return shapes(true).or(() -> shapes(false));
  }

  private Optional<Map<Quantity, Shape>> shapes(boolean fromStart) {
    Map<Quantity, Shape> shapes = new HashMap<>();
    for (Quantity family : group) {
      Family range = formulary.lexicon().whole(family).flatMap(Entry::family).orElseThrow();
      List<Index> values = new ArrayList<>();
      List<Shape> members = new ArrayList<>();
      for (int i = 0; i < MEMBERS; i++) {
        Index value = fromStart ? range.from().plus(i) : range.to().plus(-i);
        values.add(value);
        member(family, value).ifPresent(members::add);
      }
      if (members.size() < MEMBERS) {
        return Optional.empty();
      }
      running(members, values, range).ifPresent(shape -> shapes.put(family, shape));
    }
    return shapes.size() == group.size() ? Optional.of(shapes) : Optional.empty();
  }

  /// Walks back to the start; a walk that meets itself or goes on for long has none.
  private Optional<Shape> member(Quantity family, Index value) {
    Entry entry = formulary.lexicon().whole(family).orElseThrow();
    Quantity member = entry.member(value).quantity();
    Optional<Shape> found = known.get(member);
    if (found != null) {
      return found;
    }
    if (open.size() > 10 * MEMBERS * group.size() || !open.add(member)) {
      return Optional.empty();
    }
    Name letter = entry.family().orElseThrow().letter();
    Formulary scope = formulary.at(Map.of(letter, value));
    Define define = Objects.requireNonNull(formulas.get(family));
    Optional<Expr> formula =
        new Resolver(
                formulary.report().source(),
                new Within(scope),
                diagnostic -> tell(diagnostic, letter, value))
            .resolve(define.formula(), define.name().entries());
    Optional<Shape> shape = formula.map(Shapes::of);
    open.remove(member);
    known.put(member, shape);
    return shape;
  }

  private void tell(Diagnostic diagnostic, Name letter, Index value) {
    if (diagnostic.fault().isOfShapes()) {
      faults.add(diagnostic.within("at " + letter + " = " + value));
    }
  }

  /// Where the shapes of the first members do not fit, in the order of their being worked out.
  public Optional<Diagnostic> fault() {
    return faults.stream().findFirst();
  }

  /// The shape of the last member with what runs in letters, if that is the one before as well.
  private static Optional<Shape> running(List<Shape> members, List<Index> values, Family range) {
    Shape before = members.get(MEMBERS - 2);
    Index step = values.getLast().minus(values.get(MEMBERS - 2));
    Set<Letter> earlier = new HashSet<>();
    before.axes().forEach(axis -> earlier.addAll(axis.letters()));
    Index shift = range.index().minus(values.getLast());
    Shape running =
        members
            .getLast()
            .with(letter -> {
              boolean runs = earlier.contains(shifted(letter, Index.ZERO.minus(step)));
              return Index.of(runs ? shifted(letter, shift) : letter);
            });
    Index value = values.get(MEMBERS - 2);
    return running.with(letter -> value(letter, range, value)).equals(before)
        ? Optional.of(running)
        : Optional.empty();
  }

  private static Letter shifted(Letter letter, Index by) {
    return new Letter(
        letter.name(), letter.labels().stream().map(label -> label.plus(by)).toList());
  }

  private static Index value(Letter letter, Family range, Index value) {
    return letter.equals(Letter.of(range.letter())) ? value : Index.of(letter);
  }

  /// Families of the circle mean their members, as far as these are known.
  private final class Within implements Scope {
    private final Formulary around;

    Within(Formulary around) {
      this.around = around;
    }

    @Override
    public Optional<Meaning> meaning(Name name) {
      return around.meaning(name);
    }

    @Override
    public Optional<Meaning> meaning(Quantity typed) {
      Quantity meant = around.inNumbers(typed);
      return group.stream()
          .filter(family -> isMember(family, meant))
          .findFirst()
          .map(family -> meaning(family, meant))
          .orElseGet(() -> around.meaning(typed));
    }

    private boolean isMember(Quantity family, Quantity typed) {
      return formulary
          .lexicon()
          .whole(typed)
          .filter(entry -> entry.quantity().equals(family))
          .isPresent();
    }

    private Optional<Meaning> meaning(Quantity family, Quantity typed) {
      Entry entry = formulary.lexicon().whole(family).orElseThrow();
      return entry
          .value(typed)
          .flatMap(value -> member(family, value))
          .map(shape -> new Meaning.Named(typed.shaped(shape)));
    }

    @Override
    public int indexOrigin() {
      return around.indexOrigin();
    }

    @Override
    public Collection<Name> names() {
      return List.of();
    }
  }
}
