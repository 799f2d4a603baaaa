package gradus.check.world;

import gradus.calculus.rule.Functions;
import gradus.check.equal.Equality;
import gradus.check.equal.EqualityCheck;
import gradus.check.name.Scene;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.expr.Value.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The generic worlds of a network, and what agrees in all of them.
///
/// Numbers are fractions: where nothing but arithmetic stands between the names and the sides, a
/// comparison is exact. Elsewhere doubles look first and the judge of two formulas decides.
public final class Worlds {
  private static final int FEWEST = 10;
  private static final int CANDIDATES = 60;
  private static final int MOST = 24;
  private static final int LARGEST_SEARCHED = 300;
  private static final long STEPS = 40_000;
  private static final int MOST_JUDGED = 2000;
  private static final double CLOSE = 1e-9;
  private static final double NEAR = 1e-4;

  private final Scene scene;
  private final Meanings meanings;
  private final Draw draw;
  private final boolean brief;
  private final List<Integer> seeds;
  private final List<World> worlds;
  private final Map<Sides, Equality> judged = new HashMap<>();

  /// @param brief whether a look is enough, as where the same is judged elsewhere
  Worlds(Scene scene, Meanings meanings, Draw draw, boolean brief) {
    this.scene = scene;
    this.brief = brief;
    this.meanings = meanings;
    this.draw = draw;
    seeds = seeds();
    worlds = seeds.stream().map(this::world).toList();
  }

  private Worlds(Worlds like, Meanings meanings) {
    scene = like.scene;
    brief = like.brief;
    this.meanings = meanings;
    draw = like.draw;
    seeds = like.seeds;
    worlds = seeds.stream().map(this::world).toList();
  }

  /// The same draws where some names mean something else.
  Worlds with(Map<Symbol, Expr> replaced) {
    return new Worlds(this, meanings.with(replaced));
  }

