package gradus.calculus;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.read.FormulaReader;
import gradus.syntax.resolve.Resolver;
import gradus.syntax.source.Source;
import gradus.syntax.written.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Formulas for tests over quantities of declared shapes, `X: n x d; w: d`, in the notation that
/// users type. Other letters are scalars.
public final class Shaped implements Scope {
  private final Map<Name, Shape> shapes = new LinkedHashMap<>();
  private final Set<Name> sizes = new LinkedHashSet<>();

  private Shaped(String declarations) {
    for (String declaration : declarations.split(";")) {
      String[] sides = declaration.split(":");
      shapes.put(Name.of(sides[0].strip()), shape(sides[1].strip()));
    }
  }

  public static Shaped where(String declarations) {
    return new Shaped(declarations);
  }

  private Shape shape(String text) {
    return text.equals("scalar")
        ? Shape.SCALAR
        : new Shape(Arrays.stream(text.split(" x ")).map(this::size).toList());
  }

  private Index size(String text) {
    if (text.chars().allMatch(Character::isDigit)) {
      return Index.of(Integer.parseInt(text));
    }
    sizes.add(Name.of(text));
    return Index.of(Name.of(text));
  }

  public Quantity quantity(String name) {
    Name key = Name.of(name);
    return Quantity.of(key).shaped(shapes.getOrDefault(key, Shape.SCALAR));
  }

  /// One definition a line; what is defined has the shape of its formula.
  public Graph graph(String definitions) {
    List<Definition> all = new ArrayList<>();
    for (String line : definitions.strip().split("\n")) {
      String[] sides = line.split("=", 2);
      Expr formula = formula(sides[1].strip());
      shapes.put(Name.of(sides[0].strip()), Shapes.of(formula));
      all.add(new Definition(quantity(sides[0].strip()), formula));
    }
    return Graph.of(all);
  }

  public Expr formula(String typed) {
    Source source = new Source("test", typed);
    List<Object> faults = new ArrayList<>();
    return FormulaReader.read(source)
        .formula()
        .flatMap(written -> new Resolver(source, this, faults::add).resolve(written))
        .orElseThrow(() -> new AssertionError(typed + " cannot be read: " + faults));
  }

  @Override
  public Optional<Meaning> meaning(Name name) {
    if (sizes.contains(name)) {
      return Optional.of(new Meaning.Whole(Index.of(name)));
    }
    Optional<Meaning> function =
        Typed.functions()
            .named(name)
            .map(f -> new Meaning.Callable(name, f.parameters().size(), f.defaults(), false));
    return function.or(() ->
        isQuantity(name)
            ? Optional.of(new Meaning.Named(quantity(name.spelling())))
            : Optional.empty());
  }

  /// Undeclared names are scalars if they have one letter.
  private boolean isQuantity(Name name) {
    return shapes.containsKey(name) || name.key().length() == 1;
  }

  @Override
  public Collection<Name> names() {
    return List.of();
  }
}
