package gradus.syntax.read;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.print.PlainText;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Findings;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import gradus.syntax.source.TextLimit;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Where;
import gradus.syntax.written.Where.Known;
import gradus.syntax.written.Where.Size;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// Reads [Where]: declarations without a keyword, separated by ';' or by lines.
public final class WhereReader {
  private static final String EXAMPLE = "X: n x d; w: d; p >= 1";

  private final Source source;
  private final Findings findings = new Findings();
  private final Map<Quantity, Known> quantities = new LinkedHashMap<>();
  private final Map<Quantity, Span> places = new LinkedHashMap<>();

  private WhereReader(Source source) {
    this.source = source;
  }

  public static Where read(Source source) {
    WhereReader reader = new WhereReader(source);
    if (TextLimit.accepts(source, reader.findings)) {
      reader.readClauses();
    }
    return reader.where();
  }

  private void readClauses() {
    List<Token> clause = new ArrayList<>();
    for (Token token : Tokenizer.tokens(source, findings)) {
      if (token.getType() == NetworkParser.SEMICOLON || token.getType() == NetworkParser.NEWLINE) {
        read(clause);
        clause.clear();
      } else {
        clause.add(token);
      }
    }
    read(clause);
  }

  /// As the declaration of constants.
  private void read(List<Token> clause) {
    if (clause.isEmpty()) {
      return;
    }
    int start = Tokenizer.span(clause.getFirst()).start();
    List<Token> declaration = new ArrayList<>(clause);
    declaration.addFirst(
        Tokenizer.token(NetworkParser.CONSTANT, new Span(start, start), "constant"));
    StatementParser parsing =
        new StatementParser(source, false, diagnostic -> tell(diagnostic, clause));
    for (List<Token> piece : Splitter.statements(source, declaration, findings)) {
      parsing
          .parse(piece, NetworkParser::statement)
          .ifPresent(
              ctx -> ctx.accept(new StatementBuilder(source, findings)).forEach(this::declare));
    }
  }

  /// Nothing is said of statements, where none can stand.
  private void tell(Diagnostic diagnostic, List<Token> clause) {
    boolean ofStatements =
        switch (diagnostic.fault()) {
          case MALFORMED_STATEMENT, INCOMPLETE_STATEMENT, VALUE_IN_DECLARATION -> true;
          default -> false;
        };
    Span span = Tokenizer.span(clause.getFirst()).to(Tokenizer.span(clause.getLast()));
    findings.accept(
        ofStatements
            ? Fault.NOT_A_CLAUSE
                .at(source, span, source.text().substring(span.start(), span.end()))
                .suggesting(EXAMPLE)
            : diagnostic);
  }

  private void declare(Statement statement) {
    if (!(statement instanceof Statement.Declare declare)) {
      throw new IllegalArgumentException("not built from a declaration: " + statement);
    }
    Shape shape = shape(declare.shape());
    for (Written.Name name : declare.names()) {
      List<Index> labels = Indices.all(name.labels()).orElse(List.of());
      Quantity quantity = Quantity.of(Name.of(name.text()), labels).shaped(shape);
      Span first = places.putIfAbsent(quantity, name.span());
      if (first != null && !shape.isScalar()) {
        findings.accept(
            Fault.DEFINED_TWICE.at(
                source, name.span(), PlainText.of(quantity), source.line(first.start())));
      }
      quantities.merge(quantity, new Known(quantity, declare.facts()), WhereReader::together);
    }
  }

  /// `x: d; x > 0` says two things of one name.
  private static Known together(Known first, Known second) {
    List<Fact> facts = new ArrayList<>(first.facts());
    facts.addAll(second.facts());
    return new Known(first.quantity(), facts);
  }

  private Shape shape(List<Written> written) {
    List<Index> axes = new ArrayList<>();
    for (Written axis : written) {
      axis(axis).ifPresent(axes::add);
    }
    if (written.size() > Shape.MOST_AXES) {
      Span all = written.getFirst().span().to(written.getLast().span());
      String what = "a shape of " + written.size() + " sizes";
      findings.accept(Fault.UNSUPPORTED.at(source, all, what));
    }
    return new Shape(axes);
  }

  private Optional<Index> axis(Written written) {
    Optional<Index> size = Indices.of(written);
    String typed = source.text().substring(written.span().start(), written.span().end());
    if (size.isEmpty()) {
      findings.accept(Fault.NOT_A_SIZE.at(source, written.span(), typed));
    } else if (size.get().isNeverPositive()) {
      findings.accept(Fault.SIZE_NOT_POSITIVE.at(source, written.span(), typed));
    }
    return size;
  }

  /// What is said of a letter in a size is no quantity: `n >= 2`.
  private Where where() {
    List<Letter> letters = Where.letters(quantities.keySet().stream());
    List<Known> known = new ArrayList<>();
    List<Size> sizes = new ArrayList<>();
    quantities
        .values()
        .forEach(one -> {
          Letter letter = new Letter(one.quantity().name(), one.quantity().labels());
          if (!letters.contains(letter)) {
            known.add(one);
          } else if (one.quantity().shape().isScalar()) {
            sizes.add(new Size(letter, one.facts()));
          } else {
            Span place = places.getOrDefault(one.quantity(), new Span(0, 0));
            findings.accept(Fault.NOT_A_SIZE.at(source, place, letter));
          }
        });
    return new Where(known, letters, sizes, findings.sorted());
  }
}
