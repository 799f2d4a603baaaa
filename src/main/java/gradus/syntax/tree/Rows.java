package gradus.syntax.tree;

import gradus.syntax.grammar.AnswerParser.BranchContext;
import gradus.syntax.grammar.AnswerParser.CasesContext;
import gradus.syntax.grammar.AnswerParser.CellContext;
import gradus.syntax.grammar.AnswerParser.MatrixContext;
import gradus.syntax.page.Environments;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Branch;
import gradus.syntax.paper.Notated.Cases;
import gradus.syntax.paper.Notated.Fence;
import gradus.syntax.paper.Notated.Group;
import gradus.syntax.paper.Notated.Matrix;
import gradus.syntax.paper.Obstacle;
import java.util.List;

/// Parse trees of matrices and cases.
final class Rows {
  private final NotationBuilder building;

  Rows(NotationBuilder building) {
    this.building = building;
  }

  Notated matrix(MatrixContext ctx) {
    List<List<Notated>> rows =
        ctx.row().stream()
            .filter(row -> row.getChildCount() > 1 || row.cell(0).getChildCount() > 0)
            .map(row -> row.cell().stream().map(this::cell).toList())
            .toList();
    return new Matrix(
        Environments.fence(ctx.getStart().getText()), rows, NotationBuilder.span(ctx));
  }

  /// An empty cell is an empty group.
  private Notated cell(CellContext ctx) {
    List<Notated> items = ctx.item().stream().map(building::item).toList();
    return items.size() == 1
        ? items.getFirst()
        : new Group(Fence.NONE, items, NotationBuilder.span(ctx));
  }

  /// Without any condition a brace around rows is a column, whatever drew it.
  Notated cases(CasesContext ctx) {
    List<BranchContext> written =
        ctx.branch().stream().filter(branch -> branch.sum() != null).toList();
    if (written.isEmpty()) {
      building.stray(Obstacle.UNEXPECTED, NotationBuilder.span(ctx));
    }
    if (written.stream().allMatch(branch -> branch.condition() == null)) {
      List<List<Notated>> rows =
          written.stream().map(branch -> List.of(building.sum(branch.sum()))).toList();
      return new Matrix(Fence.CURLY, rows, NotationBuilder.span(ctx));
    }
    return new Cases(written.stream().map(this::branch).toList(), NotationBuilder.span(ctx));
  }

  private Branch branch(BranchContext ctx) {
    boolean otherwise = ctx.condition() == null || ctx.condition().OTHERWISE() != null;
    List<Notated> conditions =
        otherwise ? List.of() : ctx.condition().item().stream().map(building::item).toList();
    return new Branch(building.sum(ctx.sum()), conditions);
  }
}
