package gradus.check.slip;

import gradus.check.verdict.Slip;
import gradus.syntax.paper.Notated;

/// A written side with one place changed, and the slip that the change takes back.
record NotationEdit(Slip slip, Notated tree) {}
