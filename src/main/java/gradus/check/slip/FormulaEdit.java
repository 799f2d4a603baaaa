package gradus.check.slip;

import gradus.check.verdict.Slip;
import gradus.expr.Expr;

/// A formula with one place changed, and the slip that the change takes back.
record FormulaEdit(Slip slip, Expr formula) {}
