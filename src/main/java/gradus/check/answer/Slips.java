package gradus.check.answer;

import gradus.check.answer.Finding.Mistake;
import gradus.expr.Expr;

/// Looks for the one slip that explains a false link.
final class Slips {
  private final Exercise exercise;
  private final Progress progress;

  Slips(Exercise exercise, Progress progress) {
    this.exercise = exercise;
    this.progress = progress;
  }

  Mistake generic(Expr left, Expr right, Mistake mistake) {
    return mistake;
  }

  Mistake arithmetic(Sided pair, int entry, Mistake mistake) {
    return mistake;
  }

  Mistake numeric(Expr left, Expr right, Mistake mistake, World world) {
    return mistake;
  }
}
