package gradus.check.answer;

import gradus.expr.Expr;

/// A formula with one place changed, and the slip that the change takes back.
record Mend(Slip slip, Expr formula) {}
