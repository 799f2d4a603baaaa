package gradus.syntax.read;

import gradus.syntax.grammar.NetworkBaseVisitor;
import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.grammar.NetworkParser.ComparedContext;
import gradus.syntax.grammar.NetworkParser.KnownsContext;
import gradus.syntax.grammar.NetworkParser.MentionedContext;
import gradus.syntax.grammar.NetworkParser.ShapeContext;
import gradus.syntax.grammar.NetworkParser.StatedContext;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Findings;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import gradus.syntax.source.TextLimit;
import gradus.syntax.written.NameFact;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import org.jspecify.annotations.Nullable;

/// Reads what is known of names: `x > 0; t in {0, 1}; g(z); W, V : n x d`. A shape is that of all
/// names mentioned before it, back to the last shape.
public final class NameFactReader {
  private final Source source;
  private final Findings findings = new Findings();

  private NameFactReader(Source source) {
    this.source = source;
  }

  /// @param known empty if anything could not be read
  public record Outcome(List<NameFact> known, List<Diagnostic> diagnostics) {
    public Outcome {
      known = List.copyOf(known);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// A blank text says nothing, and that is no fault.
  public static Outcome read(Source source) {
    if (source.text().isBlank()) {
      return new Outcome(List.of(), List.of());
    }
    NameFactReader reader = new NameFactReader(source);
    List<NameFact> known =
        TextLimit.accepts(source, reader.findings) ? reader.known() : List.<NameFact>of();
    List<Diagnostic> diagnostics = reader.findings.sorted();
    return new Outcome(diagnostics.isEmpty() ? known : List.of(), diagnostics);
  }

  private List<NameFact> known() {
    List<Token> tokens = Tokenizer.tokens(source, findings);
    tokens.removeIf(token -> token.getType() == NetworkParser.NEWLINE);
    separateSizes(tokens);
    return Splitter.statements(source, tokens, findings).stream()
        .findFirst()
        .flatMap(piece ->
            new StatementParser(source, true, findings).parse(piece, NetworkParser::knowns))
        .map(this::built)
        .orElse(List.of());
  }

  /// Behind a colon `n × d` is a shape, elsewhere '×' multiplies.
  private static void separateSizes(List<Token> tokens) {
    boolean inShape = false;
    for (Token token : tokens) {
      int type = token.getType();
      inShape = type == NetworkParser.COLON || (inShape && type != NetworkParser.SEMICOLON);
      if (inShape && token instanceof WritableToken cross && cross.getText().equals("×")) {
        cross.setType(NetworkParser.X);
      }
    }
  }

  private List<NameFact> built(KnownsContext ctx) {
    Builder builder = new Builder();
    List<NameFact> known = new ArrayList<>();
    ctx.known().forEach(one -> known.add(one.accept(builder)));
    return shaped(known);
  }

  private static List<NameFact> shaped(List<NameFact> known) {
    List<NameFact> shaped = new ArrayList<>();
    List<Written> shape = List.of();
    for (NameFact one : known.reversed()) {
      switch (one) {
        case NameFact.Compared compared -> {
          shape = List.of();
          shaped.addFirst(compared);
        }
        case NameFact.Stated stated -> {
          shape = stated.shape();
          shaped.addFirst(stated);
        }
        case NameFact.Mentioned(Written formula, List<Written> own, Span span) -> {
          shape = own.isEmpty() ? shape : own;
          shaped.addFirst(new NameFact.Mentioned(formula, shape, span));
        }
      }
    }
    return shaped;
  }

  private final class Builder extends NetworkBaseVisitor<NameFact> {
    private final FormulaBuilder formulas = new FormulaBuilder();
    private final PartBuilder parts = new PartBuilder(source, formulas, findings);

    @Override
    public NameFact visitCompared(ComparedContext ctx) {
      return new NameFact.Compared(
          formulas.comparisons(ctx.comparison()), FormulaBuilder.span(ctx));
    }

    @Override
    public NameFact visitStated(StatedContext ctx) {
      List<Written.Fact> facts = new ArrayList<>(parts.facts(ctx.fact()));
      if (ctx.shape() != null) {
        facts.addAll(parts.facts(ctx.shape().fact()));
      }
      return new NameFact.Stated(
          formulas.name(ctx.name()), facts, shape(ctx.shape()), FormulaBuilder.span(ctx));
    }

    @Override
    public NameFact visitMentioned(MentionedContext ctx) {
      Written formula = formulas.visitFormula(ctx.formula());
      List<Written> shape = shape(ctx.shape());
      if (ctx.shape() != null
          && !ctx.shape().fact().isEmpty()
          && formula instanceof Written.Name name) {
        List<Written.Fact> facts = parts.facts(ctx.shape().fact());
        return new NameFact.Stated(name, facts, shape, FormulaBuilder.span(ctx));
      }
      return new NameFact.Mentioned(formula, shape, FormulaBuilder.span(ctx));
    }

    private List<Written> shape(@Nullable ShapeContext ctx) {
      return ctx == null ? List.of() : formulas.all(ctx.formula());
    }
  }
}
