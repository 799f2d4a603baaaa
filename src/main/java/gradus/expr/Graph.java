package gradus.expr;

import gradus.expr.Symbol.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The graph of definitions: a quantity is a node, a reference by name an edge.
///
/// Definitions stand after everything they use, otherwise in the order given. Sharing is by name,
/// so formulas stay small however deep the graph is; every walk here is a loop, never a recursion.
public final class Graph {
  private final Map<Symbol, Definition> definitions;
  private final List<Definition> inOrder;
  private final Map<Symbol, Set<Symbol>> operands;
  private final Map<Symbol, Uses> uses = new HashMap<>();
  private final Map<Name, List<Definition>> families = new HashMap<>();

  /// @param mentioned as formulas mention it first
  private record Uses(Symbol mentioned, List<Symbol> consumers) {
    Uses(Symbol mentioned) {
      this(mentioned, new ArrayList<>());
    }
  }

  private Graph(Map<Symbol, Definition> definitions, Map<Symbol, Set<Symbol>> operands) {
    this.definitions = definitions;
    this.inOrder = List.copyOf(definitions.values());
    this.operands = operands;
    for (Definition definition : inOrder) {
      for (Symbol used : operands(definition.symbol())) {
        uses.computeIfAbsent(used, Uses::new).consumers().add(definition.symbol());
      }
      if (definition.family().isPresent() && definition.symbol() instanceof Quantity members) {
        families.computeIfAbsent(members.name(), _ -> new ArrayList<>()).add(definition);
      }
    }
  }

  /// Throws `IllegalArgumentException` where [#cycle] finds one or a symbol is defined twice.
  public static Graph of(Collection<Definition> definitions) {
    Walk walk = new Walk(definitions);
    if (walk.cycle.isPresent() || walk.byName.size() != definitions.size()) {
      throw new IllegalArgumentException("not an acyclic graph of definitions");
    }
    return new Graph(walk.ordered, walk.operands);
  }

  /// The graph with further definitions behind its own, each after those it uses; throws
  /// `IllegalArgumentException` where one is not, or is there already.
  public Graph with(List<Definition> more) {
    Map<Symbol, Definition> all = new LinkedHashMap<>(definitions);
    Map<Symbol, Set<Symbol>> used = new HashMap<>(operands);
    Set<Symbol> pending = new HashSet<>();
    more.forEach(definition -> pending.add(definition.symbol()));
    for (Definition definition : more) {
      Set<Symbol> symbols = Formulas.symbols(definition.formula());
      boolean inOrder = symbols.stream().noneMatch(pending::contains);
      pending.remove(definition.symbol());
      if (!inOrder || all.put(definition.symbol(), definition) != null) {
        throw new IllegalArgumentException("not in order: " + definition.symbol());
      }
      used.put(definition.symbol(), symbols);
    }
    return new Graph(all, used);
  }

  /// The symbols that the definition of `symbol` refers to, in order of first appearance; none
  /// where it has no definition.
  public Set<Symbol> operands(Symbol symbol) {
    return operands.getOrDefault(symbol, Set.of());
  }

  /// A cycle among definitions, as the path of symbols with its start repeated at the end.
  public static Optional<List<Symbol>> cycle(Collection<Definition> definitions) {
    return new Walk(definitions).cycle;
  }

  public Optional<Definition> definition(Symbol symbol) {
    return Optional.ofNullable(definitions.get(symbol));
  }

  /// All definitions, each after those it uses.
  public List<Definition> definitions() {
    return inOrder;
  }

  /// The definitions that hold for many members of the family of that name, in graph order.
  public List<Definition> families(Name name) {
    return Collections.unmodifiableList(families.getOrDefault(name, List.of()));
  }

  /// The defined symbols whose formulas refer to `symbol`, in graph order.
  public List<Symbol> consumers(Symbol symbol) {
    Uses of = uses.get(symbol);
    return of == null ? List.of() : Collections.unmodifiableList(of.consumers());
  }

  /// A symbol as formulas mention it, with its shape; empty where none does.
  public Optional<Symbol> mentioned(Symbol symbol) {
    return Optional.ofNullable(uses.get(symbol)).map(Uses::mentioned);
  }

  /// Every symbol that the definition of `target` uses, directly or not, and `target` itself.
  public Set<Symbol> ancestors(Symbol target) {
    return reachable(target, this::operands);
  }

  /// Every symbol whose definition uses `source`, directly or not, and `source` itself.
  public Set<Symbol> descendants(Symbol source) {
    return reachable(source, this::consumers);
  }

  private static Set<Symbol> reachable(
      Symbol start, java.util.function.Function<Symbol, Collection<Symbol>> next) {
    Set<Symbol> reached = new HashSet<>(Set.of(start));
    Deque<Symbol> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (Symbol symbol : next.apply(open.pop())) {
        if (reached.add(symbol)) {
          open.push(symbol);
        }
      }
    }
    return reached;
  }

  /// Depth-first with an explicit stack; the stack is the path that a cycle is cut from.
  private static final class Walk {
    final Map<Symbol, Definition> byName = new LinkedHashMap<>();
    final Map<Symbol, Definition> ordered = new LinkedHashMap<>();
    final Map<Symbol, Set<Symbol>> operands = new HashMap<>();
    private final Map<Symbol, Iterator<Symbol>> path = new LinkedHashMap<>();
    Optional<List<Symbol>> cycle = Optional.empty();

    Walk(Collection<Definition> definitions) {
      definitions.forEach(definition -> byName.putIfAbsent(definition.symbol(), definition));
      for (Definition definition : byName.values()) {
        if (!ordered.containsKey(definition.symbol()) && cycle.isEmpty()) {
          follow(definition);
        }
      }
    }

    private void follow(Definition start) {
      Deque<Definition> stack = new ArrayDeque<>();
      enter(start, stack);
      while (!stack.isEmpty() && cycle.isEmpty()) {
        Definition top = stack.peek();
        Iterator<Symbol> uses = path.get(top.symbol());
        if (uses == null || !uses.hasNext()) {
          stack.pop();
          path.remove(top.symbol());
          ordered.put(top.symbol(), top);
          continue;
        }
        Definition used = byName.get(uses.next());
        if (used != null && path.containsKey(used.symbol())) {
          cycle = Optional.of(cycleFrom(used.symbol()));
        } else if (used != null && !ordered.containsKey(used.symbol())) {
          enter(used, stack);
        }
      }
    }

    private void enter(Definition definition, Deque<Definition> stack) {
      stack.push(definition);
      Set<Symbol> used = Formulas.symbols(definition.formula());
      operands.put(definition.symbol(), used);
      path.put(definition.symbol(), used.iterator());
    }

    private List<Symbol> cycleFrom(Symbol start) {
      List<Symbol> symbols = new ArrayList<>(path.keySet());
      List<Symbol> loop = new ArrayList<>(symbols.subList(symbols.indexOf(start), symbols.size()));
      loop.add(start);
      return loop;
    }
  }
}