  private List<Integer> seeds() {
    boolean search = scene.graph().definitions().size() <= LARGEST_SEARCHED;
    List<Integer> kept = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int seed = 0; seed < (search ? CANDIDATES : FEWEST) && kept.size() < MOST; seed++) {
      boolean more = search && seen.addAll(sides(world(seed)));
      if (seed < FEWEST || more) {
        kept.add(seed);
      }
    }
    return kept;
  }

  private World world(int seed) {
    return new World(meanings, scene.functions(), quantity -> draw.value(seed, quantity), Map.of());
  }

  Meanings meanings() {
    return meanings;
  }

  Functions functions() {
    return scene.functions();
  }

  /// On which side of each kink it lies.
  private Set<String> sides(World world) {
    Set<String> sides = new LinkedHashSet<>();
    for (Definition definition : scene.graph().definitions()) {
      Formulas.visit(
          definition.formula(),
          part -> {
            if (part instanceof Call call && hasKink(call)) {
              double at = world.value(call.arguments().getFirst()).doubleValue();
              sides.add(definition.symbol() + "/" + Math.signum(at));
            }
          });
    }
    return sides;
  }

  private boolean hasKink(Call call) {
    return scene.functions().named(call.function()).filter(f -> f.kink().isPresent()).isPresent();
  }

  // ---- comparing --------------------------------------------------------------------------------

  /// @param certain whether exact numbers say so
  public record Agreement(boolean holds, boolean certain) {}

  /// A quick look; what does not hold is not yet wrong unless it is certain.
  public Agreement agree(Expr left, Expr right) {
    boolean exact = true;
    boolean any = false;
    boolean together = true;
    for (World world : worlds) {
      Value l = world.value(left);
      Value r = world.value(right);
      together &= l.isDefined() == r.isDefined();
      if (l instanceof Exact(Rational a) && r instanceof Exact(Rational b)) {
        any = true;
        if (!a.equals(b)) {
          return new Agreement(false, true);
        }
      } else if (l.isDefined() && r.isDefined()) {
        any = true;
        exact = false;
        if (!isNear(l.doubleValue(), r.doubleValue())) {
          return new Agreement(false, false);
        }
      } else if (l.isDefined() != r.isDefined()) {
        exact = false;
      }
    }
    if (any && exact && !brief) {
      return new Agreement(!differInAPiece(left, right), true);
    }
    if (any && (exact || brief)) {
      return new Agreement(true, exact);
    }
    if (any && together && Opaque.same(left, right, scene.functions())) {
      return new Agreement(true, true);
    }
    return new Agreement(equality(left, right) instanceof Equality.Equivalent, true);
  }

  /// In one that no world lies in, perhaps.
  private boolean differInAPiece(Expr left, Expr right) {
    return (isPiecewise(left) || isPiecewise(right))
        && equality(left, right) instanceof Equality.Different;
  }

  private boolean isPiecewise(Expr expr) {
    boolean[] found = new boolean[1];
    Formulas.visit(
        expr,
        part ->
            found[0] |= part instanceof Expr.Cases || part instanceof Call call && hasKink(call));
    return found[0];
  }

  /// Whether a mended side is the other one: a look at all worlds.
  public boolean same(Expr left, Expr right) {
    boolean any = false;
    for (World world : worlds) {
      Value l = world.value(left);
      Value r = world.value(right);
      boolean equal =
          l instanceof Exact(Rational a) && r instanceof Exact(Rational b)
              ? a.equals(b)
              : l.isDefined() && r.isDefined() && isClose(l.doubleValue(), r.doubleValue());
      if (!equal && l.isDefined() != r.isDefined() || !equal && l.isDefined()) {
        return false;
      }
      any |= equal;
    }
    return any && !differInAPiece(left, right);
  }

  private static boolean isClose(double l, double r) {
    return Math.abs(l - r) <= CLOSE * Math.max(1e-9, Math.max(Math.abs(l), Math.abs(r)));
  }

  /// What terms that cancel may leave of the digits of doubles.
  private static boolean isNear(double l, double r) {
    return Math.abs(l - r) <= NEAR * Math.max(NEAR, Math.max(Math.abs(l), Math.abs(r)));
  }

  private record Sides(Expr left, Expr right) {}

  /// The same sides come back under other conventions; they are judged once.
  public Equality equality(Expr left, Expr right) {
    Sides sides = new Sides(left, right);
    Equality known = judged.get(sides);
    if (known == null) {
      known = judge(left, right);
      if (judged.size() < MOST_JUDGED) {
        judged.put(sides, known);
      }
    }
    return known;
  }

  private Equality judge(Expr left, Expr right) {
    Set<Symbol> wanted = new LinkedHashSet<>(Formulas.symbols(left));
    wanted.addAll(Formulas.symbols(right));
    List<Definition> definitions = meanings.definitions(wanted);
    return EqualityCheck.of(left, right, draw.facts(wanted, definitions, scene.functions()), STEPS);
  }

  /// A world in which two sides differ certainly, the values of what they depend on, and theirs.
  public Optional<Witness> witness(Expr left, Expr right) {
    for (int seed = 0; seed < worlds.size(); seed++) {
      Value l = worlds.get(seed).value(left);
      Value r = worlds.get(seed).value(right);
      if (l instanceof Exact(Rational a) && r instanceof Exact(Rational b) && !a.equals(b)) {
        return Optional.of(new Witness(leaves(worlds.get(seed), left, right), l, r));
      }
    }
    return Optional.empty();
  }

  private Map<Symbol, Value> leaves(World world, Expr left, Expr right) {
    Set<Symbol> wanted = new LinkedHashSet<>(Formulas.symbols(left));
    wanted.addAll(Formulas.symbols(right));
    Set<Symbol> leaves = new LinkedHashSet<>(wanted);
    List<Definition> definitions = meanings.definitions(wanted);
    definitions.forEach(definition -> leaves.addAll(Formulas.symbols(definition.formula())));
    definitions.forEach(definition -> leaves.remove(definition.symbol()));
    Map<Symbol, Value> at = new LinkedHashMap<>();
    leaves.stream()
        .filter(Quantity.class::isInstance)
        .forEach(leaf -> at.put(leaf, world.value(leaf)));
    return at;
  }

  /// @param at values of names, in order of appearance
  public record Witness(Map<Symbol, Value> at, Value left, Value right) {}
}
