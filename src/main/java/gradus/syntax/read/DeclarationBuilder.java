package gradus.syntax.read;

import gradus.syntax.grammar.NetworkParser.DeclareContext;
import gradus.syntax.grammar.NetworkParser.DeclaredContext;
import gradus.syntax.grammar.NetworkParser.ShapeContext;
import gradus.syntax.grammar.NetworkParser.SizeContext;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import gradus.syntax.written.NameRange;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Statement.Role;
import gradus.syntax.written.Written.Declared;
import gradus.syntax.written.Written.Fact;
import gradus.syntax.written.Written.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Declarations: names, their shape, and facts about them.
final class DeclarationBuilder {
  private static final int MOST_RANGED_NAMES = 10_000;

  private final Source source;
  private final FormulaBuilder formulas;
  private final PartBuilder parts;
  private final Consumer<Diagnostic> diagnostics;
  private int rangedNames;

  DeclarationBuilder(
      Source source, FormulaBuilder formulas, PartBuilder parts, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.formulas = formulas;
    this.parts = parts;
    this.diagnostics = diagnostics;
  }

  Statement size(SizeContext ctx) {
    List<Declared> names =
        ctx.sized().stream()
            .map(
                sized -> new Declared(formulas.name(sized.name()), parts.optional(sized.formula())))
            .toList();
    return new Statement.Size(names, parts.family(ctx.family()), FormulaBuilder.span(ctx));
  }

  /// A fact behind a name is of that name, one behind the shape of all names; names with facts of
  /// their own get a statement of their own.
  List<Statement> declare(DeclareContext ctx) {
    List<Statement> statements = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    List<DeclaredContext> declared = ctx.declared();
    for (int i = 0; i < declared.size(); i++) {
      List<Name> added = names(declared.get(i));
      boolean alone = !declared.get(i).fact().isEmpty();
      if (alone) {
        flush(ctx, names, List.of(), statements);
      }
      names.addAll(added);
      if (alone || i == declared.size() - 1) {
        flush(ctx, names, parts.facts(declared.get(i).fact()), statements);
      }
    }
    return statements;
  }

  private void flush(
      DeclareContext ctx, List<Name> names, List<Fact> own, List<Statement> statements) {
    if (names.isEmpty()) {
      return;
    }
    ShapeContext shape = ctx.shape();
    List<Fact> facts = new ArrayList<>(own);
    facts.addAll(shape == null ? List.of() : parts.facts(shape.fact()));
    statements.add(
        new Statement.Declare(
            Role.valueOf(ctx.role().getText().toUpperCase(Locale.ROOT)),
            names,
            shape == null ? List.of() : formulas.all(shape.formula()),
            facts,
            ctx.FROZEN() != null,
            parts.family(ctx.family()),
            FormulaBuilder.span(ctx)));
    names.clear();
  }

  private List<Name> names(DeclaredContext ctx) {
    Name first = formulas.name(ctx.name(0));
    if (ctx.RANGE() == null) {
      return List.of(first);
    }
    Name last = formulas.name(ctx.name(1));
    Optional<NameRange> range = NameRange.between(first, last);
    if (range.isEmpty()) {
      Span span = first.span().to(last.span());
      String typed = source.text().substring(span.start(), span.end());
      Diagnostic notOne = Fault.NOT_A_RANGE_OF_NAMES.at(source, span, typed);
      diagnostics.accept(notOne.suggesting("w_1..w_8"));
      return List.of();
    }
    return names(range.get());
  }

  private List<Name> names(NameRange range) {
    if (range.size() > MOST_RANGED_NAMES - rangedNames) {
      diagnostics.accept(Fault.TOO_MANY_NAMES.at(source, range.span(), MOST_RANGED_NAMES));
      return List.of();
    }
    rangedNames += range.size();
    return range.names();
  }
}
