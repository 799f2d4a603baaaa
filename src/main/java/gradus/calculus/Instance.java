package gradus.calculus;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A graph of vectors, matrices and families with numbers for its letters: the graph of their
/// entries, each a number. Of a family of functions each member is a function: `φ[2]`.
public record Instance(Map<Letter, Integer> sizes) {
  private static final int FEW = 12;

  public Instance {
    sizes = Map.copyOf(sizes);
  }

  public Graph graph(Graph typed) {
    List<Definition> definitions = new ArrayList<>();
    for (Definition definition : typed.definitions()) {
      definition
          .family()
          .ifPresentOrElse(
              family -> members(family).forEach(k -> write(definition, family, k, definitions)),
              () -> write(definition, definitions));
    }
    return Graph.of(definitions);
  }

  /// The values of the letter, none where the range is empty.
  public List<Integer> members(Family family) {
    return IntStream.rangeClosed(number(family.from()), number(family.to())).boxed().toList();
  }

  private void write(Definition definition, Family family, int k, List<Definition> all) {
    Index value = Index.of(k);
    Quantity symbol = (Quantity) definition.symbol();
    Quantity member =
        Indexing.with(
            symbol, letter -> letter.equals(Letter.of(family.letter())) ? value : Index.of(letter));
    Expr formula = Indexing.with(definition.formula(), family.letter(), value);
    write(new Definition(member, formula), all);
  }

  private void write(Definition definition, List<Definition> all) {
    Quantity symbol = Indexing.with((Quantity) definition.symbol(), this::value);
    Expr formula = settled(definition.formula());
    for (List<Integer> at : positions(symbol.shape())) {
      Quantity entry = symbol.entry(at.stream().map(Index::of).toList());
      all.add(new Definition(entry, entry(formula, at)));
    }
  }

  /// One entry of a formula without other letters than sizes.
  public Expr written(Expr formula, List<Integer> at) {
    return entry(settled(formula), at);
  }

  /// With numbers for sizes.
  Expr settled(Expr formula) {
    return MemberSums.with(formula, this::value);
  }

  /// One entry of a settled formula.
  static Expr entry(Expr formula, List<Integer> at) {
    return withMembers(WrittenOut.of(formula, at));
  }

  /// Every position in a shape.
  public List<List<Integer>> positions(Shape shape) {
    return positions(shape, length -> IntStream.rangeClosed(1, length));
  }

  /// Every position where there are few, else the first two along each axis with each other, and
  /// the first and the last: they tell the diagonal from what lies beside it.
  List<List<Integer>> some(Shape shape) {
    if (size(shape) <= FEW) {
      return positions(shape);
    }
    Set<List<Integer>> some = new LinkedHashSet<>();
    some.addAll(positions(shape, length -> IntStream.rangeClosed(1, Math.min(2, length))));
    some.addAll(positions(shape, length -> IntStream.of(1, length).distinct()));
    return List.copyOf(some);
  }

  private List<List<Integer>> positions(Shape shape, IntFunction<IntStream> along) {
    List<List<Integer>> all = List.of(List.of());
    for (Index axis : shape.axes()) {
      int length = number(axis);
      all =
          all.stream()
              .flatMap(start -> along.apply(length).mapToObj(index -> appended(start, index)))
              .toList();
    }
    return all;
  }

  /// How many positions a shape has.
  public long size(Shape shape) {
    return shape.axes().stream().mapToLong(this::number).reduce(1, (a, b) -> a * b);
  }

  private static List<Integer> appended(List<Integer> start, int index) {
    List<Integer> all = new ArrayList<>(start);
    all.add(index);
    return all;
  }

  private int number(Index index) {
    return index.with(this::value).constant().orElseThrow();
  }

  /// A letter of a sum stays.
  Index value(Letter letter) {
    Integer value = sizes.get(letter);
    return value == null ? Index.of(letter) : Index.of(value);
  }

  private static Expr withMembers(Expr expr) {
    Expr inner = Formulas.mapChildren(expr, Instance::withMembers);
    return inner instanceof Call call && !call.labels().isEmpty()
        ? new Call(member(call.function(), call.labels()), call.orders(), call.arguments())
        : inner;
  }

  /// The name of a member of a family of functions.
  public static Name member(Name function, List<Index> labels) {
    return Name.of(function.spelling() + labels);
  }

  /// `φ[1]` taken apart: the name of the family and the label, where it has one.
  public static Quantity called(Name member) {
    Name family = family(member);
    if (family.equals(member)) {
      return Quantity.of(member);
    }
    String label = member.spelling().substring(family.spelling().length() + 1).replace("]", "");
    boolean number = !label.isEmpty() && label.chars().allMatch(Character::isDigit);
    Index index = number ? Index.of(Integer.parseInt(label)) : Index.of(Name.of(label));
    return Quantity.of(family, List.of(index));
  }

  /// `φ` of `φ[1]`.
  public static Name family(Name member) {
    int bracket = member.spelling().indexOf('[');
    return bracket < 0 ? member : Name.of(member.spelling().substring(0, bracket));
  }
}
