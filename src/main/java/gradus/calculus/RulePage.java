package gradus.calculus;

import gradus.calculus.Function.Kink;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.FormulaReader;
import gradus.syntax.Resolver;
import gradus.syntax.Scope;
import gradus.syntax.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `rules.txt`. Heads are read at once, the formulas of a row when it is first asked for: a
/// sheet uses three rows of twenty.
final class RulePage {
  private static final String FILE = "rules.txt";

  /// A row as it stands on the page, split at its separators.
  record Row(
      Name name,
      List<String> parameters,
      Optional<String> definition,
      List<String> derivatives,
      Optional<String> kink,
      List<String> atKink,
      boolean isLoss) {}

  private final Map<Name, Row> rows = new LinkedHashMap<>();
  private final List<String> operations = new ArrayList<>();

  RulePage() {
    String section = "";
    for (String line : text().lines().toList()) {
      if (line.startsWith("[")) {
        section = line;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        add(line, section);
      }
    }
  }

  private void add(String line, String section) {
    if (section.startsWith("[operations")) {
      operations.add(line);
    } else {
      Row row = row(line, section.startsWith("[losses"));
      rows.put(row.name, row);
    }
  }

  /// The rows of the operations, which are read elsewhere.
  List<String> operations() {
    return operations;
  }

  Map<Name, Row> rows() {
    return rows;
  }

  private static String text() {
    try (InputStream page = RulePage.class.getResourceAsStream(FILE)) {
      if (page == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line, boolean isLoss) {
    List<String> atKink = split(line, '@');
    List<String> columns = split(atKink.getFirst(), ':');
    List<String> head = split(columns.getFirst(), '=');
    List<String> kink = atKink.size() > 1 ? split(atKink.get(1), ':') : List.of();
    String call = head.getFirst();
    boolean infix = !call.contains("(");
    List<String> parts = infix ? List.of(call.split(" ")) : List.of(call.split("[()]"));
    String name = infix ? parts.get(1) : parts.getFirst();
    List<String> parameters =
        infix ? List.of(parts.getFirst(), parts.getLast()) : split(inside(columns.getFirst()), ',');
    return new Row(
        Name.of(name),
        parameters,
        definition(columns.getFirst()),
        split(columns.get(1), ';'),
        kink.stream().findFirst(),
        kink.isEmpty() ? List.of() : split(kink.get(1), ';'),
        isLoss);
  }

  /// `u, a = 0.01` of `leakyrelu(u, a = 0.01) = …`.
  private static String inside(String head) {
    return head.substring(head.indexOf('(') + 1, head.indexOf(')'));
  }

  private static Optional<String> definition(String head) {
    int equals = head.indexOf('=', Math.max(head.indexOf(')'), 0));
    return equals < 0 ? Optional.empty() : Optional.of(head.substring(equals + 1).strip());
  }

  /// Splits at separators outside brackets.
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("({[".indexOf(c) >= 0) {
        depth++;
      } else if (")}]".indexOf(c) >= 0) {
        depth--;
      } else if (c == separator && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /// The function of a row, its formulas read in the notation that users type.
  Function function(Row row) {
    List<Name> parameters = new ArrayList<>();
    List<Expr> defaults = new ArrayList<>();
    for (String parameter : row.parameters) {
      List<String> sides = split(parameter, '=');
      parameters.add(Name.of(sides.getFirst()));
      sides.stream().skip(1).forEach(value -> defaults.add(formula(value, List.of())));
    }
    return new Function(
        row.name,
        parameters,
        defaults,
        row.definition.map(text -> formula(text, parameters)),
        formulas(row.derivatives, parameters),
        row.kink.map(where -> kink(where, row, parameters)));
  }

  private Kink kink(String where, Row row, List<Name> parameters) {
    List<Expr> sides = formulas(split(where, '='), parameters);
    List<Expr> derivatives = formulas(row.atKink, parameters);
    return new Kink(
        new Comparison(sides.getFirst(), Relation.EQUAL, sides.getLast()),
        derivatives,
        derivatives);
  }

  private List<Expr> formulas(List<String> texts, List<Name> parameters) {
    return texts.stream().map(text -> formula(text, parameters)).toList();
  }

  private Expr formula(String text, List<Name> parameters) {
    return formula(text, new Parameters(parameters));
  }

  static Expr formula(String text, Scope scope) {
    Source source = new Source(FILE, text);
    return FormulaReader.read(source)
        .formula()
        .flatMap(written -> new Resolver(source, scope, fault -> {}).resolve(written))
        .orElseThrow(() -> new IllegalStateException(FILE + " cannot be read: " + text));
  }

  /// The parameters of the row, and the functions of the page.
  private final class Parameters implements Scope {
    private final List<Name> parameters;

    Parameters(List<Name> parameters) {
      this.parameters = parameters;
    }

    @Override
    public Optional<Meaning> meaning(Name name) {
      if (parameters.contains(name)) {
        return Optional.of(new Meaning.Named(Quantity.of(name)));
      }
      return Optional.ofNullable(rows.get(name))
          .map(row -> new Meaning.Callable(name, row.parameters.size(), List.of(), false));
    }

    @Override
    public Collection<Name> names() {
      return rows.keySet();
    }
  }
}
