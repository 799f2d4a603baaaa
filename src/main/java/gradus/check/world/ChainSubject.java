package gradus.check.world;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense.Grid;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Verdict;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.syntax.paper.Chain;
import gradus.syntax.paper.Link;
import java.util.ArrayList;
import java.util.List;

/// The names that a chain is about: `∂L/∂w` of `∂L/∂w = … = 3`, each entry of `h^{(1)} = …`.
///
/// @param sound whether every link so far is right
public record ChainSubject(List<Symbol> symbols, boolean sound) {
  public static final ChainSubject NONE = new ChainSubject(List.of(), true);

  public ChainSubject {
    symbols = List.copyOf(symbols);
  }

  public static ChainSubject of(Chain chain, AnswerState progress) {
    return chain.sides().size() >= 2 && progress.read(chain.sides().getFirst()) instanceof Grid grid
        ? named(grid)
        : NONE;
  }

  private static ChainSubject named(Grid grid) {
    List<Symbol> symbols = new ArrayList<>();
    for (Expr entry : grid.entries()) {
      if (!(entry instanceof Ref(Symbol symbol))) {
        return NONE;
      }
      symbols.add(symbol);
    }
    return new ChainSubject(symbols, true);
  }

  public ChainSubject after(Finding finding) {
    boolean assigned =
        finding.note().conventions().contains(ReadingConvention.ASSIGNMENT)
            || finding.note().conventions().contains(ReadingConvention.NEW_STATE)
            || finding.link().relation() == gradus.syntax.paper.RelationSign.ASSIGNED;
    List<Symbol> renewed =
        assigned ? symbols.stream().map(ChainSubject::renewed).toList() : symbols;
    boolean right = finding.verdict() != Verdict.WRONG;
    return new ChainSubject(renewed, sound && right);
  }

  private static Symbol renewed(Symbol symbol) {
    return symbol instanceof Quantity quantity ? new Updated(quantity) : symbol;
  }

  /// Remembers the number printed, or the mistake made.
  public void keep(Finding finding, AnswerState progress, int claim) {
    Link link = finding.link();
    if (symbols.isEmpty() || link.right().tree().isEmpty()) {
      return;
    }
    if (finding.verdict() == Verdict.WRONG || !sound) {
      blame(link, progress, claim);
    } else if (finding.verdict().isRight() && finding.verdict() != Verdict.SKIPPED) {
      print(link, progress);
    }
  }

  private void blame(Link link, AnswerState progress, int claim) {
    if (progress.read(link.right()) instanceof Grid grid
        && grid.entries().size() == symbols.size()) {
      for (int i = 0; i < symbols.size(); i++) {
        progress.blame(symbols.get(i), grid.entries().get(i), claim);
      }
    }
  }

  private void print(Link link, AnswerState progress) {
    if (progress.read(link.right()) instanceof Grid grid
        && grid.entries().size() == symbols.size()) {
      for (int i = 0; i < symbols.size(); i++) {
        if (grid.entries().get(i) instanceof Expr.Number number) {
          progress.print(symbols.get(i), number.value());
        }
      }
    }
  }
}
